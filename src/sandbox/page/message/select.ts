import type { APISelectMenuComponent } from "discord-api-types/v10";
import { html, nothing, type TemplateResult } from "lit-html";
import { chevronIcon } from "../icons.ts";
import type { OpenMenu } from "../page.ts";
import type { Scene } from "./scene.ts";
import { keyedTo, typedInto } from "./select-keys.ts";
import { type SelectOption, selectOptions, usuallyPicked } from "./select-options.ts";

/** How high a list of several options grows. */
const LIST_PX = 270;

/** A select in a message: one choice is sent at once, several when the list closes. */
export function select(shown: APISelectMenuComponent, scene: Scene): TemplateResult {
  const { custom_id: customId, disabled = false, max_values: most = 1, min_values: least = 1 } = shown;
  const everything = selectOptions(shown, scene.state);
  const before = scene.picked(customId) ?? usuallyPicked(shown);
  const menu = scene.menu?.customId === customId ? scene.menu : undefined;
  const picked = menu?.picked ?? before;
  const filter = menu?.filter ?? "";
  const options = everything.filter(({ label }) => label.toLowerCase().includes(filter.toLowerCase()));
  const listId = `list-${scene.messageId}-${customId}`;

  const open = ({ currentTarget }: Event) => {
    openWhereRoomIs(currentTarget as HTMLElement);
    scene.showMenu({ customId, picked: before, active: 0, filter: "" });
  };
  const show = (patch: Partial<OpenMenu>) => menu && scene.showMenu({ ...menu, ...patch });
  const close = () => {
    scene.showMenu(undefined);
    if (menu && most > 1 && picked.length >= least && !sameValues(picked, before))
      scene.choose(customId, picked);
  };
  const take = (value: string) => {
    if (most === 1) {
      const isTakenBack = least === 0 && picked.includes(value);
      scene.showMenu(undefined);
      scene.choose(customId, isTakenBack ? [] : [value]);
    } else if (picked.includes(value)) show({ picked: picked.filter((one) => one !== value) });
    else if (picked.length < most) show({ picked: [...picked, value] });
  };
  const onKey = (event: KeyboardEvent) => {
    const typed = typedInto(event, menu);
    if (typed !== undefined) {
      show({ filter: typed, active: 0 });
      event.preventDefault();
      return;
    }
    const active = keyedTo(event.key, menu, options.length);
    if (active === "open") open(event);
    else if (active === "close") close();
    else if (active === "take") {
      const option = options[menu?.active ?? 0];
      if (option) take(option.value);
    } else if (typeof active === "number") {
      show({ active });
      document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: "nearest" });
    } else return;
    event.preventDefault();
  };

  return html`<div class="select ${menu ? "open" : ""}">
    <button
      type="button"
      role="combobox"
      class="select-box"
      aria-haspopup="listbox"
      aria-label=${shown.placeholder ?? "Make a selection"}
      aria-expanded=${menu ? "true" : "false"}
      aria-controls=${menu ? listId : nothing}
      aria-activedescendant=${menu && options.length > 0 ? `${listId}-${menu.active}` : nothing}
      ?disabled=${disabled}
      @click=${(event: Event) => (menu ? close() : open(event))}
      @keydown=${onKey}
      @blur=${close}
    >
      ${chosen(shown, filter, everything, picked)}
      ${chevronIcon}
    </button>
    ${
      menu
        ? html`<ul class="listbox" role="listbox" id=${listId} aria-multiselectable=${most > 1 ? "true" : nothing}>
          ${options.map((option, index) => row(option, `${listId}-${index}`, index === menu.active, picked, take))}
          ${options.length === 0 ? html`<li class="none" role="option" aria-disabled="true">Nothing matches “${filter}”.</li>` : nothing}
        </ul>`
        : nothing
    }
  </div>`;
}

/** In the box: what was typed, else what was picked, else what is asked for. */
function chosen(
  { placeholder = "Make a selection", max_values: most = 1 }: APISelectMenuComponent,
  filter: string,
  everything: readonly SelectOption[],
  picked: readonly string[],
): TemplateResult {
  if (filter) return html`<span class="chosen one-line">${filter}</span>`;
  const options = everything.filter(({ value }) => picked.includes(value));
  if (options.length === 0) return html`<span class="placeholder one-line">${placeholder}</span>`;
  return html`<span class="chosen one-line">
    ${options.map(({ label, sign }) => html`<span class=${most > 1 ? "pick" : "only"}>${sign ?? nothing}${label}</span>`)}
  </span>`;
}

/** A list at the end of the channel opens upwards, where it can be seen. */
function openWhereRoomIs(box: HTMLElement): void {
  const { top, bottom } = box.getBoundingClientRect();
  const room = box.closest(".timeline")?.getBoundingClientRect();
  const select = box.parentElement;
  if (!room || !select) return;
  const isTight = room.bottom - bottom < LIST_PX && top - room.top > room.bottom - bottom;
  select.dataset["opens"] = isTight ? "up" : "down";
}

function row(
  option: SelectOption,
  id: string,
  isActive: boolean,
  picked: readonly string[],
  take: (value: string) => void,
): TemplateResult {
  return html`<li
    role="option"
    id=${id}
    class=${isActive ? "active" : ""}
    aria-selected=${picked.includes(option.value) ? "true" : "false"}
    @mousedown=${(event: Event) => {
      event.preventDefault();
      take(option.value);
    }}
  >
    ${option.sign ?? nothing}
    <span class="option-text">
      ${option.label}${option.description ? html`<small>${option.description}</small>` : nothing}
    </span>
    <span class="tick" aria-hidden="true">✓</span>
  </li>`;
}

function sameValues(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value) => b.includes(value));
}
