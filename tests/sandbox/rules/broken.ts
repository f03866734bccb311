import { MENTION_RULES } from "../../../src/sandbox/rules/allowed-mentions.ts";
import { BUTTON_RULES } from "../../../src/sandbox/rules/buttons.ts";
import { COMPONENT_RULES } from "../../../src/sandbox/rules/components.ts";
import { EMBED_RULES } from "../../../src/sandbox/rules/embeds.ts";
import { EMOJI_RULES } from "../../../src/sandbox/rules/emoji.ts";
import { LAYOUT_RULES } from "../../../src/sandbox/rules/layout.ts";
import { MESSAGE_RULES, NOTHING } from "../../../src/sandbox/rules/message.ts";
import type { Rule } from "../../../src/sandbox/rules/rule.ts";
import { SELECT_RULES } from "../../../src/sandbox/rules/selects.ts";
import { SHAPE_RULES } from "../../../src/sandbox/rules/shapes.ts";
import * as p from "./parts.ts";

/** A message that breaks one rule, and what the message was before when it is an edit. */
export type BrokenMessage = readonly [Rule, body: unknown, before?: typeof NOTHING];

const inRow = (fields: object) => p.legacy(p.row(p.button(fields as Readonly<Record<string, unknown>>)));
const inSelect = (fields: object) => p.legacy(p.row(p.select(fields as Readonly<Record<string, unknown>>)));

export const BROKEN_MESSAGES: readonly BrokenMessage[] = [
  [MESSAGE_RULES.content, { content: p.long(2001) }],
  [MESSAGE_RULES.nonce, { content: "Hi", nonce: p.long(26) }],
  [MESSAGE_RULES.attachments, { content: "Hi", attachments: p.times(11, (id) => ({ id })) }],
  [MESSAGE_RULES.nonce, { content: "Hi", nonce: {} }],
  [MESSAGE_RULES.attachmentKinds, { content: "Hi", attachments: [null] }],
  [MESSAGE_RULES.embedKinds, { content: "Hi", embeds: [null] }],
  [SHAPE_RULES.object, { content: "Hi", message_reference: "1" }],
  [SHAPE_RULES.object, p.embed({ title: "Hi", footer: "Bye" })],
  [SHAPE_RULES.yesNo, { content: "Hi", tts: "no" }],
  [SHAPE_RULES.yesNo, inRow({ disabled: 1 })],
  [SHAPE_RULES.timestamp, p.embed({ title: "Hi", timestamp: "soon" })],
  [SHAPE_RULES.channelTypes, p.legacy(p.row({ type: 8, custom_id: "where", channel_types: [99] }))],
  [MESSAGE_RULES.flags, { content: "Hi", flags: "64" }],
  [MESSAGE_RULES.v2Content, { ...p.modern(p.text()), content: "Hi" }],
  [MESSAGE_RULES.v2Content, p.modern(p.text()), { ...NOTHING, content: "Before" }],
  [MESSAGE_RULES.v2Embeds, { ...p.modern(p.text()), embeds: [{ title: "Hi" }] }],
  [MESSAGE_RULES.v2Poll, { ...p.modern(p.text()), poll: { question: { text: "?" } } }],
  [MESSAGE_RULES.v2Stickers, { ...p.modern(p.text()), sticker_ids: ["1"] }],
  [MESSAGE_RULES.v2Stays, { flags: 0, components: [p.text()] }, { ...NOTHING, flags: p.V2 }],

  [MENTION_RULES.shape, { content: "Hi", allowed_mentions: { users: "1" } }],
  [MENTION_RULES.users, { content: "Hi", allowed_mentions: { users: p.times(101, String) } }],
  [MENTION_RULES.roles, { content: "Hi", allowed_mentions: { roles: p.times(101, String) } }],
  [MENTION_RULES.kinds, { content: "Hi", allowed_mentions: { parse: ["here"] } }],
  [MENTION_RULES.usersTwice, { content: "Hi", allowed_mentions: { parse: ["users"], users: ["1"] } }],
  [MENTION_RULES.rolesTwice, { content: "Hi", allowed_mentions: { parse: ["roles"], roles: ["1"] } }],

  [EMBED_RULES.count, { embeds: p.times(11, () => ({ title: "Hi" })) }],
  [EMBED_RULES.total, { embeds: p.times(2, () => ({ description: p.long(3001) })) }],
  [EMBED_RULES.title, p.embed({ title: p.long(257) })],
  [EMBED_RULES.description, p.embed({ description: p.long(4097) })],
  [EMBED_RULES.fields, p.embed({ fields: p.times(26, () => ({ name: "a", value: "b" })) })],
  [EMBED_RULES.fieldName, p.embed({ fields: [{ name: p.long(257), value: "b" }] })],
  [EMBED_RULES.fieldValue, p.embed({ fields: [{ name: "a", value: "" }] })],
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
  [EMOJI_RULES.emoji, inRow({ emoji: { name: "thumbsup" } })],

  [SELECT_RULES.placeholder, inSelect({ placeholder: p.long(151) })],
  [SELECT_RULES.minValues, inSelect({ min_values: -1 })],
  [SELECT_RULES.maxValues, inSelect({ max_values: 26 })],
  [SELECT_RULES.order, inSelect({ min_values: 3, max_values: 2 })],
  [SELECT_RULES.options, inSelect({ options: p.times(26, (n) => p.option({ value: `${n}` })) })],
  [SELECT_RULES.options, inSelect({ options: [] })],
  [SELECT_RULES.optionLabel, inSelect({ options: [p.option({ label: p.long(101) })] })],
  [SELECT_RULES.optionValue, inSelect({ options: [p.option({ value: "" })] })],
  [SELECT_RULES.optionDescription, inSelect({ options: [p.option({ description: p.long(101) })] })],
  [SELECT_RULES.optionTwice, inSelect({ options: [p.option(), p.option()] })],
  [
    SELECT_RULES.defaults,
    inSelect({ options: p.times(2, (n) => p.option({ value: `${n}`, default: true })) }),
  ],
  [SELECT_RULES.defaults, p.legacy(p.row({ type: 5, custom_id: "who", default_values: [{}, {}] }))],

  [LAYOUT_RULES.text, p.modern(p.text(""))],
  [LAYOUT_RULES.accentColor, p.modern(p.container([p.text()], { accent_color: -1 }))],
  [LAYOUT_RULES.gallery, p.modern(p.gallery(...p.times(11, () => p.picture())))],
  [LAYOUT_RULES.galleryDescription, p.modern(p.gallery(p.picture({ description: p.long(1025) })))],
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
