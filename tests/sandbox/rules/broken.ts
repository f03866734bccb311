import { MENTION_RULES } from "../../../src/sandbox/rules/allowed-mentions.ts";
import { ATTACHMENT_RULES } from "../../../src/sandbox/rules/attachments.ts";
import { BUTTON_RULES } from "../../../src/sandbox/rules/buttons.ts";
import { COMPONENT_RULES } from "../../../src/sandbox/rules/components.ts";
import { EMBED_RULES } from "../../../src/sandbox/rules/embeds.ts";
import { EMOJI_RULES } from "../../../src/sandbox/rules/emoji.ts";
import { LAYOUT_RULES } from "../../../src/sandbox/rules/layout.ts";
import { MESSAGE_RULES, NOTHING } from "../../../src/sandbox/rules/message.ts";
import { REFERENCE_RULES } from "../../../src/sandbox/rules/message-reference.ts";
import { PICK_RULES } from "../../../src/sandbox/rules/options.ts";
import { POLL_RULES } from "../../../src/sandbox/rules/poll.ts";
import type { Rule } from "../../../src/sandbox/rules/rule.ts";
import { SELECT_RULES } from "../../../src/sandbox/rules/selects.ts";
import { SHAPE_RULES } from "../../../src/sandbox/rules/shapes.ts";
import * as p from "./parts.ts";

/** A message that breaks one rule, and what the message was before when it is an edit. */
export type BrokenMessage = readonly [Rule, body: unknown, before?: typeof NOTHING];

const inRow = (fields: object) => p.legacy(p.row(p.button(fields as Readonly<Record<string, unknown>>)));
const attached = (fields: object) => ({ content: "Hi", attachments: [{ id: "0", ...fields }] });
const answering = (reference: unknown) => ({ content: "Hi", message_reference: reference });
const polling = (fields: object) => ({
  poll: { question: { text: "When?" }, answers: [{ poll_media: { text: "Now" } }], ...fields },
});
const choosing = (type: number, fields: object) => p.legacy(p.row({ type, custom_id: "who", ...fields }));
const inSelect = (fields: object) => p.legacy(p.row(p.select(fields as Readonly<Record<string, unknown>>)));
const inOption = (fields: object) =>
  inSelect({ options: [p.option(fields as Readonly<Record<string, unknown>>)] });

