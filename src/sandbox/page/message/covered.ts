import { html, type TemplateResult } from "lit-html";

/** What its author has hidden: blurred and out of reach, until a press shows it for good. */
export function covered(inner: unknown): TemplateResult {
  return html`<div class="covered">
    <div class="under" tabindex="-1" inert>${inner}</div>
    <button type="button" class="cover" @click=${uncover}><span>Spoiler</span></button>
  </div>`;
}

function uncover({ currentTarget }: Event): void {
  const shown = (currentTarget as HTMLElement).parentElement;
  const under = shown?.querySelector<HTMLElement>(".under");
  shown?.classList.add("open");
  under?.removeAttribute("inert");
  under?.focus({ preventScroll: true });
}
