import type { APIMessage } from "discord-api-types/v10";
import { html, nothing, type TemplateResult } from "lit-html";
import { guard } from "lit-html/directives/guard.js";
import type { Rule } from "../../rules/rule.ts";
import type { TrafficEntry } from "../../traffic.ts";
import { fetchRules } from "../api.ts";
import type { Entry, Page, Panel } from "../page.ts";
import { type Exchange, exchangeOf, isUnanswered, UPDATE } from "./exchange.ts";
import { gaugeBars } from "./gauge-bars.ts";
import { gaugesOf } from "./gauges.ts";
import { inspect, refreshInspector } from "./open.ts";
import { body, wire } from "./wire.ts";

const DOCS = "https://docs.discord.com/developers/";

let rules: readonly Rule[] | undefined;

/** What the bot and Discord said to each other: about a message, about a command without an answer, or of late. */
export function inspector(
  page: Page,
  { entryId, traffic }: Extract<Panel, { readonly kind: "inspector" }>,
): TemplateResult {
  const entry = page.state.entries.find(({ id }) => id === entryId);
  return html`${guard([entryId, traffic, entry, rules], () => {
    if (entryId === undefined) return lately(page, traffic);
    if (entry?.kind === "message") return ofMessage(page, entry.seen.message, traffic);
    if (entry?.kind === "silent") return ofSilence(page, entry, traffic);
    return html`<p class="empty">This message is gone.</p>`;
  })}`;
}

type Seen = readonly TrafficEntry[] | undefined;

function ofMessage(page: Page, message: APIMessage, traffic: Seen): TemplateResult {
  const exchanges = (traffic ?? []).map(exchangeOf);
  const told = tellingIn(exchanges, message.interaction_metadata?.id);
  return html`<section>
      <h3>Discord's limits</h3>
      ${gaugeBars(gaugesOf(message))} ${ruleBook(page)}
    </section>
    <section>
      <h3>On the wire</h3>
      ${missing(traffic, message.author.bot ? "it is too long ago." : "a bot is not told of it.")}
      ${wire(page, exchanges, ({ interactionId }) => interactionId !== undefined && told.has(interactionId))}
      ${everything(page)}
    </section>
    <section>
      <h3>The message now</h3>
      ${body(page, "Message", JSON.stringify(message))}
    </section>`;
}

function ofSilence(
  page: Page,
  { command, text }: Extract<Entry, { readonly kind: "silent" }>,
  traffic: Seen,
): TemplateResult {
  const { name } = page.state.world.bot;
  return html`<section>
      <h3>/${command}: no answer within 3 s</h3>
      <p class="small">
        Discord gives an application three seconds for its first answer, and then shows “${text}”. An answer that
        comes later is refused with 404.
      </p>
    </section>
    <section>
      <h3>On the wire</h3>
      ${missing(traffic, `${name} was not connected, so it has heard of nothing.`)}
      ${wire(page, (traffic ?? []).map(exchangeOf), () => true)} ${everything(page)}
    </section>`;
}

/** Newest first: forms, options and edits, too, which leave no line of their own in the channel. */
function lately(page: Page, traffic: Seen): TemplateResult {
  return html`<section>
    <h3>Lately on the wire</h3>
    <p class="small">
      Newest first, forms and options as well. Heartbeats are left out.
      <button type="button" class="linkish" @click=${() => void refreshInspector(page)}>Look again</button>
    </p>
    ${missing(traffic, "nobody has said anything yet.")}
    ${wire(page, (traffic ?? []).map(exchangeOf).toReversed(), () => false)}
  </section>`;
}

/** The interactions that made a message what it is: where it came from, and what last changed it or failed. */
function tellingIn(exchanges: readonly Exchange[], originId: string | undefined): ReadonlySet<string> {
  const last = exchanges.findLast((one) => one.answers === UPDATE || isUnanswered(one, exchanges));
  return new Set([originId, last?.interactionId].filter((id) => id !== undefined));
}

function missing(traffic: Seen, why: string): TemplateResult | typeof nothing {
  if (traffic === undefined) return html`<p class="empty">Loading…</p>`;
  return traffic.length === 0 ? html`<p class="empty">Nothing: ${why}</p>` : nothing;
}

function everything(page: Page): TemplateResult {
  return html`<button type="button" class="linkish" @click=${() => inspect(page)}>Everything that was said lately</button>`;
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
