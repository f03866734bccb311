import type { APIAttachment, APIMediaGalleryItem } from "discord-api-types/v10";
import { html, nothing, type TemplateResult } from "lit-html";
import { fileIcon } from "../icons.ts";
import { covered } from "./covered.ts";

interface Picture {
  readonly url: string;
  readonly alt: string | null | undefined;
  readonly className: string;
}

/** More pictures than this stand three in a row. */
const MAX_IN_PAIRS = 4;

/** Nothing is fetched from elsewhere: a picture that is not the sandbox's own is named instead of shown. */
export function picture({ url, alt, className }: Picture): TemplateResult {
  if (isOwn(url)) return html`<img class=${className} src=${url} alt=${alt ?? ""} loading="lazy" />`;
  return html`<span class="${className} absent">
    ${alt || "A picture from elsewhere"}<span class="address">${hostOf(url)}</span>
  </span>`;
}

export function thumbnail(
  url: string,
  alt: string | null | undefined,
  isSpoiler: boolean | undefined,
): TemplateResult {
  const shown = picture({ url, alt, className: "thumbnail" });
  return isSpoiler ? html`<div class="thumbnail">${covered(shown)}</div>` : shown;
}

export function gallery(items: readonly APIMediaGalleryItem[]): TemplateResult {
  const count = items.length > MAX_IN_PAIRS ? "many" : items.length;
  return html`<div class="gallery" data-count=${count}>
    ${items.map(({ media, description, spoiler }) => {
      const shown = html`${picture({ url: media.url, alt: description, className: "shot" })}${altOf(description)}`;
      return html`<div class="frame">${spoiler ? covered(shown) : shown}</div>`;
    })}
  </div>`;
}

export function attachment({
  filename,
  size,
  url,
  description,
  content_type: type,
}: APIAttachment): TemplateResult {
  const spoiler = filename.startsWith("SPOILER_");
  if (type?.startsWith("image/"))
    return gallery([{ media: { url }, ...(description ? { description } : {}), spoiler }]);
  return fileCard(filename, size, url, spoiler);
}

export function fileCard(
  name: string,
  size: number | undefined,
  url: string,
  isSpoiler = false,
): TemplateResult {
  const shown = html`<div class="file">
    ${fileIcon}
    <div>
      ${isOwn(url) ? html`<a href=${url} download=${name}>${name}</a>` : html`<span>${name}</span>`}
      ${size === undefined ? nothing : html`<small>${sizeText(size)}</small>`}
    </div>
  </div>`;
  return isSpoiler ? covered(shown) : shown;
}

/** The words for a picture, for those who see it too. */
function altOf(description: string | null | undefined): TemplateResult | typeof nothing {
  if (!description) return nothing;
  return html`<details class="alt">
    <summary aria-label="Alternative text">ALT</summary>
    <p>${description}</p>
  </details>`;
}

function isOwn(url: string): boolean {
  return url.startsWith("data:image/") || (URL.canParse(url) && new URL(url).origin === location.origin);
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "";
}

function sizeText(bytes: number): string {
  if (bytes < 1_024) return `${bytes} bytes`;
  return bytes < 1_048_576 ? `${(bytes / 1_024).toFixed(1)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}
