import type { OptionValue } from "../../people/protocol.ts";
import { Option } from "../kinds.ts";
import type { Page } from "../page.ts";
import {
  type Chip,
  type Composer,
  commandIn,
  commandLines,
  type Draft,
  draftOf,
  EMPTY,
  type Focus,
  namedOptions,
  unusedOptions,
} from "./draft.ts";
import { completes, type Offer, offerList } from "./offers.ts";

type CommandDraft = Extract<Draft, { readonly mode: "command" }>;

/** What typing and picking do to the message box. After each the cursor stands where the next word belongs. */
export interface Editing {
  typeText(text: string): void;
  typeChip(index: number, text: string): void;
  typeMore(text: string): void;
  /** Puts something into an option that stands for another value. */
  fill(index: number, text: string, value: OptionValue): void;
  focus(focus: Focus): void;
  take(offer: Offer): void;
  moveActive(by: number): void;
  closeList(): void;
  removeChip(index: number): void;
  reset(): void;
}

/** `suggest` is told of every option whose text the bot may complete. */
export function editing(page: Page, suggest: (chip: Chip) => void): Editing {
  const composer = () => page.state.composer;

  function change(patch: Partial<Composer>): void {
    page.change({ composer: { ...composer(), error: undefined, ...patch } });
    const list = offerList(page.state);
    const active = list?.isBinding && !isPicked(composer()) ? 0 : -1;
    if (!("active" in patch) && active !== composer().active) {
      page.change({ composer: { ...composer(), active } });
    }
  }

  function goTo(draft: CommandDraft, focus: Focus, patch: Partial<Composer> = {}): void {
    change({ draft, focus, isListClosed: false, suggestions: undefined, ...patch });
    const chip = typeof focus === "number" ? draft.chips[focus] : undefined;
    if (chip && completes(chip.option)) suggest(chip);
    putCursor(focus);
  }

  function start(draft: CommandDraft): void {
    const filled = draft.chips.findLastIndex(({ text }) => text !== "");
    goTo(draft, draft.chips.length === 0 ? "more" : Math.max(filled, 0));
  }

  return {
    typeText(text) {
      const command = commandIn(text, commandLines(page.state.commands));
      if (command?.mode === "command") start(command);
      else change({ draft: { mode: "text", text }, focus: "text", isListClosed: false });
    },
    typeChip(index, text) {
      const { draft } = composer();
      if (draft.mode !== "command") return;
      const named = namedOptions(draft, index, text);
      const byName = named.chips.findLastIndex((chip, at) => at !== index && chip !== draft.chips[at]);
      const focus = byName === -1 ? index : byName;
      if (focus !== index) goTo(named, focus);
      else {
        change({ draft: named, focus, isListClosed: false });
        const chip = named.chips[index];
        if (chip && completes(chip.option)) suggest(chip);
      }
    },
    typeMore(more) {
      const { draft } = composer();
      if (draft.mode !== "command") return;
      const named = unusedOptions(draft).find(({ name }) => more === `${name}:`);
      const first = draft.chips.length === 0 ? draft.line.options[0] : undefined;
      const isName = draft.line.options.some(({ name }) => name.startsWith(more.trim().toLowerCase()));
      if (named) goTo(withChip(draft, { option: named, text: "" }), draft.chips.length);
      // What cannot become the name of an option is the value of the first one.
      else if (!isName && first?.type === Option.String)
        goTo(withChip(draft, { option: first, text: more }), 0);
      else change({ draft: { ...draft, more }, focus: "more", isListClosed: false });
    },
    fill(index, text, value) {
      const { draft } = composer();
      if (draft.mode !== "command") return;
      const chips = draft.chips.map((chip, at) => (at === index ? { ...chip, text, value } : chip));
      change({ draft: { ...draft, chips } });
    },
    focus(focus) {
      const { draft } = composer();
      if (composer().focus === focus) return;
      if (draft.mode === "command") goTo(draft, focus);
      else change({ focus });
    },
    take({ take }) {
      const { draft, focus } = composer();
      if (take.kind === "command") start(draftOf(take.line));
      else if (draft.mode !== "command") return;
      else if (take.kind === "option") {
        goTo(withChip({ ...draft, more: "" }, { option: take.option, text: "" }), draft.chips.length);
      } else if (typeof focus === "number") {
        const chips = draft.chips.map((chip, index) =>
          index === focus ? { option: chip.option, text: take.text, value: take.value } : chip,
        );
        const empty = chips.findIndex(({ text }) => text === "");
        const next = empty === -1 ? (unusedOptions({ ...draft, chips }).length > 0 ? "more" : focus) : empty;
        goTo({ ...draft, chips }, next, { isListClosed: next === focus, active: empty === -1 ? -1 : 0 });
      }
    },
    moveActive(by) {
      const count = offerList({ ...page.state, composer: { ...composer(), isListClosed: false } })?.offers
        .length;
      if (!count) return;
      const from = composer().isListClosed ? -1 : composer().active;
      change({ isListClosed: false, active: (Math.max(from, by > 0 ? -1 : 0) + by + count) % count });
    },
    closeList: () => change({ isListClosed: true, active: -1 }),
    removeChip(index) {
      const { draft } = composer();
      if (draft.mode !== "command") return;
      if (index < 0 || draft.chips[index]?.option.required) {
        change({ ...EMPTY, draft: { mode: "text", text: `/${draft.line.name}` } });
        putCursor("text");
      } else {
        const chips = draft.chips.filter((_, at) => at !== index);
        goTo({ ...draft, chips }, chips.length === 0 ? "more" : Math.max(index - 1, 0));
      }
    },
    reset() {
      change(EMPTY);
      putCursor("text");
    },
  };
}

function withChip(draft: CommandDraft, chip: Chip): CommandDraft {
  return { ...draft, chips: [...draft.chips, chip], more: "" };
}

function isPicked({ draft, focus }: Composer): boolean {
  return draft.mode === "command" && typeof focus === "number" && draft.chips[focus]?.value !== undefined;
}

export function fieldId(focus: Focus): string {
  return typeof focus === "number" ? `option-${focus}` : `composer-${focus}`;
}

export function putCursor(focus: Focus): void {
  const field = document.getElementById(fieldId(focus));
  if (field === document.activeElement) return;
  field?.focus();
}
