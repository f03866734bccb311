import type { APIButtonComponent, APIMessageComponentEmoji } from "discord-api-types/v10";
import { html, nothing, type TemplateResult } from "lit-html";
import { linkIcon } from "../icons.ts";
import { Style } from "../kinds.ts";
import type { Scene } from "./scene.ts";

export function button(shown: APIButtonComponent, scene: Scene): TemplateResult {
  if (shown.style === Style.Link) {
    const isDead = shown.disabled === true || !/^(https?|discord):/i.test(shown.url);
    return html`<a
      class="button secondary"
      href=${isDead ? nothing : shown.url}
      aria-disabled=${isDead ? "true" : nothing}
      target="_blank"
      rel="noopener noreferrer"
    >${face(shown.label, shown.emoji)}${linkIcon}</a>`;
  }
  if (shown.style === Style.Premium) {
    return html`<button type="button" class="button primary" disabled>Premium</button>`;
  }
  const { custom_id: customId, style, disabled = false, label, emoji } = shown;
  const isBusy = scene.isBusy(customId);
  return html`<button
    type="button"
    class="button ${styleName(style)} ${isBusy ? "busy" : ""}"
    ?disabled=${disabled}
    aria-busy=${isBusy ? "true" : nothing}
    @click=${() => {
      if (!isBusy) scene.press(customId);
    }}
  >${face(label, emoji)}</button>`;
}

export function emojiText(emoji: APIMessageComponentEmoji | undefined): string {
  if (!emoji?.name) return "";
  return emoji.id ? `:${emoji.name}:` : emoji.name;
}

function face(label: string | undefined, emoji: APIMessageComponentEmoji | undefined): TemplateResult {
  const sign = emojiText(emoji);
  return html`<span class="face">${sign ? html`<span class="emoji">${sign}</span>` : nothing}${label ?? ""}</span>`;
}

function styleName(style: number): string {
  if (style === Style.Primary) return "primary";
  if (style === Style.Success) return "success";
  return style === Style.Danger ? "danger" : "secondary";
}
