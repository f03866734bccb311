import type { APIMessage } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { exchangeOf } from "../../../src/sandbox/page/panel/exchange.ts";
import { gaugesOf } from "../../../src/sandbox/page/panel/gauges.ts";
import { everyPart } from "../../full/browser/scripted-messages.ts";

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

test("a token in an address is left out, and an answer to an interaction is what people look for", () => {
  const path = `/api/v10/interactions/15/${"x".repeat(60)}/callback?with_response=true`;
  const entry = {
    kind: "rest",
    at: 0,
    method: "POST",
    path,
    request: "{}",
    status: 204,
    response: "",
  } as const;
  expect(exchangeOf(entry)).toMatchObject({
    title: "POST /interactions/15/…/callback?with_response=true",
    isMain: true,
    bodies: [{ name: "Request", text: "{}" }],
  });
});
