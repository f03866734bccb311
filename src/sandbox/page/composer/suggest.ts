import type { Choice } from "../../people/protocol.ts";
import { autocomplete } from "../api.ts";
import type { Page } from "../page.ts";
import { refreshInspector } from "../panel/open.ts";
import { type Chip, valuesOf } from "./draft.ts";

const QUIET_MS = 60;

/** Asks the bot what it offers for an option, once the typing pauses. An answer that comes too late is dropped. */
export function suggester(page: Page): (chip: Chip) => void {
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  return ({ option, text, value }) => {
    const turn = ++asked;
    clearTimeout(timer);
    if (value !== undefined) return show(turn, []);
    timer = setTimeout(() => void ask(turn, option.name, text), QUIET_MS);
  };

  async function ask(turn: number, focused: string, text: string): Promise<void> {
    const { composer, userId, channelId } = page.state;
    if (turn !== asked || composer.draft.mode !== "command") return;
    const options = { ...valuesOf(composer.draft.chips), [focused]: text };
    const command = composer.draft.line.name;
    const outcome = await autocomplete({ userId, channelId, command, options, focused }).catch(
      () => undefined,
    );
    if (outcome?.kind === "choices") show(turn, outcome.choices);
    else show(turn, outcome?.kind === "no-response" ? outcome.text : []);
    void refreshInspector(page);
  }

  function show(turn: number, suggestions: readonly Choice[] | string): void {
    if (turn === asked) page.change({ composer: { ...page.state.composer, suggestions } });
  }
}
