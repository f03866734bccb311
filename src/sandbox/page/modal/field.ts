import type {
  APIComponentInLabel,
  APIModalInteractionResponseCallbackComponent,
  APITextInputComponent,
} from "discord-api-types/v10";
import { html, nothing, type TemplateResult } from "lit-html";
import { Component, PARAGRAPH } from "../kinds.ts";
import { markdown, type Reader } from "../markdown/render.ts";
import { type SelectOption, selectOptions, usuallyPicked } from "../message/select-options.ts";
import type { State } from "../page.ts";

type Top = APIModalInteractionResponseCallbackComponent;

interface Choice extends SelectOption {
  readonly isPicked: boolean;
}

/** One field of a modal, with its label. */
export function field(shown: Top, state: State, reader: Reader): TemplateResult | typeof nothing {
  switch (shown.type) {
    case Component.TextDisplay:
      return markdown(shown.content, reader);
    case Component.ActionRow:
      return html`${shown.components.map((input) => labelled(input.label ?? "", undefined, input, state))}`;
    case Component.Label:
      return labelled(shown.label, shown.description, shown.component, state);
    default:
      return nothing;
  }
}

function labelled(
  label: string,
  description: string | undefined,
  shown: APIComponentInLabel,
  state: State,
): TemplateResult {
  const isRequired = !("required" in shown) || shown.required !== false;
  const heading = html`<span class="field-label">
      ${label}${isRequired && shown.type !== Component.Checkbox ? html`<span class="needed" aria-hidden="true">*</span>` : nothing}
    </span>
    ${description ? html`<span class="field-description">${description}</span>` : nothing}`;
  const control = controlOf(shown, state, isRequired);
  if (shown.type === Component.Checkbox)
    return html`<label class="field ticked">${control}<span>${heading}</span></label>`;
  return isGroup(shown)
    ? html`<fieldset class="field"><legend>${heading}</legend>${control}</fieldset>`
    : html`<label class="field">${heading}${control}</label>`;
}

/** Several boxes to tick need a name of their own; a single control is named by its label. */
function isGroup(shown: APIComponentInLabel): boolean {
  if (shown.type === Component.RadioGroup || shown.type === Component.CheckboxGroup) return true;
  if (shown.type === Component.FileUpload) return false;
  return "max_values" in shown && (shown.max_values ?? 1) > 1;
}

function controlOf(shown: APIComponentInLabel, state: State, isRequired: boolean): TemplateResult {
  switch (shown.type) {
    case Component.TextInput:
      return textInput(shown, isRequired);
    case Component.Checkbox:
      return html`<input type="checkbox" name=${shown.custom_id} ?checked=${shown.default ?? false} />`;
    case Component.FileUpload:
      return html`<input type="file" name=${shown.custom_id} ?required=${isRequired} ?multiple=${(shown.max_values ?? 1) > 1} />`;
    case Component.RadioGroup:
    case Component.CheckboxGroup: {
      const kind = shown.type === Component.RadioGroup ? "radio" : "checkbox";
      return boxes(
        kind,
        shown.custom_id,
        shown.options.map((option) => ({ ...option, isPicked: option.default ?? false })),
      );
    }
    case Component.StringSelect:
    case Component.UserSelect:
    case Component.RoleSelect:
    case Component.MentionableSelect:
    case Component.ChannelSelect: {
      const before = usuallyPicked(shown);
      const choices = selectOptions(shown, state).map((one) => ({
        ...one,
        isPicked: before.includes(one.value),
      }));
      return isGroup(shown)
        ? boxes("checkbox", shown.custom_id, choices)
        : dropdown(shown.custom_id, shown.placeholder, choices, isRequired);
    }
  }
}

function textInput(shown: APITextInputComponent, isRequired: boolean): TemplateResult {
  const {
    custom_id: name,
    min_length: least,
    max_length: most = 4_000,
    placeholder = "",
    value = "",
  } = shown;
  return shown.style === PARAGRAPH
    ? html`<span class="counted" data-count=${counted(value, most)} @input=${count}><textarea name=${name} rows="4" ?required=${isRequired} minlength=${least ?? nothing} maxlength=${most} placeholder=${placeholder} .value=${value}></textarea></span>`
    : html`<span class="counted" data-count=${counted(value, most)} @input=${count}><input type="text" name=${name} ?required=${isRequired} minlength=${least ?? nothing} maxlength=${most} placeholder=${placeholder} .value=${value} /></span>`;
}

/** How much of a field's room is taken. */
function counted(text: string, most: number): string {
  return `${text.length}/${most}`;
}

function count({ currentTarget, target }: Event): void {
  const { value, maxLength } = target as HTMLInputElement | HTMLTextAreaElement;
  (currentTarget as HTMLElement).dataset["count"] = counted(value, maxLength);
}

function boxes(type: "radio" | "checkbox", name: string, choices: readonly Choice[]): TemplateResult {
  return html`<div class="boxes">
    ${choices.map(
      ({ value, label, description, sign, isPicked }) => html`<label class="box">
        <input type=${type} name=${name} value=${value} ?checked=${isPicked} />
        ${sign ?? nothing}
        <span>${label}${description ? html`<small>${description}</small>` : nothing}</span>
      </label>`,
    )}
  </div>`;
}

/** What is asked for is no choice, except where a choice can be taken back. */
function dropdown(
  name: string,
  placeholder: string | undefined,
  choices: readonly Choice[],
  isRequired: boolean,
): TemplateResult {
  return html`<select name=${name}>
    <option value="" ?hidden=${isRequired}>${placeholder ?? "Make a selection"}</option>
    ${choices.map(({ value, label, isPicked }) => html`<option value=${value} ?selected=${isPicked}>${label}</option>`)}
  </select>`;
}
