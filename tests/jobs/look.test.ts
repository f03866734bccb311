import { ChannelType, PermissionFlagsBits } from "discord-api-types/v10";
import { expect, test } from "vitest";
import type { GuildFacts } from "../../src/guilds/facts.ts";
import { placeLook } from "../../src/jobs/look.ts";
import { channel, GUILD, guildFacts } from "../guilds/guild-facts.ts";
import { handTimers } from "../reminders/hand-timers.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NO_WORDS = [{ id: GUILD, allow: "0", deny: String(PermissionFlagsBits.SendMessages) }];

test("a channel is open when the bot may see it and write there, and shut when it may not", async () => {
  expect(await seen({ channels: [channel({ id: "10" })] })).toBe("open");
  expect(await seen({ channels: [channel({ id: "10", overwrites: NO_WORDS })] })).toBe("shut");
  expect(await seen({ timedOutUntil: 1_000 })).toBe("shut");
  expect(await seen({ timedOutUntil: -1 })).toBe("open");
});

test("a thread goes by the channel above it, and is shut while it is locked", async () => {
  const parent = channel({ id: "11", overwrites: NO_WORDS });
  const thread = channel({ id: "10", type: ChannelType.PublicThread, parentId: "11" });
  expect(await seen({ channels: [parent, thread] })).toBe("open");
  expect(await seen({ channels: [parent, { ...thread, isLocked: true }] })).toBe("shut");
});

test("a voice channel goes by its own rights, not by its category's", async () => {
  const category = channel({ id: "11", type: ChannelType.GuildCategory, overwrites: NO_WORDS });
  const voice = channel({ id: "10", type: ChannelType.GuildVoice, parentId: "11" });
  expect(await seen({ channels: [category, voice] })).toBe("open");
});

test("what Discord does not show is hidden, and not asked for again within the hour", async () => {
  const watch = looking(async () => guildFacts({ channels: [] }));
  expect(await watch.look(GUILD, "10")).toBe("hidden");
  await watch.pass(59 * MINUTE);
  expect(await watch.look(GUILD, "10")).toBe("still-hidden");
  expect(watch.asked()).toBe(1);
  await watch.pass(MINUTE);
  expect(await watch.look(GUILD, "10")).toBe("hidden");
  expect(watch.asked()).toBe(2);
});

test("what something waits for that will not help for long is asked for every five minutes, and is news once in an hour", async () => {
  const watch = looking(async () => guildFacts({ channels: [] }));
  const sights: string[] = [];
  for (let minute = 0; minute <= 60; minute += 1) {
    sights.push(await watch.look(GUILD, "10", { key: "r1", helpsForMs: 60 * MINUTE }));
    await watch.pass(MINUTE);
  }
  expect(sights.filter((sight) => sight === "hidden")).toHaveLength(2);
  expect([sights[0], sights[60]]).toEqual(["hidden", "hidden"]);
  expect(watch.asked()).toBe(13);
});

test("each that waits is told of a refusal that it asked for, whoever else looked before", async () => {
  const watch = looking(async () => guildFacts({ channels: [] }));
  await watch.look(GUILD, "10");
  await watch.pass(60 * MINUTE);
  const both = ["r1", "r2"].map((key) => watch.look(GUILD, "10", { key, helpsForMs: DAY }));
  expect(await Promise.all(both)).toEqual(["hidden", "hidden"]);
});

test("what is shown again is open for everybody", async () => {
  let channels: GuildFacts["channels"] = [];
  const watch = looking(async () => guildFacts({ channels }));
  await watch.look(GUILD, "10");
  channels = [channel({ id: "10" })];
  await watch.pass(6 * MINUTE);
  expect(await watch.look(GUILD, "10")).toBe("still-hidden");
  expect(await watch.look(GUILD, "10", { key: "r1", helpsForMs: 10 * MINUTE })).toBe("open");
  expect(await watch.look(GUILD, "10")).toBe("open");
});

test("a server that the bot is no longer in is hidden; one that cannot be reached is unknown", async () => {
  for (const [error, sight] of [
    [Object.assign(new Error("Missing Access"), { status: 403 }), "hidden"],
    [Object.assign(new Error("Bad Gateway"), { status: 502 }), "unknown"],
    [new TypeError("fetch failed"), "unknown"],
  ] as const)
    expect(await looking(() => Promise.reject(error)).look(GUILD, "10")).toBe(sight);
});

test("a look that takes long is unknown after two seconds", async () => {
  const watch = looking(() => new Promise(() => undefined));
  const seen = watch.look(GUILD, "10");
  await watch.pass(2_000);
  expect(await seen).toBe("unknown");
});

test("many that look at one place at once look once, and the next look is a new one", async () => {
  const watch = looking(async () => guildFacts());
  expect(await Promise.all([1, 2, 3].map(() => watch.look(GUILD, "10")))).toEqual(["open", "open", "open"]);
  expect(watch.asked()).toBe(1);
  await watch.look(GUILD, "10");
  expect(watch.asked()).toBe(2);
});

function seen(facts: Partial<GuildFacts>) {
  return looking(async () => guildFacts(facts)).look(GUILD, "10");
}

function looking(facts: () => Promise<GuildFacts>) {
  const timers = handTimers();
  let asked = 0;
  const look = placeLook({
    facts: () => {
      asked += 1;
      return facts();
    },
    clock: { now: () => 0 },
    timers,
  });
  return { look, asked: () => asked, pass: timers.pass };
}
