import { html, nothing, type TemplateResult } from "lit-html";
import type { SeenMessage } from "../../people/protocol.ts";
import { avatar } from "../avatar.ts";
import { codeIcon, eyeIcon } from "../icons.ts";
import { Flag } from "../kinds.ts";
import { markdown } from "../markdown/render.ts";
import { nameOf } from "../names.ts";
import { worldNow } from "../world-time.ts";
import { components } from "./component.ts";
import { headerDate, longDate } from "./dates.ts";
import { embed } from "./embed.ts";
import { attachment } from "./media.ts";
import { origin } from "./origin.ts";
import type { Scene } from "./scene.ts";

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
    ${isGrouped ? nothing : avatar(state.world, shown.author.id)}
    <div class="message-body">
      ${isGrouped ? nothing : header(shown, author, reader.locale)}
      ${isThinking ? thinking(author) : body(seen, scene)}
      ${failure === undefined ? nothing : html`<p class="failure" role="alert">${failure}</p>`}
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

export function thinking(author: string): TemplateResult {
  return html`<p class="thinking">
    <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${author} is thinking…
  </p>`;
}

function header(shown: SeenMessage["message"], author: string, locale: string): TemplateResult {
  const at = Date.parse(shown.timestamp);
  return html`<header class="message-header">
    <span class="author">${author}</span>${shown.author.bot ? html`<span class="app-tag">APP</span>` : nothing}
    <time datetime=${shown.timestamp} title=${longDate(at, locale)}>${headerDate(at, worldNow(), locale)}</time>
  </header>`;
}

function body({ message: shown }: SeenMessage, scene: Scene): TemplateResult {
  const { reader } = scene;
  const showsEmbeds = ((shown.flags ?? 0) & Flag.SuppressEmbeds) === 0;
  return html`
    ${shown.content ? markdown(shown.content, reader) : nothing}
    ${showsEmbeds ? shown.embeds.map((one) => embed(one, reader)) : nothing}
    ${loose(shown).map(attachment)}
    ${components(shown.components ?? [], scene)}
    ${shown.edited_timestamp ? html`<span class="edited">(edited)</span>` : nothing}
  `;
}

/** Attachments that no component shows already. */
function loose({
  attachments,
  components: shown = [],
}: SeenMessage["message"]): SeenMessage["message"]["attachments"] {
  return shown.some((one) => "media" in one || one.type > 8) ? [] : attachments;
}
