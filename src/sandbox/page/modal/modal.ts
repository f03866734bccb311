import { html, nothing, type TemplateResult } from "lit-html";
import { guard } from "lit-html/directives/guard.js";
import type { ModalValues } from "../../people/protocol.ts";
import { avatar } from "../avatar.ts";
import { closeIcon, warnIcon } from "../icons.ts";
import type { Reader } from "../markdown/render.ts";
import type { State } from "../page.ts";
import { field } from "./field.ts";
import { valuesIn } from "./values.ts";

interface ModalDeeds {
  submit(values: Promise<ModalValues>): void;
  close(): void;
}

/** The form that the bot has opened, in front of everything else. */
export function modal(state: State, reader: Reader, deeds: ModalDeeds): TemplateResult | typeof nothing {
  const { modal: shown, world } = state;
  if (!shown) return nothing;
  const { title, components } = shown.modal;
  return html`<dialog class="modal" aria-labelledby="modal-title" @cancel=${deeds.close}>
    <form
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        deeds.submit(valuesIn(event.currentTarget as HTMLFormElement, shown.modal, state));
      }}
    >
      <header>
        ${avatar(world, world.bot.id)}
        <h2 id="modal-title">${title}</h2>
        <button type="button" class="quiet" aria-label="Close" @click=${deeds.close}>${closeIcon}</button>
      </header>
      <div class="modal-scroll">
      <p class="modal-notice">
        ${warnIcon}<span>This form will be submitted to <b>${world.bot.name}</b>. Do not share passwords or other sensitive information.</span>
      </p>
      <div class="modal-fields">${guard([shown.id], () => components.map((one) => field(one, state, reader)))}</div>
      </div>
      ${shown.refusal === undefined ? nothing : html`<p class="failure" role="alert">${warnIcon}${shown.refusal}</p>`}
      <footer>
        <button type="button" class="button secondary" @click=${deeds.close}>Cancel</button>
        <button type="submit" class="button primary" ?disabled=${shown.isSending ?? false}>Submit</button>
      </footer>
    </form>
  </dialog>`;
}

/** Where the cursor stood before the dialog took it. */
let before: Element | null = null;

/**
 * A dialog has to be opened by a call, once it is on the page. Its first field takes the cursor; once the dialog is gone
 * the cursor goes back.
 */
export function openDialog(): void {
  const dialog = document.querySelector<HTMLDialogElement>("dialog.modal");
  if (!dialog) {
    if (before instanceof HTMLElement && before.isConnected && document.activeElement === document.body)
      before.focus();
    before = null;
  } else if (!dialog.open) {
    before = document.activeElement;
    dialog.showModal();
    dialog.querySelector<HTMLElement>(".modal-fields :is(input, textarea, select)")?.focus();
  }
}
