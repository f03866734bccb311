import { ButtonStyle, ComponentType, InteractionResponseType, MessageFlags } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { button, buttonRows, card, select, text } from "../../src/ui/card.ts";
import { choices, type Placement, reply, whisper } from "../../src/ui/reply.ts";

test.for([
  ["public", InteractionResponseType.ChannelMessageWithSource, 0],
  ["private", InteractionResponseType.ChannelMessageWithSource, MessageFlags.Ephemeral],
  ["in-place", InteractionResponseType.UpdateMessage, 0],
] as const)("a %s answer is a message of components that mentions nobody", ([placement, type, flag]) => {
  expect(reply(placement satisfies Placement, [text("Home")])).toEqual({
    type,
    data: {
      flags: MessageFlags.IsComponentsV2 | flag,
      components: [{ type: ComponentType.TextDisplay, content: "Home" }],
      allowed_mentions: { parse: [] },
    },
  });
});

test("a whisper is for who asked, with what stands below it", () => {
  const answer = whisper("Which one?", card(undefined, [text("Home")]));
  expect(answer).toMatchObject({ data: { flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral } });
  expect(answer).toMatchObject({ data: { components: [{ content: "Which one?" }, {}] } });
});

test("at most twenty-five choices are offered, with names that fit and are never empty", () => {
  const found = Array.from({ length: 40 }, (_, at) => ({ name: `${"🚀".repeat(60)}${at}`, value: `v${at}` }));
  const { data } = choices([{ name: "\u200B", value: "blank" }, ...found]) as {
    data: { choices: { name: string; value: string }[] };
  };
  expect(data.choices).toHaveLength(25);
  expect(data.choices[0]?.name).toBe("…");
  for (const { name } of data.choices) {
    expect(name.length).toBeLessThanOrEqual(100);
    expect(name.isWellFormed()).toBe(true);
  }
});

test("a choice whose value Discord would refuse is left out, and the others are offered", () => {
  const offered = choices([
    { name: "Too long", value: "x".repeat(101) },
    { name: "Nothing", value: "" },
    { name: "Home", value: "home" },
  ]);
  expect(offered).toMatchObject({ data: { choices: [{ name: "Home", value: "home" }] } });
  expect(offered).not.toMatchObject({ data: { choices: [{}, {}] } });
});

test("a button's label is one line that fits, and never empty", () => {
  expect(button({ id: "v1:a:b", label: "a\n\u202Eb" }).label).toBe("a b");
  expect(button({ id: "v1:a:b", label: "x".repeat(200) }).label).toHaveLength(80);
  expect(button({ id: "v1:a:b", label: " " }).label).toBe("…");
});

test("a button says nothing of being disabled when it is not", () => {
  expect(button({ id: "v1:a:b", label: "Go", style: "danger" })).toEqual({
    type: ComponentType.Button,
    style: ButtonStyle.Danger,
    label: "Go",
    custom_id: "v1:a:b",
  });
  expect(button({ id: "v1:a:b", label: "Go", disabled: true })).toMatchObject({ disabled: true });
});

test("buttons stand in rows of five, all of them, in their order", () => {
  const faces = Array.from({ length: 12 }, (_, at) => ({ id: `v1:a:b:${at}`, label: `${at}` }));
  const rows = buttonRows(faces);
  expect(rows.map((row) => row.components.length)).toEqual([5, 5, 2]);
  expect(rows.flatMap((row) => row.components.map(({ custom_id }) => custom_id))).toEqual(
    faces.map(({ id }) => id),
  );
  expect(buttonRows([])).toEqual([]);
});

test("a list offers at most twenty-five, in words that fit", () => {
  const options = Array.from({ length: 30 }, (_, at) => ({
    label: "x".repeat(150),
    value: `${at}`,
    description: "y".repeat(150),
  }));
  const made = select({ id: "v1:a:b", placeholder: "z".repeat(300), options });
  expect(made.options).toHaveLength(25);
  expect(made.placeholder).toHaveLength(150);
  for (const option of made.options) {
    expect(option.label).toHaveLength(100);
    expect(option.description).toHaveLength(100);
  }
});

test("a card without a colour says nothing of one", () => {
  expect(card(undefined, [])).toEqual({ type: ComponentType.Container, components: [] });
  expect(card(0, [])).toMatchObject({ accent_color: 0 });
});
