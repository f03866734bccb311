import type { APIAttachment, APIMediaGalleryItem } from "discord-api-types/v10";
import { html, type TemplateResult } from "lit-html";

interface Picture {
  readonly url: string;
  readonly alt: string | null | undefined;
  readonly className: string;
}

/** Nothing is fetched from elsewhere: a picture that is not the sandbox's own is named instead of shown. */
export function picture({ url, alt, className }: Picture): TemplateResult {
  if (isOwn(url)) return html`<img class=${className} src=${url} alt=${alt ?? ""} loading="lazy" />`;
  return html`<span class="${className} absent">
    ${alt || "A picture from elsewhere"}<span class="address">${hostOf(url)}</span>
  </span>`;
}

export function gallery(items: readonly APIMediaGalleryItem[]): TemplateResult {
  return html`<div class="gallery" data-count=${Math.min(items.length, 4)}>
    ${items.map(({ media, description, spoiler }) =>
      spoiler
        ? html`<details class="covered">
            <summary>Spoiler</summary>
            ${picture({ url: media.url, alt: description, className: "shot" })}
          </details>`
        : picture({ url: media.url, alt: description, className: "shot" }),
    )}
  </div>`;
}

export function attachment({
  filename,
  size,
  url,
  description,
  content_type,
}: APIAttachment): TemplateResult {
  return content_type?.startsWith("image/")
    ? html`<div class="gallery" data-count="1">${picture({ url, alt: description, className: "shot" })}</div>`
    : fileCard(filename, size, url);
}

export function fileCard(name: string, size: number | undefined, url: string): TemplateResult {
  return html`<div class="file">
    ${isOwn(url) ? html`<a href=${url} download=${name}>${name}</a>` : html`<span>${name}</span>`}
    ${size === undefined ? "" : html`<small>${sizeText(size)}</small>`}
  </div>`;
}

function isOwn(url: string): boolean {
  return url.startsWith("data:image/") || (URL.canParse(url) && new URL(url).origin === location.origin);
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "";
}

function sizeText(bytes: number): string {
  return bytes < 1_024 ? `${bytes} bytes` : `${(bytes / 1_024).toFixed(1)} KB`;
}