export const BROKEN_MESSAGES: readonly BrokenMessage[] = [
  [MESSAGE_RULES.content, { content: p.long(2001) }],
  [MESSAGE_RULES.nonce, { content: "Hi", nonce: p.long(26) }],
  [MESSAGE_RULES.nonce, { content: "Hi", nonce: {} }],
  [MESSAGE_RULES.embedKinds, { content: "Hi", embeds: [null] }],
  [MESSAGE_RULES.stickers, { sticker_ids: ["1", "2", "3", "4"] }],
  [SHAPE_RULES.id, { sticker_ids: [1] }],
  [SHAPE_RULES.object, { poll: "Now or later?" }],
  [SHAPE_RULES.object, p.embed({ title: "Hi", footer: "Bye" })],
  [SHAPE_RULES.yesNo, { content: "Hi", tts: "no" }],
  [SHAPE_RULES.yesNo, inRow({ disabled: 1 })],
  [SHAPE_RULES.timestamp, p.embed({ title: "Hi", timestamp: "soon" })],
  [SHAPE_RULES.channelTypes, choosing(8, { channel_types: [99] })],
  [SHAPE_RULES.channelTypes, choosing(8, { channel_types: [0, 0] })],
  [MESSAGE_RULES.flags, { content: "Hi", flags: "64" }],
  [MESSAGE_RULES.v2Content, { ...p.modern(p.text()), content: "Hi" }],
  [MESSAGE_RULES.v2Content, p.modern(p.text()), { ...NOTHING, content: "Before" }],
  [MESSAGE_RULES.v2Embeds, { ...p.modern(p.text()), embeds: [{ title: "Hi" }] }],
  [MESSAGE_RULES.v2Poll, { ...p.modern(p.text()), ...polling({}) }],
  [MESSAGE_RULES.v2Stickers, { ...p.modern(p.text()), sticker_ids: ["1"] }],
  [MESSAGE_RULES.v2Stays, { flags: 0, components: [p.text()] }, { ...NOTHING, flags: p.V2 }],

  [ATTACHMENT_RULES.count, { content: "Hi", attachments: p.times(11, (id) => ({ id })) }],
  [
    ATTACHMENT_RULES.count,
    { content: "Hi" },
    { ...NOTHING, files: p.times(11, (id) => ({ id: `${id}`, filename: "a" })) },
  ],
  [ATTACHMENT_RULES.kinds, { content: "Hi", attachments: [null] }],
  [ATTACHMENT_RULES.id, { content: "Hi", attachments: [{ filename: "a.png" }] }],
  [ATTACHMENT_RULES.filename, attached({ filename: 7 })],
  [ATTACHMENT_RULES.title, attached({ title: p.long(1025) })],
  [ATTACHMENT_RULES.description, attached({ description: p.long(1025) })],
  [ATTACHMENT_RULES.duration, attached({ duration_secs: -1 })],
  [ATTACHMENT_RULES.waveform, attached({ waveform: p.long(401) })],
  [SHAPE_RULES.yesNo, attached({ is_spoiler: "yes" })],

  [SHAPE_RULES.object, answering("1")],
  [REFERENCE_RULES.messageId, answering({})],
  [SHAPE_RULES.id, answering({ message_id: "first" })],
  [SHAPE_RULES.id, answering({ message_id: "1", channel_id: 2 })],
  [REFERENCE_RULES.type, answering({ message_id: "1", type: 1 })],
  [SHAPE_RULES.yesNo, answering({ message_id: "1", fail_if_not_exists: "no" })],

  [POLL_RULES.question, polling({ question: { text: "" } })],
  [POLL_RULES.answers, polling({ answers: [] })],
  [POLL_RULES.answer, polling({ answers: [{ poll_media: {} }] })],
  [POLL_RULES.answerText, polling({ answers: [{ poll_media: { text: p.long(56) } }] })],
  [EMOJI_RULES.emoji, polling({ answers: [{ poll_media: { emoji: { name: "soon" } } }] })],
  [POLL_RULES.duration, polling({ duration: 769 })],
  [POLL_RULES.layout, polling({ layout_type: 2 })],
  [SHAPE_RULES.yesNo, polling({ allow_multiselect: 1 })],

  [MENTION_RULES.shape, { content: "Hi", allowed_mentions: { users: "1" } }],
  [MENTION_RULES.users, { content: "Hi", allowed_mentions: { users: p.times(101, String) } }],
  [MENTION_RULES.roles, { content: "Hi", allowed_mentions: { roles: p.times(101, String) } }],
  [MENTION_RULES.kinds, { content: "Hi", allowed_mentions: { parse: ["here"] } }],
  [MENTION_RULES.twice, { content: "Hi", allowed_mentions: { parse: ["everyone", "everyone"] } }],
  [MENTION_RULES.twice, { content: "Hi", allowed_mentions: { users: ["1", "1"] } }],
  [SHAPE_RULES.yesNo, { content: "Hi", allowed_mentions: { replied_user: "no" } }],
  [MENTION_RULES.usersTwice, { content: "Hi", allowed_mentions: { parse: ["users"], users: ["1"] } }],
  [MENTION_RULES.rolesTwice, { content: "Hi", allowed_mentions: { parse: ["roles"], roles: ["1"] } }],

  [EMBED_RULES.count, { embeds: p.times(11, () => ({ title: "Hi" })) }],
  [EMBED_RULES.total, { embeds: p.times(2, () => ({ description: p.long(3001) })) }],
  [EMBED_RULES.type, p.embed({ title: "Hi", type: "video" })],
  [EMBED_RULES.something, p.embed({})],
  [EMBED_RULES.something, p.embed({ title: " ", color: 7 })],
  [EMBED_RULES.title, p.embed({ title: p.long(257) })],
  [EMBED_RULES.description, p.embed({ description: p.long(4097) })],
  [EMBED_RULES.fields, p.embed({ fields: p.times(26, () => ({ name: "a", value: "b" })) })],
  [EMBED_RULES.fieldName, p.embed({ fields: [{ name: p.long(257), value: "b" }] })],
  [EMBED_RULES.fieldName, p.embed({ fields: [{ name: " ", value: "b" }] })],
  [EMBED_RULES.fieldValue, p.embed({ fields: [{ name: "a", value: "" }] })],
  [EMBED_RULES.fieldValue, p.embed({ fields: [{ name: "a", value: "\n" }] })],
  [EMBED_RULES.footer, p.embed({ footer: { text: p.long(2049) } })],
  [EMBED_RULES.author, p.embed({ author: { name: p.long(257) } })],
  [EMBED_RULES.color, p.embed({ title: "Hi", color: 0x1000000 })],
  [EMBED_RULES.link, p.embed({ title: "Hi", url: "javascript:alert(1)" })],
  [EMBED_RULES.picture, p.embed({ title: "Hi", image: { url: "file:///etc/passwd" } })],

  [COMPONENT_RULES.legacyRows, p.legacy(...p.times(6, (n) => p.row(p.button({ custom_id: `${n}` }))))],
  [COMPONENT_RULES.legacyKinds, p.legacy(p.text())],
  [COMPONENT_RULES.topKinds, p.modern(p.button())],
  [COMPONENT_RULES.containerKinds, p.modern(p.container([p.container([p.text()])]))],
  [COMPONENT_RULES.rowKinds, p.legacy(p.row(p.text()))],
  [COMPONENT_RULES.sectionKinds, p.modern(p.section({ components: [p.button()] }))],
  [COMPONENT_RULES.accessoryKinds, p.modern(p.section({ accessory: p.select() }))],
  [COMPONENT_RULES.accessory, p.modern(p.section({ accessory: undefined }))],
  [COMPONENT_RULES.row, p.legacy(p.row(...p.times(6, (n) => p.button({ custom_id: `${n}` }))))],
  [COMPONENT_RULES.row, p.legacy(p.row())],
  [COMPONENT_RULES.rowSelect, p.legacy(p.row(p.select(), p.button()))],
  [COMPONENT_RULES.sectionTexts, p.modern(p.section({ components: p.times(4, () => p.text()) }))],
  [COMPONENT_RULES.container, p.modern(p.container([]))],
  [COMPONENT_RULES.total, p.modern(...p.times(41, () => p.text()))],
  [COMPONENT_RULES.total, p.modern(p.container(p.times(39, () => p.text())), p.text())],
  [COMPONENT_RULES.totalText, p.modern(p.text(p.long(2000)), p.container([p.text(p.long(2001))]))],
  [COMPONENT_RULES.customId, inRow({ custom_id: p.long(101) })],
  [COMPONENT_RULES.customIdTwice, p.legacy(p.row(p.button(), p.button()))],
  [COMPONENT_RULES.id, p.modern({ ...p.text(), id: "seven" })],
  [COMPONENT_RULES.idTwice, p.modern({ ...p.text(), id: 7 }, { ...p.text(), id: 7 })],

  [BUTTON_RULES.style, inRow({ style: 7 })],
  [BUTTON_RULES.label, inRow({ label: p.long(81) })],
  [BUTTON_RULES.content, inRow({ label: "" })],
  [BUTTON_RULES.customId, inRow({ custom_id: undefined })],
  [BUTTON_RULES.noUrl, inRow({ url: "https://example.com" })],
  [BUTTON_RULES.linkUrl, inRow({ style: 5, custom_id: undefined })],
  [BUTTON_RULES.linkNoCustomId, inRow({ style: 5, url: "https://example.com" })],
  [BUTTON_RULES.url, inRow({ style: 5, custom_id: undefined, url: "javascript:alert(1)" })],
  [BUTTON_RULES.url, inRow({ style: 5, custom_id: undefined, url: `https://example.com/${p.long(500)}` })],
  [BUTTON_RULES.premium, inRow({ style: 6, label: undefined, custom_id: undefined })],
  [BUTTON_RULES.premiumOnly, inRow({ style: 6, sku_id: "1" })],
  [SHAPE_RULES.id, inRow({ style: 6, label: undefined, custom_id: undefined, sku_id: 1 })],
  [EMOJI_RULES.emoji, inRow({ emoji: { name: "thumbsup" } })],
  [EMOJI_RULES.emoji, inRow({ emoji: { name: "🖖 live long" } })],
  [EMOJI_RULES.emoji, inRow({ emoji: { id: "123456789012345678" } })],

  [SELECT_RULES.placeholder, inSelect({ placeholder: p.long(151) })],
  [SELECT_RULES.minValues, inSelect({ min_values: -1 })],
  [SELECT_RULES.maxValues, choosing(5, { max_values: 26 })],
  [SHAPE_RULES.yesNo, inSelect({ required: "no" })],
  [PICK_RULES.order, choosing(5, { min_values: 3, max_values: 2 })],
  [PICK_RULES.room, inSelect({ max_values: 2 })],
  [SELECT_RULES.options, inSelect({ options: p.times(26, (n) => p.option({ value: `${n}` })) })],
  [SELECT_RULES.options, inSelect({ options: [] })],
  [PICK_RULES.label, inOption({ label: p.long(101) })],
  [PICK_RULES.value, inOption({ value: "" })],
  [PICK_RULES.description, inOption({ description: p.long(101) })],
  [SHAPE_RULES.yesNo, inOption({ default: "yes" })],
  [PICK_RULES.twice, inSelect({ options: [p.option(), p.option()] })],
  [PICK_RULES.tooMany, inSelect({ options: p.times(2, (n) => p.option({ value: `${n}`, default: true })) })],
  [PICK_RULES.tooMany, choosing(5, { default_values: p.times(2, (n) => ({ id: `${n}`, type: "user" })) })],
  [
    PICK_RULES.tooFew,
    choosing(5, { min_values: 2, max_values: 2, default_values: [{ id: "1", type: "user" }] }),
  ],
  [SELECT_RULES.defaultKinds, choosing(5, { default_values: { id: "1", type: "user" } })],
  [SELECT_RULES.defaultKinds, choosing(6, { default_values: [{ id: "1", type: "user" }] })],
  [SELECT_RULES.defaultKinds, choosing(7, { default_values: [{ id: "1", type: "channel" }] })],
  [SELECT_RULES.defaultKinds, choosing(8, { default_values: [{ id: 1, type: "channel" }] })],

  [LAYOUT_RULES.text, p.modern(p.text(""))],
  [LAYOUT_RULES.accentColor, p.modern(p.container([p.text()], { accent_color: -1 }))],
  [LAYOUT_RULES.gallery, p.modern(p.gallery(...p.times(11, () => p.picture())))],
  [LAYOUT_RULES.galleryDescription, p.modern(p.gallery(p.picture({ description: p.long(1025) })))],
  [SHAPE_RULES.yesNo, p.modern(p.gallery(p.picture({ spoiler: "yes" })))],
  [
    LAYOUT_RULES.thumbnailDescription,
    p.modern(p.section({ accessory: { type: 11, ...p.picture({ description: p.long(1025) }) } })),
  ],
  [LAYOUT_RULES.spacing, p.modern({ type: 14, spacing: 3 })],
  [LAYOUT_RULES.media, p.modern(p.gallery({}))],
  [LAYOUT_RULES.mediaUrl, p.modern(p.gallery(p.picture({ media: { url: "data:image/png;base64,AA==" } })))],
  [LAYOUT_RULES.fileUrl, p.modern({ type: 13, file: { url: "https://example.com/a.txt" } })],
  [LAYOUT_RULES.missingFile, p.modern(p.gallery(p.picture({ media: { url: "attachment://map.png" } })))],
];
