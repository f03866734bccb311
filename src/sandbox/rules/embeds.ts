import { asObject } from "../rest/request.ts";
import {
  checkList,
  checkRequiredText,
  checkText,
  checkUrl,
  checkWhole,
  isAbsent,
  isBlank,
  lengthOf,
} from "./fields.ts";
import { atMost, lengthBetween, oneOf, type Refuse, type Rule, required, valueBetween } from "./rule.ts";
import { checkObject, checkTimestamp, checkYesNo } from "./shapes.ts";

const PAGE = "resources/message#embed-object-embed-limits";
const WEB = ["http", "https"];
const PARTS = ["footer", "author", "image", "thumbnail", "provider", "video"] as const;
const PICTURES = ["http", "https", "attachment"];

const url = (rule: string): Rule => ({
  rule,
  page: "resources/message#embed-object",
  code: "URL_TYPE_INVALID_URL",
  message: "Not a well formed URL.",
});

export const EMBED_RULES = {
  count: atMost(10, "A message has at most 10 embeds.", "resources/message#create-message"),
  total: {
    rule: "The embeds of a message have at most 6,000 characters together.",
    page: PAGE,
    code: "MAX_EMBED_SIZE_EXCEEDED",
    message: "Embed size exceeds maximum size of 6000",
  },
  type: oneOf(["rich"], "An embed that is written is a rich one.", "resources/message#embed-object"),
  something: required(
    "An embed shows something: a title, a description, fields, a picture, an author or a footer.",
    "resources/message#embed-object",
  ),
  title: atMost(256, "An embed's title has at most 256 characters.", PAGE),
  description: atMost(4096, "An embed's description has at most 4,096 characters.", PAGE),
  fields: atMost(25, "An embed has at most 25 fields.", PAGE),
  fieldName: lengthBetween(1, 256, "An embed's field has a name of 1 to 256 characters.", PAGE),
  fieldValue: lengthBetween(1, 1024, "An embed's field has a value of 1 to 1,024 characters.", PAGE),
  footer: atMost(2048, "An embed's footer has at most 2,048 characters.", PAGE),
  author: atMost(256, "An embed's author has a name of at most 256 characters.", PAGE),
  color: valueBetween(
    0,
    0xffffff,
    "An embed's colour lies between 0 and 0xFFFFFF.",
    "resources/message#embed-object",
  ),
  link: url("An embed links to a web address only."),
  picture: url("An embed shows pictures from the web or from the message's own files."),
} as const satisfies Record<string, Rule>;

export function checkEmbeds(refuse: Refuse, path: string, value: unknown): void {
  let total = 0;
  const embeds = checkList(refuse, EMBED_RULES.count, path, value, { max: 10 });
  embeds.forEach((embed, index) => {
    total += checkEmbed(refuse, `${path}.${index}`, embed);
  });
  if (total > 6000) refuse(EMBED_RULES.total, path);
}

/** Answers with the characters that count towards the total. */
function checkEmbed(refuse: Refuse, path: string, value: unknown): number {
  const embed = asObject<
    | "type"
    | "title"
    | "description"
    | "fields"
    | "footer"
    | "author"
    | "color"
    | "url"
    | "image"
    | "thumbnail"
    | "timestamp"
    | "provider"
    | "video"
  >(value);
  if (!embed) return 0;
  const { text: footer, icon_url: footerIcon } = asObject<"text" | "icon_url">(embed.footer) ?? {};
  const author = asObject<"name" | "url" | "icon_url">(embed.author);
  const fields = checkList(refuse, EMBED_RULES.fields, `${path}.fields`, embed.fields, { max: 25 });
  const texts = [embed.title, embed.description, footer, author?.name];
  const pictures = [embed.image, embed.thumbnail].filter((one) => asObject<"url">(one)?.url);
  if (texts.every(isBlank) && fields.length === 0 && pictures.length === 0) {
    refuse(EMBED_RULES.something, `${path}.description`);
  }
  if (!isAbsent(embed.type) && embed.type !== "rich") refuse(EMBED_RULES.type, `${path}.type`);
  for (const part of PARTS) checkObject(refuse, `${path}.${part}`, embed[part]);
  checkTimestamp(refuse, `${path}.timestamp`, embed.timestamp);
  checkUrl(refuse, EMBED_RULES.picture, `${path}.footer.icon_url`, footerIcon, PICTURES);
  checkUrl(refuse, EMBED_RULES.picture, `${path}.author.icon_url`, author?.icon_url, PICTURES);
  checkText(refuse, EMBED_RULES.title, `${path}.title`, embed.title, { max: 256 });
  checkText(refuse, EMBED_RULES.description, `${path}.description`, embed.description, { max: 4096 });
  checkText(refuse, EMBED_RULES.footer, `${path}.footer.text`, footer, { max: 2048 });
  checkText(refuse, EMBED_RULES.author, `${path}.author.name`, author?.name, { max: 256 });
  checkWhole(refuse, EMBED_RULES.color, `${path}.color`, embed.color, { max: 0xffffff });
  checkUrl(refuse, EMBED_RULES.link, `${path}.url`, embed.url, WEB);
  checkUrl(refuse, EMBED_RULES.link, `${path}.author.url`, author?.url, WEB);
  for (const part of ["image", "thumbnail"] as const) {
    checkUrl(refuse, EMBED_RULES.picture, `${path}.${part}.url`, asObject<"url">(embed[part])?.url, PICTURES);
  }

  let total = texts.reduce<number>((sum, text) => sum + count(text), 0);
  fields.forEach((field, index) => {
    const { name, value: text, inline } = asObject<"name" | "value" | "inline">(field) ?? {};
    checkRequiredText(refuse, EMBED_RULES.fieldName, `${path}.fields.${index}.name`, said(name), {
      min: 1,
      max: 256,
    });
    checkRequiredText(refuse, EMBED_RULES.fieldValue, `${path}.fields.${index}.value`, said(text), {
      min: 1,
      max: 1024,
    });
    checkYesNo(refuse, `${path}.fields.${index}.inline`, inline);
    total += count(name) + count(text);
  });
  return total;
}

function said(value: unknown): unknown {
  return isBlank(value) ? "" : value;
}

function count(value: unknown): number {
  return typeof value === "string" ? lengthOf(value, 0) : 0;
}
