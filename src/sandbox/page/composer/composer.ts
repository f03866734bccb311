import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { attach, reasonOf } from "../api.ts";
import { sendIcon, warnIcon } from "../icons.ts";
import { Option } from "../kinds.ts";
import { channelById, channelName, channelSign } from "../names.ts";
import type { Page } from "../page.ts";
import { type Chip, type Draft, unusedOptions } from "./draft.ts";
import { type Editing, fieldId } from "./editing.ts";
import { onComposerKey } from "./keys.ts";
import { type OfferList, offerList } from "./offers.ts";

export interface ComposerDeeds {
  readonly edit: Editing;
  send(): void;
}

const LIST_ID = "composer-list";

/** The message box with the list above it. */
export function composer(page: Page, deeds: ComposerDeeds): TemplateResult {
  const { state } = page;
  const { draft, error } = state.composer;
  const list = offerList(state);
  const onKey = (event: KeyboardEvent) => onComposerKey(event, page, deeds.edit, deeds.send);

  return html`<form
    class="composer"
    id="composer"
    aria-label="Message box"
    @submit=${(event: Event) => {
      event.preventDefault();
      deeds.send();
    }}
  >
    ${list ? offers(page, list, deeds) : nothing}
    ${error === undefined ? nothing : html`<p class="composer-error" role="alert">${warnIcon}${error}</p>`}
    <div class="composer-box">
      ${draft.mode === "text" ? textField(page, draft.text, deeds, onKey) : commandFields(page, draft, deeds, onKey)}
      <button type="submit" class="send" aria-label="Send">${sendIcon}</button>
    </div>
  </form>`;
}

function textField(
  page: Page,
  text: string,
  { edit }: ComposerDeeds,
  onKey: (event: KeyboardEvent) => void,
): TemplateResult {
  const { world, channelId } = page.state;
  const channel = channelById(world, channelId);
  const list = offerList(page.state);
  const place = channel ? `${channelSign(channel)}${channelName(world, channel)}` : "";
  return html`<textarea
    id=${fieldId("text")}
    rows="1"
    maxlength="2000"
    aria-autocomplete="list"
    aria-haspopup="listbox"
    aria-label="Message ${place}"
    placeholder="Message ${place}"
    aria-controls=${list ? LIST_ID : nothing}
    aria-activedescendant=${list ? activeId(page) : nothing}
    .value=${live(text)}
    @input=${(event: Event) => edit.typeText((event.target as HTMLTextAreaElement).value)}
    @keydown=${onKey}
  ></textarea>`;
}

function commandFields(
  page: Page,
  draft: Extract<Draft, { readonly mode: "command" }>,
  { edit }: ComposerDeeds,
  onKey: (event: KeyboardEvent) => void,
): TemplateResult {
  const unused = unusedOptions(draft).length;
  const hasList = page.state.composer.focus === "more" && offerList(page.state) !== undefined;
  return html`<div class="command-line">
    <span class="command-name">/${draft.line.name}</span>
    ${draft.chips.map((chip, index) => chipField(page, chip, index, edit, onKey))}
    <input
      id=${fieldId("more")}
      class="more"
      autocomplete="off"
      role="combobox"
      aria-expanded=${hasList ? "true" : "false"}
      aria-controls=${hasList ? LIST_ID : nothing}
      aria-activedescendant=${hasList ? activeId(page) : nothing}
      aria-label=${unused > 0 ? `${unused} more options` : "End of the command; Enter sends it"}
      placeholder=${unused > 0 ? `+${unused} optional` : ""}
      .value=${live(draft.more)}
      @input=${(event: Event) => edit.typeMore((event.target as HTMLInputElement).value)}
      @focus=${() => edit.focus("more")}
      @keydown=${onKey}
    />
  </div>`;
}

function chipField(
  page: Page,
  { option, text }: Chip,
  index: number,
  edit: Editing,
  onKey: (event: KeyboardEvent) => void,
): TemplateResult {
  const { error, focus } = page.state.composer;
  if (option.type === Option.Attachment) return fileField(page, option, index, edit, onKey);
  const hasList = focus === index && offerList(page.state) !== undefined;
  return html`<label class="chip ${error !== undefined && focus === index ? "wrong" : ""}">
    <span class="chip-name">${option.name}</span>
    <input
      id=${fieldId(index)}
      autocomplete="off"
      spellcheck="false"
      role="combobox"
      aria-autocomplete="list"
      aria-expanded=${hasList ? "true" : "false"}
      aria-controls=${hasList ? LIST_ID : nothing}
      aria-activedescendant=${hasList ? activeId(page) : nothing}
      aria-required=${option.required ? "true" : "false"}
      size=${Math.max(text.length, 3)}
      .value=${live(text)}
      @input=${(event: Event) => edit.typeChip(index, (event.target as HTMLInputElement).value)}
      @focus=${() => edit.focus(index)}
      @keydown=${onKey}
    />
  </label>`;
}

function fileField(
  page: Page,
  option: Chip["option"],
  index: number,
  edit: Editing,
  onKey: (event: KeyboardEvent) => void,
): TemplateResult {
  const { error, focus } = page.state.composer;
  return html`<label class="chip ${error !== undefined && focus === index ? "wrong" : ""}">
    <span class="chip-name">${option.name}</span>
    <input
      id=${fieldId(index)}
      type="file"
      aria-required=${option.required ? "true" : "false"}
      @change=${(event: Event) => {
        const [file] = (event.target as HTMLInputElement).files ?? [];
        if (file) void hold(page, file, index, edit);
      }}
      @focus=${() => edit.focus(index)}
      @keydown=${onKey}
    />
  </label>`;
}

/** Sends a file ahead, and puts what stands for it into its option, unless something else is typed by then. */
async function hold(page: Page, file: File, index: number, edit: Editing): Promise<void> {
  const optionNow = () => {
    const { draft } = page.state.composer;
    return draft.mode === "command" ? draft.chips[index]?.option : undefined;
  };
  const option = optionNow();
  try {
    const id = await attach(page.state, file);
    if (optionNow() === option) edit.fill(index, file.name, id);
  } catch (error) {
    if (optionNow() !== option) return;
    const text = `${option?.name}: ${reasonOf(error)}`;
    page.change({ composer: { ...page.state.composer, focus: index, error: text } });
  }
}

function offers(
  { state }: Page,
  { title, offers: all, note }: OfferList,
  { edit }: ComposerDeeds,
): TemplateResult {
  const { active } = state.composer;
  return html`<div class="offers">
    <p class="offers-title">${title}</p>
    <ul id=${LIST_ID} role="listbox" aria-label=${title}>
      ${all.map(
        (offer, index) => html`<li
          role="option"
          id="${LIST_ID}-${index}"
          class=${index === active ? "active" : ""}
          aria-selected=${index === active ? "true" : "false"}
          @mousedown=${(event: Event) => {
            event.preventDefault();
            edit.take(offer);
          }}
        >
          <span class="offer-label">${offer.label}</span>
          ${offer.hint === undefined ? nothing : html`<span class="offer-hint">${offer.hint}</span>`}
        </li>`,
      )}
    </ul>
    ${note === undefined ? nothing : html`<p class="offers-note" role="status">${note}</p>`}
  </div>`;
}

function activeId({ state }: Page): string | typeof nothing {
  return state.composer.active < 0 ? nothing : `${LIST_ID}-${state.composer.active}`;
}
