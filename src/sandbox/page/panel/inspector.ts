import { html, nothing, type TemplateResult } from "lit-html";
import { guard } from "lit-html/directives/guard.js";
import type { Rule } from "../../rules/rule.ts";
import { fetchRules } from "../api.ts";
import { cssVars } from "../css-vars.ts";
import type { Page, Panel } from "../page.ts";
import { type Exchange, exchangeOf } from "./exchange.ts";
import { type Gauge, gaugesOf } from "./gauges.ts";
import { colored, pretty } from "./json.ts";

const DOCS = "https://docs.discord.com/developers/";

let rules: readonly Rule[] | undefined;

/** A message as the bot and Discord know it: the interaction, the answer, and how far it is from Discord's limits. */
export function inspector(
  page: Page,
  { messageId, traffic }: Extract<Panel, { readonly kind: "inspector" }>,
): TemplateResult {
  const entry = page.state.entries.find(({ id }) => id === messageId);
  if (entry?.kind !== "message") return html`<p class="empty">This message is gone.</p>`;
  const { message } = entry.seen;
  const copy = (text: string) => void copied(page, text);

  return html`${guard([traffic, message, rules], () => {
    const exchanges = (traffic ?? []).map(exchangeOf);
    const lastMain = exchanges.findLastIndex(({ isMain, way }) => isMain && way === "to the bot");
    return html`<section>
        <h3>Discord's limits</h3>
        <ul class="gauges">${gaugesOf(message).map(gauge)}</ul>
        ${ruleBook(page)}
      </section>
      <section>
        <h3>On the wire</h3>
        ${traffic === undefined ? html`<p class="empty">Loading…</p>` : nothing}
        ${traffic?.length === 0 ? html`<p class="empty">Nothing: ${message.author.bot ? "it is too long ago." : "a bot is not told of it."}</p>` : nothing}
        ${exchanges.map((one, index) => exchange(one, one.isMain && index >= lastMain, copy))}
      </section>
      <section>
        <h3>The message now</h3>
        ${body("Message", JSON.stringify(message), copy)}
      </section>`;
  })}`;
}

function gauge({ name, used, most }: Gauge): TemplateResult {
  const isOver = used > most;
  return html`<li class=${isOver ? "over" : ""} ${cssVars({ "--part": `${Math.min(100, (used / most) * 100)}%` })}>
    <span>${name}</span><span class="count">${used.toLocaleString("en")} of ${most.toLocaleString("en")}${isOver ? " — too many" : ""}</span>
  </li>`;
}

function ruleBook(page: Page): TemplateResult {
  const open = async (event: Event) => {
    if (rules || !(event.currentTarget as HTMLDetailsElement).open) return;
    rules = await fetchRules();
    page.change({});
  };
  return html`<details class="exchange" @toggle=${open}>
    <summary>What else is checked</summary>
    <p class="small">The sandbox answers as Discord does, with 400, where a body breaks one of these.</p>
    <ul class="rules">
      ${(rules ?? []).map(
        ({ rule, page: where }) =>
          html`<li><a href="${DOCS}${where}" target="_blank" rel="noopener noreferrer">${rule}</a></li>`,
      )}
    </ul>
  </details>`;
}

function exchange(
  { way, title, status, tookMs, bodies }: Exchange,
  isOpen: boolean,
  copy: (text: string) => void,
): TemplateResult {
  const isRefused = status !== undefined && status >= 400;
  return html`<details class="exchange ${isRefused ? "refused" : ""}" ?open=${isOpen}>
    <summary>
      <b>${title}</b>
      <span class="way">
        ${way} ${status === undefined ? nothing : html`<span class="status">${status}</span>`}
        ${tookMs === undefined ? nothing : `${tookMs} ms`}
      </span>
    </summary>
    ${bodies.map(({ name, text }) => body(name, text, copy))}
  </details>`;
}

function body(name: string, text: string, copy: (text: string) => void): TemplateResult {
  const shown = pretty(text);
  return html`<figure class="body">
    <figcaption>
      ${name}
      <button type="button" class="linkish" aria-label="Copy: ${name}" @click=${() => copy(shown)}>Copy</button>
    </figcaption>
    <pre tabindex="0" aria-label=${name}><code>${colored(shown)}</code></pre>
  </figure>`;
}

async function copied(page: Page, text: string): Promise<void> {
  const isDone = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  page.change({ announcement: isDone ? "Copied." : "The browser did not let the page copy." });
}
