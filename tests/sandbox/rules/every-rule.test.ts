import { InteractionType } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { checkCallback } from "../../../src/sandbox/rules/callback.ts";
import { COMMAND_RULES, checkCommands } from "../../../src/sandbox/rules/commands.ts";
import { EVERY_RULE } from "../../../src/sandbox/rules/every-rule.ts";
import { checkMessage } from "../../../src/sandbox/rules/message.ts";
import { checkModal } from "../../../src/sandbox/rules/modal.ts";
import { findings, type Rule } from "../../../src/sandbox/rules/rule.ts";
import { BROKEN_MESSAGES } from "./broken.ts";
import { BROKEN_CALLBACKS, BROKEN_COMMANDS, BROKEN_MODALS } from "./broken-others.ts";
import * as p from "./parts.ts";

const inGuild = (command: unknown) =>
  findings((refuse) => checkCommands(refuse, [command], { isGlobal: false }));

const CASES: readonly { readonly rule: Rule; readonly found: () => ReturnType<typeof findings> }[] = [
  ...BROKEN_MESSAGES.map(([rule, body, before]) => ({
    rule,
    found: () => findings((refuse) => checkMessage(refuse, "", body, [], before)),
  })),
  ...BROKEN_MODALS.map(([rule, body]) => ({
    rule,
    found: () => findings((refuse) => checkModal(refuse, "data", body)),
  })),
  ...BROKEN_COMMANDS.map(([rule, body]) => ({
    rule,
    found: () => findings((refuse) => checkCommands(refuse, body, { isGlobal: true })),
  })),
  ...BROKEN_CALLBACKS.map(([rule, deed, { type, data }]) => ({
    rule,
    found: () => findings((refuse) => checkCallback(refuse, deed, { type, data, uploads: [] }, undefined)),
  })),
  { rule: COMMAND_RULES.globalOnly, found: () => inGuild(p.command({ contexts: [0] })) },
];

test.each(CASES.map(({ rule, found }) => [rule.rule, rule, found] as const))("%s", (_, rule, found) => {
  expect(found().map((finding) => finding.rule)).toContain(rule);
});

test("every rule names the page it comes from and is broken by an example", () => {
  const broken = new Set(CASES.map(({ rule }) => rule));

  expect(EVERY_RULE.filter((rule) => !broken.has(rule)).map(({ rule }) => rule)).toEqual([]);
  for (const { rule, page } of EVERY_RULE) expect(page, rule).toMatch(/^[a-z][a-z-/]+(#[a-z0-9-]+)?$/);
  expect(new Set(EVERY_RULE.map(({ rule }) => rule)).size).toBe(EVERY_RULE.length);
});

test("a broken rule is the only thing that is refused in its example", () => {
  const extra = CASES.flatMap(({ rule, found }) =>
    found()
      .filter((finding) => finding.rule !== rule)
      .map((finding) => `${rule.rule} ← ${finding.rule.rule}`),
  );
  expect(extra).toEqual([]);
});

test.each([
  ["2,000 characters, astral ones counted once", { content: "🖖".repeat(2000) }],
  [
    "five rows of five buttons",
    p.legacy(...p.times(5, (r) => p.row(...p.times(5, (n) => p.button({ custom_id: `${r}${n}` }))))),
  ],
  ["forty components", p.modern(p.container(p.times(39, () => p.text())))],
  [
    "4,000 characters of text",
    p.modern(p.text(p.long(2000)), p.section({ components: [p.text(p.long(2000))] })),
  ],
  [
    "a hundred mentioned users",
    { content: "Hi", allowed_mentions: { parse: [], users: p.times(100, String) } },
  ],
  ["a component with id 0, twice", p.modern({ ...p.text(), id: 0 }, { ...p.text(), id: 0 })],
  [
    "a link without a custom id",
    p.legacy(p.row(p.button({ style: 5, custom_id: undefined, url: "https://example.com" }))),
  ],
  ["fields nobody knows", { content: "Hi", warp: 9, components: [p.row(p.button({ warp: 9 }))] }],
  [
    "nulls where a field is left out",
    { content: "Hi", embeds: null, components: null, flags: null, allowed_mentions: null },
  ],
])("a message with %s is taken", (_, body) => {
  expect(findings((refuse) => checkMessage(refuse, "", body))).toEqual([]);
});

test("a message shows a file that comes along, or that it already has", () => {
  const body = p.modern(p.gallery(p.picture({ media: { url: "attachment://map.png" } })));
  const upload = { filename: "map.png", index: "0" };
  const before = {
    content: "",
    embeds: [],
    components: [],
    flags: p.V2,
    files: [{ id: "5", filename: "map.png" }],
  };

  expect(findings((refuse) => checkMessage(refuse, "", body, [upload]))).toEqual([]);
  expect(findings((refuse) => checkMessage(refuse, "", body, [], before))).toEqual([]);
  expect(
    findings((refuse) => checkMessage(refuse, "", { ...body, attachments: [] }, [], before)),
  ).toHaveLength(1);
});

test("a message moves to components v2 when its content is emptied in the same edit", () => {
  const before = { content: "Hi", embeds: [], components: [], flags: 0, files: [] };
  const body = { ...p.modern(p.text()), content: null };

  expect(findings((refuse) => checkMessage(refuse, "", body, [], before))).toEqual([]);
});

test("a click updates its message, and so does a modal that a click opened", () => {
  const source = { json: {} } as never;
  const answer = { type: 7, data: { content: "Hi" }, uploads: [] };

  for (const type of [InteractionType.MessageComponent, InteractionType.ModalSubmit]) {
    expect(findings((refuse) => checkCallback(refuse, { type, source }, answer, undefined))).toEqual([]);
  }
});

test("names in scripts without capitals, apostrophes and accents are taken", () => {
  for (const name of ["mission", "lower-decks", "übung", "ภารกิจ", "मिशन", "任務", "q'ono"]) {
    expect(inGuild(p.command({ name })), name).toEqual([]);
  }
});
