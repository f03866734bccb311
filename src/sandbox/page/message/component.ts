import type { APIMessageComponent } from "discord-api-types/v10";
import { html, nothing, type TemplateResult } from "lit-html";
import { cssVars, hexColor } from "../css-vars.ts";
import { Component, LARGE_SPACING } from "../kinds.ts";
import { markdown } from "../markdown/render.ts";
import { button } from "./button.ts";
import { covered } from "./covered.ts";
import { fileCard, gallery, thumbnail } from "./media.ts";
import type { Scene } from "./scene.ts";
import { select } from "./select.ts";

/** One of a message's components, with all that is in it. */
export function component(shown: APIMessageComponent, scene: Scene): TemplateResult | typeof nothing {
  switch (shown.type) {
    case Component.Container: {
      const container = html`<div class="container" ${cssVars({ "--accent": hexColor(shown.accent_color) })}>
        ${components(shown.components, scene)}
      </div>`;
      return shown.spoiler ? covered(container) : container;
    }
    case Component.ActionRow:
      return html`<div class="action-row">${components(shown.components, scene)}</div>`;
    case Component.TextDisplay:
      return markdown(shown.content, scene.reader);
    case Component.Section:
      return html`<div class="section">
        <div class="section-text">${components(shown.components, scene)}</div>
        ${component(shown.accessory, scene)}
      </div>`;
    case Component.Thumbnail:
      return thumbnail(shown.media.url, shown.description, shown.spoiler);
    case Component.MediaGallery:
      return gallery(shown.items);
    case Component.File:
      return fileCard(shown.name ?? shown.file.url, shown.size, shown.file.url, shown.spoiler);
    case Component.Separator:
      return html`<div class="separator ${shown.spacing === LARGE_SPACING ? "wide" : ""}">
        ${shown.divider === false ? nothing : html`<hr />`}
      </div>`;
    case Component.Button:
      return button(shown, scene);
    case Component.StringSelect:
    case Component.UserSelect:
    case Component.RoleSelect:
    case Component.MentionableSelect:
    case Component.ChannelSelect:
      return select(shown, scene);
    default:
      return nothing;
  }
}

export function components(shown: readonly APIMessageComponent[], scene: Scene): readonly unknown[] {
  return shown.map((one) => component(one, scene));
}
