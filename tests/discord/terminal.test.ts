import { describe, expect, test } from "vitest";
import { createSandbox } from "../../src/sandbox/sandbox.ts";
import { hello, requestsTo, until, wire, wired } from "./wired.ts";

const CLOSES = [
  [4004, "DISCORD_TOKEN"],
  [4010, "SHARD_IDS"],
  [4011, "SHARD_COUNT"],
  [4012, "Update Away Team"],
  [4013, "Update Away Team"],
  [4014, "Guilds only"],
] as const;

describe.concurrent("a close that Discord allows no return from", () => {
  test.for(CLOSES)(
    "%i ends the bot with one line that names %s, and no further request",
    async ([code, remedy]) => {
      const bot = await wired();
      await bot.connection.registered;
      const before = requestsTo(bot.sandbox).length;
      bot.sandbox.gateway.terminal(code);
      await until(() => bot.fatals.length > 0);
      await bot.connection.stop();

      expect(bot.fatals).toEqual([{ exitCode: 78, message: expect.stringContaining(remedy) }]);
      expect(requestsTo(bot.sandbox).length - before).toBeLessThanOrEqual(1);
      expect(bot.sandbox.gateway.identifies).toBe(1);
    },
  );

  test.for(CLOSES)("%i at the first login ends the bot as well", async ([code]) => {
    const sandbox = await createSandbox({ identifyEveryMs: 0 });
    sandbox.gateway.terminal(code);
    const bot = wire(sandbox);
    await until(() => bot.fatals.length > 0);
    await bot.connection.stop();
    expect(bot.fatals).toMatchObject([{ exitCode: 78 }]);
    expect(requestsTo(sandbox)).toEqual(["GET /api/v10/gateway/bot"]);
    await sandbox.close();
  });

  test("the bot's own stop is no failure", async () => {
    const bot = await wired();
    await bot.connection.registered;
    await bot.connection.stop();
    expect(bot.fatals).toEqual([]);
    expect(bot.lines.filter(({ level }) => Number(level) > 30)).toEqual([]);
  });
});

describe("a token that Discord refuses", () => {
  test("ends the start after one request, and is not repeated", async () => {
    const bot = await wired({ token: "a.wrong.token-that-nobody-has" });
    await until(() => bot.fatals.length > 0);
    await bot.connection.stop();
    expect(bot.fatals).toEqual([{ exitCode: 78, message: expect.stringContaining("refused the token") }]);
    expect(requestsTo(bot.sandbox)).toEqual(["GET /api/v10/gateway/bot"]);
    expect(JSON.stringify([bot.fatals, bot.lines])).not.toContain("a.wrong.token");
  });

  test("while the commands are registered ends the start", async () => {
    const sandbox = await createSandbox({ identifyEveryMs: 0 });
    sandbox.faults.add({ path: "/applications/", mishap: { kind: "status", status: 401 } });
    const bot = wire(sandbox);
    await until(() => bot.fatals.length > 0);
    await bot.connection.stop();
    expect(bot.fatals).toMatchObject([{ exitCode: 78 }]);
    await sandbox.close();
  });

  test("in the middle of an answer ends the bot once, however many answers were under way", async () => {
    const bot = await wired({ dispatch: async () => hello });
    await bot.connection.registered;
    bot.sandbox.faults.add({ path: "/callback", times: 20, mishap: { kind: "status", status: 401 } });
    for (let asked = 0; asked < 20; asked++) void bot.person.run("ping");
    await until(() => bot.fatals.length === 20);
    expect(new Set(bot.fatals.map(({ exitCode }) => exitCode))).toEqual(new Set([78]));
  });
});
