import { html, nothing, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import type { Page } from "../page.ts";
import { type Exchange, isUnanswered } from "./exchange.ts";
import { gaugeBars } from "./gauge-bars.ts";
import { colored, pretty } from "./json.ts";

const ANSWER_WITHIN_MS = 3_000;

/** What went over the wire, one line each, to be opened. */
export function wire(page: Page, all: readonly Exchange[], isOpen: (one: Exchange) => boolean): unknown {
  return repeat(
    all,
    ({ at, title, interactionId }) => `${at} ${title} ${interactionId}`,
    (one) => exchange(page, one, isOpen(one), isUnanswered(one, all)),
  );
}

export function body(page: Page, name: string, text: string): TemplateResult {
  const shown = pretty(text);
  return html`<figure class="body">
    <figcaption>
      ${name}
      <button type="button" class="linkish" aria-label="Copy: ${name}" @click=${() => void copy(page, shown)}>Copy</button>
    </figcaption>
    <pre tabindex="0" aria-label=${name}><code>${colored(shown)}</code></pre>
  </figure>`;
}

function exchange(
  page: Page,
  { way, title, about, status, tookMs, at, bodies, gauges }: Exchange,
  isOpen: boolean,
  isSilent: boolean,
): TemplateResult {
  const isRefused = isSilent || (status !== undefined && status >= 400);
  return html`<details class="exchange ${isRefused ? "refused" : ""}" ?open=${isOpen}>
    <summary>
      <b>${title}</b>
      ${about === "" ? nothing : html`<span class="about">${about}</span>`}
      <span class="way">
        ${way} ${status === undefined ? nothing : html`<span class="status">${status}</span>`}
        ${isSilent ? html`<span class="status">${silence(at)}</span>` : nothing}
        ${tookMs === undefined ? nothing : `${tookMs} ms`}
      </span>
    </summary>
    ${gaugeBars(gauges)} ${bodies.map(({ name, text }) => body(page, name, text))}
  </details>`;
}

function silence(askedAt: number): string {
  return Date.now() - askedAt < ANSWER_WITHIN_MS ? "no answer yet" : "no answer within 3 s";
}

async function copy(page: Page, text: string): Promise<void> {
  const isDone = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  page.change({ announcement: isDone ? "Copied." : "The browser did not let the page copy." });
}
