import type { APIMessage } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { exchangeOf, isUnanswered } from "../../../src/sandbox/page/panel/exchange.ts";
import { gaugesOf } from "../../../src/sandbox/page/panel/gauges.ts";
import { everyPart, form } from "../../full/browser/scripted-messages.ts";

function message(parts: object): APIMessage {
  return { content: "", embeds: [], attachments: [], components: [], ...parts } as unknown as APIMessage;
}

test("nested components, their texts, their longest labels and ids are counted", () => {
  const gauges = gaugesOf(message({ components: [everyPart()] }));
  const used = Object.fromEntries(gauges.map((gauge) => [gauge.name, gauge.used]));
  expect(used).toEqual({
    "Characters of all texts":
      "### A section\nwith a button beside itAnd one with a picture from **elsewhere**.".length,
    "Components, nested ones too": 24,
    "Buttons in the fullest row": 5,
    "Options of the longest list": 3,
    "Longest button label": "Disabled".length,
    "Longest custom id": "press-disabled".length,
  });
});

test("an embed counts with its title, texts, fields, author and footer", () => {
  const embeds = [
    { title: "ab", description: "c", fields: [{ name: "d", value: "ef" }], footer: { text: "g" } },
  ];
  expect(gaugesOf(message({ embeds, content: "hi" }))).toEqual([
    { name: "Characters of the text", used: 2, most: 2_000 },
    { name: "Embeds", used: 1, most: 10 },
    { name: "Characters of all embeds", used: 7, most: 6_000 },
  ]);
});

const callback = (body: object, status = 204) =>
  exchangeOf({
    kind: "rest",
    at: 0,
    method: "POST",
    path: `/api/v10/interactions/15/${"x".repeat(60)}/callback?with_response=true`,
    request: JSON.stringify(body),
    status,
    response: "",
  });

const event = (d: object) =>
  exchangeOf({
    kind: "gateway",
    at: 0,
    direction: "out",
    shard: 0,
    payload: JSON.stringify({ t: "INTERACTION_CREATE", d }),
  });

test("a token in an address is left out, and an answer names the interaction and says what it is", () => {
  expect(callback({ type: 4 })).toMatchObject({
    title: "POST /interactions/15/…/callback?with_response=true",
    about: "a message",
    interactionId: "15",
    bodies: [{ name: "Request", text: '{"type":4}' }],
  });
});

test.each([
  [{ type: 2, data: { name: "mission" } }, "/mission"],
  [{ type: 3, data: { custom_id: "v1:run:join:r1" } }, "v1:run:join:r1"],
  [{ type: 4, data: { name: "mission" } }, "typing an option of /mission"],
  [{ type: 5, data: { custom_id: "v1:me:zone" } }, "a form: v1:me:zone"],
])("an interaction says what somebody did: %j", (interaction, about) => {
  expect(event({ id: "15", ...interaction })).toMatchObject({ about, interactionId: "15" });
});

test("an interaction is unanswered until Discord takes an answer", () => {
  const asked = event({ id: "15", type: 2, data: { name: "mission" } });
  expect(isUnanswered(asked, [asked])).toBe(true);
  expect(isUnanswered(asked, [asked, callback({ type: 4 }, 404)])).toBe(true);
  expect(isUnanswered(asked, [asked, callback({ type: 4 })])).toBe(false);
  expect(isUnanswered(callback({ type: 4 }, 404), [])).toBe(false);
});

test("a form and the options of an autocomplete have limits of their own", () => {
  expect(callback(form()).gauges).toEqual([
    { name: "Characters of the title", used: "Join the run".length, most: 45 },
    { name: "Fields", used: 5, most: 5 },
    { name: "Longest label", used: "Who else".length, most: 45 },
    { name: "Characters of the custom id", used: "roster-form".length, most: 100 },
  ]);
  expect(callback({ type: 8, data: { choices: [{ name: "Home", value: "home" }] } }).gauges).toEqual([
    { name: "Options", used: 1, most: 25 },
    { name: "Longest option", used: 4, most: 100 },
  ]);
});

test("what a bot says need not be JSON", () => {
  const said = { kind: "gateway", at: 0, direction: "in", shard: 0, payload: "{" } as const;
  expect(exchangeOf(said)).toMatchObject({ title: "Gateway", way: "from the bot" });
});
