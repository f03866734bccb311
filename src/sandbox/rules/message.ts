import { MessageFlags } from "discord-api-types/v10";
import { asObject, type Loose } from "../rest/request.ts";
import { checkAllowedMentions } from "./allowed-mentions.ts";
import { checkAttachments, type Uploads } from "./attachments.ts";
import { checkComponents } from "./components.ts";
import { checkEmbeds } from "./embeds.ts";
import { checkList, checkText, checkWhole, isAbsent, isBlank, isListOf } from "./fields.ts";
import { checkMessageReference } from "./message-reference.ts";
import { checkPoll } from "./poll.ts";
import { atMost, forbidden, type Refuse, type Rule, valueBetween } from "./rule.ts";
import { checkId, checkYesNo } from "./shapes.ts";

const PAGE = "resources/message#create-message";
const V2_PAGE = "components/reference";
const CODE = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2";

export const MESSAGE_RULES = {
  content: atMost(2000, "A message's content has at most 2,000 characters.", PAGE),
  nonce: atMost(25, "A nonce is a whole number or a text of at most 25 characters.", PAGE),
  flags: valueBetween(0, 2 ** 53 - 1, "A message's flags are a whole number.", PAGE),
  stickers: atMost(3, "A message has at most 3 stickers.", PAGE),
  embedKinds: forbidden("MODEL_TYPE_CONVERT", "A message's embeds are objects.", PAGE),
  v2Content: forbidden(CODE, "A message with the components v2 flag has no content.", V2_PAGE),
  v2Embeds: forbidden(CODE, "A message with the components v2 flag has no embeds.", V2_PAGE),
  v2Poll: forbidden(CODE, "A message with the components v2 flag has no poll.", V2_PAGE),
  v2Stickers: forbidden(CODE, "A message with the components v2 flag has no stickers.", V2_PAGE),
  v2Stays: forbidden(
    "MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG",
    "The components v2 flag of a message cannot be taken away.",
    V2_PAGE,
  ),
} as const satisfies Record<string, Rule>;

export type MessageBody = Loose<
  | "content"
  | "embeds"
  | "components"
  | "flags"
  | "poll"
  | "sticker_ids"
  | "allowed_mentions"
  | "attachments"
  | "nonce"
  | "message_reference"
  | "tts"
  | "enforce_nonce"
>;

/** What the message was, for an edit; nothing of it, for a new one. */
export interface Before {
  readonly content: string;
  readonly embeds: readonly unknown[];
  readonly components: readonly unknown[];
  readonly flags: number;
  readonly files: readonly { readonly id: string; readonly filename: string }[];
}

export const NOTHING: Before = { content: "", embeds: [], components: [], flags: 0, files: [] };

export function checkMessage(
  refuse: Refuse,
  path: string,
  value: unknown,
  uploads: Uploads = [],
  before: Before = NOTHING,
): void {
  const body: MessageBody = asObject(value) ?? {};
  const at = (field: string) => (path === "" ? field : `${path}.${field}`);
  const wasV2 = isV2Flagged(before.flags);
  const isV2 = wasV2 || isV2Flagged(body.flags);

  checkText(refuse, MESSAGE_RULES.content, at("content"), body.content, { max: 2000 });
  checkWhole(refuse, MESSAGE_RULES.flags, at("flags"), body.flags, { max: 2 ** 53 - 1 });
  if (typeof body.nonce === "string")
    checkText(refuse, MESSAGE_RULES.nonce, at("nonce"), body.nonce, { max: 25 });
  checkAttachments(refuse, at("attachments"), body.attachments, {
    uploads,
    kept: keptFiles(body, before).length,
  });
  if (!isListOf((one) => asObject(one) !== undefined, body.embeds))
    refuse(MESSAGE_RULES.embedKinds, at("embeds"));
  checkMessageReference(refuse, at("message_reference"), body.message_reference);
  checkPoll(refuse, at("poll"), body.poll);
  checkStickers(refuse, at("sticker_ids"), body.sticker_ids);
  checkYesNo(refuse, at("tts"), body.tts);
  checkYesNo(refuse, at("enforce_nonce"), body.enforce_nonce);
  if (!isAbsent(body.nonce) && typeof body.nonce !== "string" && !Number.isInteger(body.nonce)) {
    refuse(MESSAGE_RULES.nonce, at("nonce"));
  }
  checkAllowedMentions(refuse, at("allowed_mentions"), body.allowed_mentions);
  checkEmbeds(refuse, at("embeds"), body.embeds);

  if (isV2) {
    if (hasSome(body.content, before.content)) refuse(MESSAGE_RULES.v2Content, at("content"));
    if (hasSome(body.embeds, before.embeds)) refuse(MESSAGE_RULES.v2Embeds, at("embeds"));
    if (!isAbsent(body.poll)) refuse(MESSAGE_RULES.v2Poll, at("poll"));
    if (hasSome(body.sticker_ids, [])) refuse(MESSAGE_RULES.v2Stickers, at("sticker_ids"));
    if (wasV2 && typeof body.flags === "number" && !isV2Flagged(body.flags)) {
      refuse(MESSAGE_RULES.v2Stays, at("flags"));
    }
  }
  if (isAbsent(body.components)) return;
  checkComponents(refuse, at("components"), body.components, {
    isV2,
    files: fileNames(body, uploads, before),
  });
}

function checkStickers(refuse: Refuse, path: string, value: unknown): void {
  checkList(refuse, MESSAGE_RULES.stickers, path, value, { max: 3 }).forEach((id, index) => {
    checkId(refuse, `${path}.${index}`, id ?? "");
  });
}

/** Whether nothing would be left to show. */
export function isEmptyMessage(value: unknown, uploadCount: number, before: Before = NOTHING): boolean {
  const body: MessageBody = asObject(value) ?? {};
  const { content = before.content } = body;
  const shown = [
    !isBlank(content),
    hasSome(body.embeds, before.embeds),
    hasSome(body.components, before.components),
    hasSome(body.sticker_ids, []),
    !isAbsent(body.poll),
    uploadCount > 0,
    keptFiles(body, before).length > 0,
  ];
  return !shown.includes(true);
}

/** Whether a field that is left out, set or emptied ends up with something in it. */
function hasSome(value: unknown, before: string | readonly unknown[]): boolean {
  if (value === undefined) return before.length > 0;
  return typeof value === "string" || Array.isArray(value) ? value.length > 0 : !isAbsent(value);
}

function isV2Flagged(flags: unknown): boolean {
  return typeof flags === "number" && (flags & MessageFlags.IsComponentsV2) !== 0;
}

/** The files that a message had and that an edit leaves it. */
function keptFiles({ attachments }: MessageBody, before: Before): Before["files"] {
  if (!Array.isArray(attachments)) return before.files;
  const ids = new Set(attachments.map((one) => String(asObject<"id">(one)?.id)));
  return before.files.filter(({ id }) => ids.has(id));
}

function fileNames(body: MessageBody, uploads: Uploads, before: Before): ReadonlySet<string> {
  const said = Array.isArray(body.attachments) ? (body.attachments as readonly unknown[]) : [];
  const named = said.map((one) => asObject<"id" | "filename">(one));
  const sent = uploads.map(
    ({ index, filename }) => named.find((one) => String(one?.id) === index)?.filename ?? filename,
  );
  return new Set([...keptFiles(body, before).map(({ filename }) => filename), ...sent.map(String)]);
}
