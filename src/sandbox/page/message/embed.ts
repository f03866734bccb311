import type { APIEmbed } from "discord-api-types/v10";
import { html, nothing, type TemplateResult } from "lit-html";
import { cssVars, hexColor } from "../css-vars.ts";
import { markdown, type Reader } from "../markdown/render.ts";
import { picture } from "./media.ts";

export function embed(shown: APIEmbed, reader: Reader): TemplateResult {
  const { author, title, url, description, fields = [], image, thumbnail, footer, timestamp } = shown;
  return html`<div class="embed" ${cssVars({ "--accent": hexColor(shown.color) })}>
    <div class="embed-text">
      ${author ? html`<div class="embed-author">${linked(author.name, author.url)}</div>` : nothing}
      ${title ? html`<div class="embed-title">${url ? linked(title, url) : markdown(title, reader)}</div>` : nothing}
      ${description ? markdown(description, reader) : nothing}
      ${
        fields.length > 0
          ? html`<dl class="embed-fields">
            ${fields.map(
              ({ name, value, inline }) => html`<div class=${inline ? "inline" : "wide"}>
                <dt>${markdown(name, reader)}</dt>
                <dd>${markdown(value, reader)}</dd>
              </div>`,
            )}
          </dl>`
          : nothing
      }
      ${image ? picture({ url: image.url, alt: "", className: "shot" }) : nothing}
      ${
        footer || timestamp
          ? html`<div class="embed-footer">
            ${footer?.text ?? ""}${footer && timestamp ? " • " : ""}
            ${timestamp ? html`<discord-time at=${Date.parse(timestamp)} format="f" lang=${reader.locale}></discord-time>` : ""}
          </div>`
          : nothing
      }
    </div>
    ${thumbnail ? picture({ url: thumbnail.url, alt: "", className: "thumbnail" }) : nothing}
  </div>`;
}

function linked(text: string, url: string | undefined): TemplateResult | string {
  return url !== undefined && /^https?:\/\//i.test(url)
    ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${text}</a>`
    : text;
}
