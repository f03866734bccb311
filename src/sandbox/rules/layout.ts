import { ComponentType } from "discord-api-types/v10";
import { asObject } from "../rest/request.ts";
import { checkList, checkRequiredText, checkText, checkUrl, checkWhole, isAbsent } from "./fields.ts";
import { lengthBetween, oneOf, type Refuse, type Rule, required, valueBetween } from "./rule.ts";
import { checkYesNo } from "./shapes.ts";
import type { AnyComponent } from "./wire.ts";

const page = (name: string) => `components/reference#${name}`;
const MEDIA = ["http", "https", "attachment"];

export const LAYOUT_RULES = {
  text: lengthBetween(1, 4000, "A text display has 1 to 4,000 characters.", page("text-display")),
  accentColor: valueBetween(
    0,
    0xffffff,
    "A container's accent colour lies between 0 and 0xFFFFFF.",
    page("container"),
  ),
  gallery: lengthBetween(1, 10, "A media gallery has 1 to 10 items.", page("media-gallery")),
  galleryDescription: lengthBetween(
    1,
    1024,
    "A gallery item's description has 1 to 1,024 characters.",
    page("media-gallery"),
  ),
  thumbnailDescription: lengthBetween(
    1,
    1024,
    "A thumbnail's description has 1 to 1,024 characters.",
    page("thumbnail"),
  ),
  spacing: oneOf([1, 2], "A separator's spacing is 1 or 2.", page("separator")),
  media: required("A picture has an address.", page("unfurled-media-item")),
  mediaUrl: {
    rule: "A picture comes from the web or from the message's own files.",
    page: page("unfurled-media-item"),
    code: "URL_TYPE_INVALID_SCHEME",
    message: 'Scheme must be one of ("http", "https", "attachment").',
  },
  fileUrl: {
    rule: "A file component shows a file of its own message.",
    page: page("file"),
    code: "URL_TYPE_INVALID_SCHEME",
    message: 'Scheme must be one of ("attachment").',
  },
  missingFile: {
    rule: "A component shows only files that its message has.",
    page: "reference#editing-message-attachments",
    code: "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
    message: "The referenced attachment was not found",
  },
} as const satisfies Record<string, Rule>;

/** What a component shows, for those that hold no others. `files` are the names of the message's files. */
export function checkShown(
  refuse: Refuse,
  path: string,
  component: AnyComponent,
  files: ReadonlySet<string>,
): void {
  switch (component.type) {
    case ComponentType.TextDisplay:
      checkRequiredText(refuse, LAYOUT_RULES.text, `${path}.content`, component.content, {
        min: 1,
        max: 4000,
      });
      break;
    case ComponentType.Thumbnail:
      checkMedia(refuse, `${path}.media`, component.media, files);
      checkDescription(refuse, LAYOUT_RULES.thumbnailDescription, path, component.description);
      break;
    case ComponentType.MediaGallery:
      checkGallery(refuse, `${path}.items`, component.items, files);
      break;
    case ComponentType.File:
      checkFile(refuse, `${path}.file`, component.file, files);
      break;
    case ComponentType.Separator:
      if (!isAbsent(component.spacing) && component.spacing !== 1 && component.spacing !== 2) {
        refuse(LAYOUT_RULES.spacing, `${path}.spacing`);
      }
      break;
    case ComponentType.Container:
      checkWhole(refuse, LAYOUT_RULES.accentColor, `${path}.accent_color`, component.accent_color, {
        max: 0xffffff,
      });
      break;
  }
}

function checkGallery(refuse: Refuse, path: string, value: unknown, files: ReadonlySet<string>): void {
  const items = checkList(refuse, LAYOUT_RULES.gallery, path, value, { min: 1, max: 10 });
  items.forEach((item, index) => {
    const { media, description, spoiler } = asObject<"media" | "description" | "spoiler">(item) ?? {};
    checkMedia(refuse, `${path}.${index}.media`, media, files);
    checkDescription(refuse, LAYOUT_RULES.galleryDescription, `${path}.${index}`, description);
    checkYesNo(refuse, `${path}.${index}.spoiler`, spoiler);
  });
}

function checkMedia(refuse: Refuse, path: string, value: unknown, files: ReadonlySet<string>): void {
  const url = asObject<"url">(value)?.url;
  if (isAbsent(url)) refuse(LAYOUT_RULES.media, path);
  checkUrl(refuse, LAYOUT_RULES.mediaUrl, `${path}.url`, url, MEDIA);
  checkReference(refuse, `${path}.url`, url, files);
}

function checkFile(refuse: Refuse, path: string, value: unknown, files: ReadonlySet<string>): void {
  const url = asObject<"url">(value)?.url;
  if (isAbsent(url)) refuse(LAYOUT_RULES.fileUrl, path);
  checkUrl(refuse, LAYOUT_RULES.fileUrl, `${path}.url`, url, ["attachment"]);
  checkReference(refuse, `${path}.url`, url, files);
}

function checkReference(refuse: Refuse, path: string, url: unknown, files: ReadonlySet<string>): void {
  if (typeof url !== "string" || !url.startsWith("attachment://")) return;
  if (!files.has(url.slice("attachment://".length))) refuse(LAYOUT_RULES.missingFile, path);
}

function checkDescription(refuse: Refuse, rule: Rule, path: string, value: unknown): void {
  checkText(refuse, rule, `${path}.description`, value, { min: 1, max: 1024 });
}
