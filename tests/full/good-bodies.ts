import * as p from "../sandbox/rules/parts.ts";

/** Bodies with every field that Discord describes, and every kind of component and option. */

type Fields = Readonly<Record<string, unknown>>;

/** A select that Discord fills, with somebody or something chosen beforehand. */
const chosen = (type: number, kind: string, fields: Fields = {}) => ({
  type,
  custom_id: `chosen-${type}`,
  placeholder: "Which?",
  min_values: 0,
  max_values: 2,
  required: false,
  disabled: false,
  default_values: [{ id: "1", type: kind }],
  ...fields,
});
const listed = {
  type: 3,
  custom_id: "listed",
  placeholder: "Which?",
  min_values: 0,
  max_values: 1,
  required: false,
  disabled: false,
  options: [p.option({ description: "Holds the line.", default: true, emoji: { name: "🚀" } })],
};
const SELECTS = [
  listed,
  chosen(5, "user"),
  chosen(6, "role"),
  chosen(7, "user"),
  chosen(8, "channel", { channel_types: [0, 5] }),
];
const web = "https://example.com/a.png";

/** The file that both messages speak of. */
export const UPLOADS = [{ filename: "a.png", index: "0" }];

export const OLD_MESSAGE = {
  content: "Who flies?",
  flags: 4,
  nonce: "n",
  enforce_nonce: true,
  tts: false,
  sticker_ids: ["1"],
  allowed_mentions: { parse: ["everyone"], users: ["1"], roles: ["2"], replied_user: false },
  message_reference: { message_id: "1", channel_id: "2", guild_id: "3", fail_if_not_exists: false, type: 0 },
  attachments: [
    {
      id: "0",
      filename: "a.png",
      title: "A map",
      description: "A map.",
      duration_secs: 1,
      waveform: "AA==",
      is_spoiler: false,
      is_remix: false,
    },
  ],
  poll: {
    question: { text: "When?" },
    answers: [{ poll_media: { text: "Now", emoji: { name: "🚀" } } }],
    allow_multiselect: false,
    layout_type: 1,
    duration: 24,
  },
  embeds: [
    {
      type: "rich",
      title: "A run",
      url: "https://example.com",
      color: 7,
      timestamp: "2026-11-20T20:00:00.000Z",
      description: "Tonight.",
      author: { name: "Juno", url: "https://example.com", icon_url: web },
      image: { url: web },
      thumbnail: { url: web },
      footer: { text: "Engage.", icon_url: web },
      fields: [{ name: "Seats", value: "5", inline: true }],
    },
  ],
  components: SELECTS.map((select) => p.row(select)),
};

export const NEW_MESSAGE = {
  flags: p.V2,
  attachments: [{ id: "0", filename: "a.png" }],
  components: [
    p.container(
      [
        p.section({ id: 1, accessory: { type: 11, description: "A ship", spoiler: true, ...p.picture() } }),
        p.section(),
        p.gallery(p.picture({ description: "A ship", spoiler: false })),
        { type: 13, file: { url: "attachment://a.png" }, spoiler: false },
        { type: 14, divider: true, spacing: 2 },
        p.row(
          p.button({ custom_id: "b", style: 2, disabled: true, emoji: { name: "🖖" } }),
          { type: 2, style: 5, label: "Wiki", url: "https://example.com" },
          { type: 2, style: 6, sku_id: "1" },
        ),
      ],
      { accent_color: 7, spoiler: false },
    ),
    p.text(),
  ],
};

const written = {
  ...p.input(),
  value: "tomorrow",
  placeholder: "sat 20:00",
  required: true,
  min_length: 1,
  max_length: 100,
};
const OPTIONS = [p.option({ description: "Holds the line.", default: true }), p.option({ value: "heal" })];

/** A modal shows five fields at most. */
export const MODALS = [
  p.modal([p.text(), p.row({ ...written, label: "When?" }), ...SELECTS.slice(0, 3).map(inLabel)]),
  p.modal([
    p.label(written, { description: "In your time." }),
    ...[
      ...SELECTS.slice(3),
      { type: 19, custom_id: "files", required: false, min_values: 0, max_values: 2 },
      { type: 21, custom_id: "one", required: true, options: OPTIONS },
    ].map(inLabel),
  ]),
  p.modal(
    [
      { type: 22, custom_id: "some", required: false, min_values: 0, max_values: 2, options: OPTIONS },
      { type: 23, custom_id: "sure", default: true },
    ].map(inLabel),
  ),
];

const translated = { name_localizations: { de: "name" }, description_localizations: { de: "Was." } };
const asked = (type: number, fields: Fields = {}) =>
  p.commandOption({ type, name: `option-${type}`, required: false, ...translated, ...fields });
const choice = (value: unknown) => ({
  choices: [{ name: "One", value, name_localizations: { de: "Eins" } }],
  autocomplete: false,
});
const ABOUT_COMMAND = {
  type: 1,
  default_member_permissions: 32,
  dm_permission: false,
  contexts: [0, 1],
  integration_types: [0],
  ...translated,
};

export const COMMANDS = [
  p.command({
    ...ABOUT_COMMAND,
    options: [
      asked(3, { ...choice("one"), min_length: 0, max_length: 100 }),
      asked(4, { ...choice(1), min_value: 1, max_value: 9 }),
      asked(10, { ...choice(1.5), min_value: 0.5, max_value: 9.5 }),
      asked(7, { channel_types: [0, 5] }),
      ...[5, 6, 8, 9, 11].map((type) => asked(type)),
    ],
  }),
  p.command({
    options: [asked(2, { options: [asked(1, { options: [asked(3)] })] }), asked(1)],
  }),
  { type: 2, name: "Who is this?", description: "" },
];

export const CHOICES = choice("one").choices;

function inLabel(component: object, index: number): object {
  return p.label(component, { id: index + 20 });
}
