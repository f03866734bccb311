import { html, nothing, type TemplateResult } from "lit-html";
import type { SeenMessage } from "../../people/protocol.ts";
import { avatar } from "../avatar.ts";
import { codeIcon, eyeIcon, warnIcon } from "../icons.ts";
import { Flag } from "../kinds.ts";
import { markdown } from "../markdown/render.ts";
import { nameOf } from "../names.ts";
import { worldNow } from "../world-time.ts";
import { components } from "./component.ts";
import { fullDate, headerDate, hourOf } from "./dates.ts";
import { embed } from "./embed.ts";
import { attachment } from "./media.ts";
import { origin } from "./origin.ts";
import type { Scene } from "./scene.ts";

/** Discord shows a text of nothing but emoji large, up to this many. */
const MAX_LARGE_EMOJI = 30;
const ONLY_EMOJI = /^(?:\p{RGI_Emoji}|<a?:\w{2,32}:\d{1,20}>|\s)+$/v;
const EMOJI = /\p{RGI_Emoji}|<a?:\w/gv;

interface Shown {
  readonly seen: SeenMessage;
  /** Follows a message of the same author closely and goes without a header. */
  readonly isGrouped: boolean;
  readonly failure: string | undefined;
  dismiss(): void;
  inspect(): void;
}

export function message({ seen, isGrouped, failure, dismiss, inspect }: Shown, scene: Scene): TemplateResult {
  const { message: shown, ephemeral, pinged } = seen;
  const { state, reader } = scene;
  const isThinking = ((shown.flags ?? 0) & Flag.Loading) !== 0;
  const author = nameOf(state.world, shown.author.id) ?? shown.author.username;
  const classes = [
    "message",
    isGrouped ? "grouped" : "",
    ephemeral ? "ephemeral" : "",
    pinged.includes(state.userId) ? "pinged" : "",
  ].join(" ");

  return html`<article id="message-${shown.id}" class=${classes} tabindex="-1" aria-label="Message of ${author}">
    ${isGrouped ? nothing : origin(seen, state)}
    ${isGrouped ? gutterTime(shown, reader.locale) : avatar(state.world, shown.author.id)}
    <div class="message-body">
      ${isGrouped ? nothing : header(shown, author, reader.locale)}
      ${isThinking ? thinking(author) : body(seen, scene)}
      ${failure === undefined ? nothing : failed(failure)}
      ${ephemeral ? onlyYou(dismiss) : nothing}
    </div>
    ${inspectButton(inspect)}
  </article>`;
}

export function inspectButton(inspect: () => void): TemplateResult {
  return html`<div class="message-tools">
    <button type="button" class="quiet" aria-label="Inspect" title="Inspect" @click=${inspect}>${codeIcon}</button>
  </div>`;
}

export function onlyYou(dismiss: () => void): TemplateResult {
  return html`<p class="only-you">
    ${eyeIcon} Only you can see this ·
    <button type="button" class="linkish" @click=${dismiss}>Dismiss message</button>
  </p>`;
}

export function failed(text: string): TemplateResult {
  return html`<p class="failure" role="alert">${warnIcon}${text}</p>`;
}

export function thinking(author: string): TemplateResult {
  return html`<p class="thinking">
    <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${author} is thinking…
  </p>`;
}

function header(shown: SeenMessage["message"], author: string, locale: string): TemplateResult {
  const at = Date.parse(shown.timestamp);
  return html`<header class="message-header">
    <span class="author">${author}</span>${shown.author.bot ? html`<span class="app-tag">APP</span>` : nothing}
    <time datetime=${shown.timestamp} title=${fullDate(at, locale)}>${headerDate(at, worldNow(), locale)}</time>
  </header>`;
}

function gutterTime({ timestamp }: SeenMessage["message"], locale: string): TemplateResult {
  const at = Date.parse(timestamp);
  return html`<time class="gutter-time" datetime=${timestamp} title=${fullDate(at, locale)}>${hourOf(at, locale)}</time>`;
}

function body({ message: shown }: SeenMessage, scene: Scene): TemplateResult {
  const { reader } = scene;
  const { content, embeds, components: parts = [] } = shown;
  const showsEmbeds = ((shown.flags ?? 0) & Flag.SuppressEmbeds) === 0;
  const edited = editedMark(shown, reader.locale);
  return html`
    ${content ? html`<div class=${isOnlyEmoji(content) ? "jumbo" : ""}>${markdown(content, reader, edited)}</div>` : nothing}
    ${showsEmbeds ? embeds.map((one) => embed(one, reader)) : nothing}
    ${loose(shown).map(attachment)} ${components(parts, scene)} ${content ? nothing : edited}
  `;
}

function editedMark(
  { edited_timestamp: edited }: SeenMessage["message"],
  locale: string,
): TemplateResult | typeof nothing {
  if (!edited) return nothing;
  return html`<span class="edited" title=${fullDate(Date.parse(edited), locale)}> (edited)</span>`;
}

function isOnlyEmoji(content: string): boolean {
  return ONLY_EMOJI.test(content) && (content.match(EMOJI)?.length ?? 0) <= MAX_LARGE_EMOJI;
}

/** Attachments that no component shows already. */
function loose({
  attachments,
  components: shown = [],
}: SeenMessage["message"]): SeenMessage["message"]["attachments"] {
  return shown.some((one) => "media" in one || one.type > 8) ? [] : attachments;
}
