import { ButtonStyle } from "discord-api-types/v10";
import { checkEmoji } from "./emoji.ts";
import { checkText, checkUrl, isAbsent } from "./fields.ts";
import { atMost, forbidden, oneOf, type Refuse, type Rule, required } from "./rule.ts";
import { checkId } from "./shapes.ts";
import type { AnyComponent } from "./wire.ts";

const PAGE = "components/reference#button";

export const BUTTON_RULES = {
  style: oneOf([1, 2, 3, 4, 5, 6], "A button has one of the styles 1 to 6.", `${PAGE}-button-styles`),
  label: atMost(80, "A button's label has at most 80 characters.", PAGE),
  content: forbidden("BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A button has a label or an emoji.", PAGE),
  customId: required("A button that is not a link has a custom id.", PAGE),
  noUrl: forbidden(
    "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
    "A button with a custom id has no address.",
    PAGE,
  ),
  linkUrl: required("A link button has an address.", PAGE),
  linkNoCustomId: forbidden(
    "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
    "A link button has no custom id.",
    PAGE,
  ),
  url: {
    rule: "A link button's address is on the web or in Discord, and has at most 512 characters.",
    page: PAGE,
    code: "URL_TYPE_INVALID_SCHEME",
    message: 'Scheme must be one of ("http", "https", "discord").',
  },
  premium: required("A premium button has an SKU.", PAGE),
  premiumOnly: forbidden(
    "BUTTON_COMPONENT_PREMIUM_EXCLUSIVE",
    "A premium button has no custom id, label, address or emoji.",
    PAGE,
  ),
} as const satisfies Record<string, Rule>;

export function checkButton(refuse: Refuse, path: string, button: AnyComponent): void {
  const { style, label, emoji, custom_id, url, sku_id } = button;
  if (typeof style !== "number" || !(style in ButtonStyle)) {
    refuse(BUTTON_RULES.style, `${path}.style`);
    return;
  }
  checkId(refuse, `${path}.sku_id`, sku_id);
  if (style === ButtonStyle.Premium) {
    if (isAbsent(sku_id)) refuse(BUTTON_RULES.premium, `${path}.sku_id`);
    if (![custom_id, label, url, emoji].every(isAbsent)) refuse(BUTTON_RULES.premiumOnly, path);
    return;
  }

  checkText(refuse, BUTTON_RULES.label, `${path}.label`, label, { max: 80 });
  checkEmoji(refuse, `${path}.emoji`, emoji);
  if ((isAbsent(label) || label === "") && isAbsent(emoji)) refuse(BUTTON_RULES.content, path);
  if (style === ButtonStyle.Link) {
    if (isAbsent(url)) refuse(BUTTON_RULES.linkUrl, `${path}.url`);
    if (!isAbsent(custom_id)) refuse(BUTTON_RULES.linkNoCustomId, path);
    checkUrl(refuse, BUTTON_RULES.url, `${path}.url`, url, ["http", "https", "discord"], 512);
    return;
  }
  if (isAbsent(custom_id)) refuse(BUTTON_RULES.customId, `${path}.custom_id`);
  if (!isAbsent(url)) refuse(BUTTON_RULES.noUrl, path);
}
