import {
  type APIInteractionResponse,
  ButtonStyle,
  ComponentType,
  InteractionType,
} from "discord-api-types/v10";
import { expect, test } from "vitest";
import type { WithAside } from "../../src/discord/answering.ts";
import { reply, whisper } from "../../src/ui/reply.ts";
import { textOf } from "../end-to-end/seen.ts";
import { requestsTo, until, type Wired, wired } from "./wired.ts";

const ASIDE = whisper("You are in.");

function board(words: string): APIInteractionResponse {
  return reply("public", [
    { type: ComponentType.TextDisplay, content: words },
    {
      type: ComponentType.ActionRow,
      components: [
        { type: ComponentType.Button, style: ButtonStyle.Primary, custom_id: "join", label: "Join" },
      ],
    },
  ]);
}

/** A card in the channel, and a bot that brings it up to date when its button is pressed. */
async function carrying(card: object = { ...board("after"), type: 7 }) {
  const landed: Parameters<WithAside["landed"]>[0][] = [];
  const bot = await wired({
    dispatch: async (interaction) =>
      (interaction as { readonly type: unknown }).type === InteractionType.MessageComponent
        ? { card: card as APIInteractionResponse, aside: ASIDE, landed: (how) => landed.push(how) }
        : board("before"),
  });
  await bot.connection.registered;
  const posted = await bot.person.run("ping");
  const id = posted.kind === "message" ? posted.message.id : "";
  return { bot, landed, press: () => bot.person.click(id, "join"), card: () => wordsOf(bot, id) };
}

function wordsOf({ person }: Wired, messageId: string): string {
  const found = person.messages().find(({ message }) => message.id === messageId);
  return textOf(found?.message ?? {});
}

/** What only who pressed was told. */
function told({ person }: Wired): string[] {
  return person.messages().flatMap(({ message, ephemeral }) => (ephemeral ? [textOf(message)] : []));
}

const asidesOf = (bot: Wired) => requestsTo(bot.sandbox, "/webhooks/");

test("a press brings its card along, and who pressed reads the rest alone", async () => {
  const { bot, landed, press, card } = await carrying();
  expect(await press()).toMatchObject({ kind: "update" });
  expect(card()).toBe("after");
  await until(() => told(bot).length > 0);
  expect(told(bot)).toEqual(["You are in."]);
  expect(landed).toEqual(["shown"]);
});

test.each([
  ["is cut", { kind: "cut" }],
  ["meets a 502", { kind: "status", status: 502 }],
] as const)(
  "what follows a card is said again when its connection %s, whatever REST makes of it",
  async (_, mishap) => {
    const { bot, press } = await carrying();
    bot.sandbox.faults.add({ path: "/webhooks/", times: 4, mishap });
    await press();
    await until(() => told(bot).length > 0);
    expect(told(bot)).toEqual(["You are in."]);
  },
);

test("what follows and finds no way at all is given up and told of; the card stays true", async () => {
  const { bot, press, card } = await carrying();
  bot.sandbox.faults.add({ path: "/webhooks/", times: 1_000, mishap: { kind: "cut" } });
  await press();
  await until(() => bot.lines.some(({ msg }) => msg.includes("could not be told")));
  expect(card()).toBe("after");
});

test("a card that Discord refuses gives way to what who pressed has to read", async () => {
  const { bot, landed, press, card } = await carrying({ type: 7, data: { flags: 32_768, components: [] } });
  const outcome = await press();
  expect(outcome.kind === "message" && textOf(outcome.message)).toBe("You are in.");
  expect(landed).toEqual(["not-shown"]);
  expect(card()).toBe("before");
  expect(asidesOf(bot)).toEqual([]);
});

test("a card of whose way nothing is heard may be there or not, and what follows is said all the same", async () => {
  const { bot, landed, press, card } = await carrying();
  bot.sandbox.faults.add({ path: "/callback", times: 2, mishap: { kind: "cut-after" } });
  await press();
  await until(() => told(bot).length > 0);
  expect(landed).toEqual(["unknown"]);
  expect(card()).toBe("after");
});

test("a crowd that presses at once is told at once: what follows a press has no share in the global limit", async () => {
  const { bot, press } = await carrying();
  const CROWD = 120;
  await Promise.all(Array.from({ length: CROWD }, press));
  await until(() => told(bot).length === CROWD);
  expect(bot.lines.filter(({ msg }) => msg === "Discord asks for patience")).toEqual([]);
});
