import { expect, test } from "vitest";
import { createSandbox } from "../../src/sandbox/sandbox.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { whisper } from "../../src/ui/reply.ts";
import { textOf } from "../end-to-end/seen.ts";
import { hello, interactionWith, type Line, requestsTo, until, wire, wired } from "./wired.ts";

/** The edge, ready to answer. */
async function ready(overrides: Parameters<typeof wired>[0] = {}) {
  const bot = await wired(overrides);
  await bot.connection.registered;
  return bot;
}

/** Sends an interaction that Discord knows nothing of. */
function tell(bot: Awaited<ReturnType<typeof ready>>, interaction: unknown): void {
  bot.sandbox.gateway.dispatch("INTERACTION_CREATE", interaction, { intents: 0 });
}

const saying = (lines: readonly Line[], part: string) => lines.filter(({ msg }) => msg.includes(part));
const callbacksOf = (bot: Awaited<ReturnType<typeof ready>>) => requestsTo(bot.sandbox, "/callback");

test("a command is answered with one request, in which nobody is mentioned by accident", async () => {
  const bot = await ready();
  const outcome = await bot.person.run("ping");
  expect(outcome).toMatchObject({ kind: "message", ephemeral: true, pinged: [] });
  await bot.connection.stop();
  expect(callbacksOf(bot)).toHaveLength(1);
});

test("an answer whose connection breaks before it arrives is sent again, and arrives", async () => {
  const bot = await ready();
  bot.sandbox.faults.add({ path: "/callback", mishap: { kind: "cut" } });
  expect(await bot.person.run("ping")).toMatchObject({ kind: "message" });
});

test("an answer whose connection breaks after it arrived is not reported: already answered means delivered", async () => {
  const bot = await ready();
  bot.sandbox.faults.add({ path: "/callback", mishap: { kind: "cut-after" } });
  expect(await bot.person.run("ping")).toMatchObject({ kind: "message" });
  await until(() => callbacksOf(bot).length === 2);
  await bot.connection.stop();
  expect(bot.failures).toEqual([]);
  expect(saying(bot.lines, "answer")).toEqual([]);
});

test("an answer that meets a 502 is sent again as it was", async () => {
  const bot = await ready();
  bot.sandbox.faults.add({ path: "/callback", mishap: { kind: "status", status: 502 } });
  const outcome = await bot.person.run("ping");
  expect(outcome.kind === "message" && textOf(outcome.message)).toBe("Hello.");
});

test("an answer that finds no way twice is given up and told of, without a third try", async () => {
  const bot = await ready();
  bot.sandbox.faults.add({ path: "/callback", times: 9, mishap: { kind: "cut" } });
  const asked = bot.person.run("ping");
  await until(() => saying(bot.lines, "could not be delivered").length === 1);
  bot.sandbox.faults.clear();
  expect(callbacksOf(bot)).toHaveLength(0);
  expect(saying(bot.lines, "could not be delivered")[0]).toMatchObject({ level: 40 });
  void asked;
});

test("an answer that comes too late is told of with the interaction's age, and nothing follows it", async () => {
  const bot = await ready({
    dispatch: async (interaction) => {
      bot.sandbox.expire((interaction as { readonly id: string }).id);
      return hello;
    },
  });
  await bot.person.run("ping");
  await until(() => saying(bot.lines, "expired").length === 1);
  expect(saying(bot.lines, "expired")[0]?.["ageMs"]).toBeGreaterThanOrEqual(0);
  expect(callbacksOf(bot)).toHaveLength(1);
});

test("an answer that Discord refuses is reported with the refusal, and the member gets the apology", async () => {
  const bot = await ready({ dispatch: async () => whisper("x".repeat(5_000)) });
  const outcome = await bot.person.run("ping");
  expect(outcome.kind === "message" && textOf(outcome.message)).toBe("Sorry.");
  expect(String(bot.failures[0])).toMatch(/refused an answer \(400\).*50035/s);
});

test("an answer that Discord has no patience for is reported, and no apology makes it worse", async () => {
  const bot = await ready();
  bot.sandbox.faults.add({
    path: "/callback",
    mishap: { kind: "rate-limit", scope: "user", retryAfterMs: 1_000 },
  });
  void bot.person.run("ping");
  await until(() => bot.failures.length === 1);
  await bot.connection.stop();
  expect(callbacksOf(bot)).toHaveLength(1);
});

test("an interaction that another process answered first is told of, and not apologised for", async () => {
  const bot = await ready();
  const other = wire(bot.sandbox);
  await other.connection.registered;
  await bot.person.run("ping");
  const elsewhere = () => [...saying(bot.lines, "somebody else"), ...saying(other.lines, "somebody else")];
  await until(() => elsewhere().length === 1);
  await other.connection.stop();
  expect([...bot.failures, ...other.failures]).toEqual([]);
});

test("a 401 on an answer stops the bot as a token that Discord refused", async () => {
  const bot = await ready();
  bot.sandbox.faults.add({ path: "/callback", mishap: { kind: "status", status: 401 } });
  void bot.person.run("ping");
  await until(() => bot.fatals.length > 0);
  expect(bot.fatals).toEqual([{ exitCode: 78, message: expect.stringContaining("refused the token") }]);
});

