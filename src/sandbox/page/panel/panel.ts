import { html, nothing, type TemplateResult } from "lit-html";
import { closeIcon } from "../icons.ts";
import type { Page, Panel } from "../page.ts";
import { backstage } from "./backstage.ts";
import { guide } from "./guide.ts";
import { inspector } from "./inspector.ts";
import { closePanel } from "./open.ts";
import type { TryOut } from "./suggestions.ts";

const TITLES: Readonly<Record<Panel["kind"], string>> = {
  guide: "What can I try?",
  backstage: "Backstage",
  inspector: "Inspector",
};

/** What stands beside the channel; on a small screen, in front of it. */
export function panel(page: Page, tryOut: TryOut): TemplateResult | typeof nothing {
  const { panel: shown } = page.state;
  if (!shown) return nothing;
  return html`<aside
    class="panel"
    aria-labelledby="panel-title"
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === "Escape") closePanel(page);
    }}
  >
    <header>
      <h2 id="panel-title" tabindex="-1">${TITLES[shown.kind]}</h2>
      <button type="button" class="quiet" aria-label="Close ${TITLES[shown.kind]}" @click=${() => closePanel(page)}>
        ${closeIcon}
      </button>
    </header>
    <div class="panel-body">${content(page, shown, tryOut)}</div>
  </aside>`;
}

function content(page: Page, shown: Panel, tryOut: TryOut): TemplateResult {
  switch (shown.kind) {
    case "guide":
      return guide(page.state, tryOut);
    case "backstage":
      return backstage(page);
    case "inspector":
      return inspector(page, shown);
  }
}
