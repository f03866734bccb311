import { GatewayCloseCodes } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { createSandbox } from "../../src/sandbox/sandbox.ts";
import { relayTo } from "./relay.ts";
import { hello, requestsTo, until, type Wired, wire, wired } from "./wired.ts";

/** The library waits half a second before each connection, so these run side by side. */
describe.concurrent("the gateway", () => {
  test("a connection that drops in the middle of a command loses nothing: the bot resumes and answers", async () => {
    const bot = await ready();
    const asked = bot.person.run("ping");
    bot.sandbox.gateway.drop();
    expect(await asked).toMatchObject({ kind: "message" });
    expect(await bot.person.run("ping")).toMatchObject({ kind: "message" });
    expect(bot.sandbox.gateway).toMatchObject({ identifies: 1, resumes: 1 });
  });

  test.for([
    ["a request to reconnect", (bot: Wired) => bot.sandbox.gateway.reconnect()],
    [
      "an invalid session that can be resumed",
      (bot: Wired) => bot.sandbox.gateway.invalidate({ resumable: true }),
    ],
    ["an unknown error (4000)", (bot: Wired) => bot.sandbox.gateway.drop(GatewayCloseCodes.UnknownError)],
    ["a close that no code explains (4999)", (bot: Wired) => bot.sandbox.gateway.drop(4999)],
  ] as const)("after %s the bot resumes its session", async ([, fault]) => {
    const bot = await ready();
    fault(bot);
    await until(() => bot.sandbox.gateway.resumes === 1);
    expect(await bot.person.run("ping")).toMatchObject({ kind: "message" });
    expect(bot.sandbox.gateway.identifies).toBe(1);
  });

  test.for([
    ["an invalid session", (bot: Wired) => bot.sandbox.gateway.invalidate({ resumable: false })],
    ["a wrong sequence (4007)", (bot: Wired) => bot.sandbox.gateway.drop(GatewayCloseCodes.InvalidSeq)],
    [
      "a session that timed out (4009)",
      (bot: Wired) => bot.sandbox.gateway.drop(GatewayCloseCodes.SessionTimedOut),
    ],
    ["too many packets (4008)", (bot: Wired) => bot.sandbox.gateway.drop(GatewayCloseCodes.RateLimited)],
  ] as const)("after %s the bot logs in anew, five seconds after the last time", async ([, fault]) => {
    const bot = await ready();
    fault(bot);
    await until(() => bot.sandbox.gateway.identifies === 2);
    await until(() => bot.lines.filter(({ msg }) => msg === "ready").length === 2);
    expect(await bot.person.run("ping")).toMatchObject({ kind: "message" });
    expect(bot.waits.at(-1)).toBeGreaterThan(0);
    expect(bot.waits.at(-1)).toBeLessThanOrEqual(5_250);
  });

  test("a connection that no longer acknowledges is left, and the session resumed", async () => {
    const sandbox = await createSandbox({ identifyEveryMs: 0 });
    const relay = await relayTo(sandbox);
    relay.change((text) => (relay.connections > 1 ? text : unacknowledged(text)));
    const bot = wire(sandbox, { apiUrl: relay.apiUrl });
    await until(() => sandbox.gateway.resumes === 1);
    expect(bot.lines.some(({ msg }) => msg.includes("Zombie"))).toBe(true);
    expect(await bot.person.run("ping")).toMatchObject({ kind: "message" });
    expect(sandbox.gateway.identifies).toBe(1);
    await bot.connection.stop();
    await sandbox.close();
  });

  test("a heartbeat that is asked for is sent at once", async () => {
    const bot = await ready();
    const before = beats(bot);
    bot.sandbox.gateway.requestHeartbeats();
    await until(() => beats(bot) > before);
  });

  test("a connection left at its first heartbeat leaves no heartbeat behind for the next", async () => {
    const sandbox = await createSandbox({ identifyEveryMs: 0 });
    const relay = await relayTo(sandbox);
    relay.change((text) => {
      if (relay.connections > 1) return text;
      if (text.includes('"op":10')) setImmediate(() => relay.say('{"op":1,"d":null}'));
      return unacknowledged(text);
    });
    const bot = wire(sandbox, { apiUrl: relay.apiUrl });
    await until(() => relay.connections === 2 && sandbox.gateway.isConnected);
    await bot.connection.registered;
    const before = beats(bot);
    for (let asked = 0; asked < 100; asked++)
      expect(await bot.person.run("ping")).toMatchObject({ kind: "message" });
    expect(beats(bot) - before).toBeLessThanOrEqual(1);
    await bot.connection.stop();
    await sandbox.close();
  });

  test("several drops in a row cost one login", async () => {
    const bot = await ready();
    for (let drop = 1; drop <= 3; drop++) {
      bot.sandbox.gateway.drop();
      await until(() => bot.sandbox.gateway.resumes === drop);
    }
    expect(await bot.person.run("ping")).toMatchObject({ kind: "message" });
    expect(bot.sandbox.gateway.identifies).toBe(1);
  });

  test("a gateway that is dark at the start and comes back has one connection of the bot, not two", async () => {
    const sandbox = await createSandbox({ identifyEveryMs: 0 });
    sandbox.gateway.goDark();
    const bot = wire(sandbox);
    await until(() => bot.lines.some(({ msg }) => msg.includes("first connection failed")));
    await until(() => closes(bot) >= 3);
    sandbox.gateway.recover();
    await bot.connection.registered;
    sandbox.gateway.drop();
    await until(() => sandbox.gateway.resumes > 0);
    expect(await bot.person.run("ping")).toMatchObject({ kind: "message" });
    expect(sandbox.gateway).toMatchObject({ identifies: 1, resumes: 1 });
    await bot.connection.stop();
    await sandbox.close();
  });

  test("a session whose address is gone is given up for the common address, in a few seconds", async () => {
    const sandbox = await createSandbox({ identifyEveryMs: 0 });
    const relay = await relayTo(sandbox);
    relay.change((text) =>
      text.replace(/"resume_gateway_url":"[^"]*"/, '"resume_gateway_url":"ws://127.0.0.1:1/gone"'),
    );
    const bot = wire(sandbox, { apiUrl: relay.apiUrl });
    await bot.connection.registered;
    sandbox.gateway.drop();
    await until(() => sandbox.gateway.identifies === 2);
    expect(await bot.person.run("ping")).toMatchObject({ kind: "message" });
    await bot.connection.stop();
    await sandbox.close();
  });

  test("an address for resuming that refuses every handshake is given up for a new login", {
    timeout: 15_000,
  }, async () => {
    const sandbox = await createSandbox({ identifyEveryMs: 0 });
    const relay = await relayTo(sandbox);
    const bot = wire(sandbox, { apiUrl: relay.apiUrl });
    await bot.connection.registered;
    relay.refuse(503, 10);
    sandbox.gateway.drop();
    await until(() => sandbox.gateway.identifies === 2);
    expect(await bot.person.run("ping")).toMatchObject({ kind: "message" });
    await bot.connection.stop();
    await sandbox.close();
  });

  test.for(['"nonsense"', "null", "5", '"http://127.0.0.1/"', '""'])(
    "a session with the address %s is not tried to be resumed, and the bot logs in anew",
    async (address) => {
      const sandbox = await createSandbox({ identifyEveryMs: 0 });
      const relay = await relayTo(sandbox);
      relay.change((text) => text.replace(/"resume_gateway_url":"[^"]*"/, `"resume_gateway_url":${address}`));
      const bot = wire(sandbox, { apiUrl: relay.apiUrl });
      await bot.connection.registered;
      sandbox.gateway.drop();
      await until(() => sandbox.gateway.identifies === 2);
      expect(await bot.person.run("ping")).toMatchObject({ kind: "message" });
      await bot.connection.stop();
      await sandbox.close();
    },
  );

  test("a stop does not wait for a gateway that no longer answers", async () => {
    const sandbox = await createSandbox({ identifyEveryMs: 0 });
    const relay = await relayTo(sandbox);
    const bot = wire(sandbox, { apiUrl: relay.apiUrl });
    await bot.connection.registered;
    relay.goSilent();
    const startedAt = performance.now();
    await bot.connection.stop();
    expect(performance.now() - startedAt).toBeLessThan(4_000);
    relay.restore();
    await sandbox.close();
  });

  test("a stop in the middle of logging in ends, and nothing connects afterwards", async () => {
    const sandbox = await createSandbox({ identifyEveryMs: 0 });
    const relay = await relayTo(sandbox);
    relay.change((text) => (text.includes('"t":"READY"') ? '{"op":11}' : text));
    const bot = wire(sandbox, { apiUrl: relay.apiUrl });
    await until(() => sandbox.gateway.identifies === 1);
    await bot.connection.stop();
    const { connections } = relay;
    await until(() => sandbox.gateway.isConnected === false);
    await sandbox.close();
    expect(relay.connections).toBe(connections);
  });

  test("the log of a long outage grows with its logarithm", async () => {
    const sandbox = await createSandbox({ identifyEveryMs: 0 });
    const relay = await relayTo(sandbox);
    const bot = wire(sandbox, { apiUrl: relay.apiUrl });
    await bot.connection.registered;
    relay.refuse(503, 8);
    sandbox.gateway.drop();
    await until(() => bot.lines.some(({ msg }) => msg === "session resumed"));
    const told = bot.lines.filter(({ msg }) => msg === "gateway closed");
    expect(told.map(({ failures }) => failures)).toEqual([1, 2, 4, 8]);
    await bot.connection.stop();
    await sandbox.close();
  });

  test("every shard of several logs in, each in its turn, and answers its own servers", async () => {
    const bot = await ready({ shardCount: 3 });
    await until(() => bot.sandbox.gateway.identifies === 3);
    expect(bot.waits.filter((ms) => ms > 0)).toHaveLength(2);
    expect(await bot.person.run("ping")).toMatchObject({ kind: "message" });
  });

  test("the gateway is not asked for again while its sessions resume", async () => {
    const bot = await ready();
    const asked = requestsTo(bot.sandbox, "/gateway/bot").length;
    bot.sandbox.gateway.drop();
    await until(() => bot.sandbox.gateway.resumes === 1);
    expect(requestsTo(bot.sandbox, "/gateway/bot")).toHaveLength(asked);
  });
});

async function ready(overrides: Parameters<typeof wired>[0] = {}): Promise<Wired> {
  const bot = await wired({ dispatch: async () => hello, ...overrides });
  await bot.connection.registered;
  return bot;
}

/** A gateway that wants a heartbeat every 40 ms and acknowledges none; the sandbox behind it waits longer. */
function unacknowledged(text: string): string {
  if (text.includes('"op":11')) return '{"op":0,"t":"NOTHING"}';
  return text.includes('"op":10') ? '{"op":10,"d":{"heartbeat_interval":40}}' : text;
}

function beats(bot: Wired): number {
  return bot.sandbox.traffic
    .entries()
    .filter(
      (entry) => entry.kind === "gateway" && entry.direction === "in" && entry.payload.startsWith('{"op":1'),
    ).length;
}

function closes(bot: Wired): number {
  return bot.lines.filter(({ msg }) => msg.startsWith("Connecting to")).length;
}