test("a 401 for the interaction's own token is only an answer that came too late", async () => {
  const bot = await ready();
  bot.sandbox.faults.add({ path: "/callback", mishap: { kind: "status", status: 401, code: 50_027 } });
  void bot.person.run("ping");
  await until(() => saying(bot.lines, "expired").length === 1);
  expect(bot.fatals).toEqual([]);
});

test("tokens as long as Discord makes them, with every sign that an address allows, are used as they are", async () => {
  const bot = await ready();
  for (const token of ["a".repeat(1_000), "A-z_0.9~!$&'()*+,;=:@", "aW50ZXJhY3Rpb24=="]) {
    tell(bot, interactionWith({ token }));
    await until(() => callbacksOf(bot).some((request) => request.endsWith(`/${token}/callback`)));
  }
});

test("an id or a token that would change the address is left out, and said so", async () => {
  const bot = await ready();
  const odd = [
    { token: "../../users/@me" },
    { token: ".." },
    { token: "" },
    { token: "a b" },
    { token: "a?b" },
    { token: "a#b" },
    { token: "a%2Fb" },
    { token: "é" },
    { token: "x".repeat(5_000) },
    { token: 5 },
    { token: null },
    { id: "1/2" },
    { id: "-1" },
    { id: "9".repeat(30) },
    { id: 5 },
    { id: undefined },
  ];
  for (const fields of odd) tell(bot, interactionWith(fields));
  for (const whole of [null, 5, "x", [], true]) tell(bot, whole);
  await until(() => saying(bot.lines, "without id or token").length === odd.length + 5);
  expect(callbacksOf(bot)).toEqual([]);
});

test("what dispatch has no answer to is left out, and said so", async () => {
  const bot = await ready({ dispatch: async () => undefined });
  tell(bot, interactionWith({}));
  await until(() => saying(bot.lines, "no known kind").length === 1);
  expect(callbacksOf(bot)).toEqual([]);
});

test("a dispatch that breaks its promise and rejects is told of, and the next command is answered", async () => {
  let isFirst = true;
  const bot = await ready({
    dispatch: async () => {
      if (!isFirst) return hello;
      isFirst = false;
      throw new Error("broken");
    },
  });
  tell(bot, interactionWith({}));
  await until(() => saying(bot.lines, "could not be answered").length === 1);
  expect(await bot.person.run("ping")).toMatchObject({ kind: "message" });
});

test("an answer in two steps shows what came of it where it said that it takes a while", async () => {
  const bot = await ready({
    dispatch: async () => ({
      first: { type: 5, data: { flags: 64 } },
      later: async () => ({ data: message("Done."), files: [{ name: "log.txt", data: "stardate" }] }),
    }),
  });
  const outcome = await bot.person.run("ping");
  expect(outcome).toMatchObject({ kind: "message", ephemeral: true });
  expect(outcome.kind === "message" && textOf(outcome.message)).toBe("Done.");
  expect(outcome.kind === "message" && outcome.message.attachments).toMatchObject([{ filename: "log.txt" }]);
});

test("a second step that Discord refuses ends in the apology", async () => {
  const bot = await ready({
    dispatch: async () => ({
      first: { type: 5, data: { flags: 64 } },
      later: async () => ({ data: message("x".repeat(5_000)), files: [] }),
    }),
  });
  const outcome = await bot.person.run("ping");
  expect(outcome.kind === "message" && textOf(outcome.message)).toBe("Sorry.");
  expect(bot.failures).toHaveLength(1);
});

test("what was heard before a stop is answered before it, under load", async () => {
  const bot = await ready({
    dispatch: async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return hello;
    },
  });
  bot.sandbox.faults.add({ path: "/callback", times: 50, mishap: { kind: "slow", delayMs: 40 } });
  const asked = Array.from({ length: 50 }, () => bot.person.run("ping"));
  await until(() => callbacksOf(bot).length > 0);
  await bot.connection.stop();
  const outcomes = await Promise.all(asked);
  expect(outcomes.every(({ kind }) => kind === "message")).toBe(true);
});

test("what comes after a stop has begun is not taken in", async () => {
  const sandbox = await createSandbox({ identifyEveryMs: 0 });
  let heard = 0;
  const bot = wire(sandbox, {
    dispatch: async () => {
      heard += 1;
      return hello;
    },
  });
  await bot.connection.registered;
  const stopped = bot.connection.stop();
  const person = sandbox.as(CAST.people.juno, { channelId: CAST.fleet.channels.runs });
  const asked = Array.from({ length: 20 }, () => person.run("ping"));
  await stopped;
  expect(heard).toBe(0);
  expect(sandbox.gateway.isConnected).toBe(false);
  await sandbox.close();
  void asked;
});

/** A message of components, as an edit carries it. */
function message(sentence: string) {
  const { data } = whisper(sentence) as { readonly data: object };
  return data;
}
