import { GatewayIntentBits } from "discord-api-types/v10";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type HandTime, handTime } from "../../src/sandbox/protocol-time.ts";
import { createSandbox, type Sandbox, type SandboxOptions } from "../../src/sandbox/sandbox.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { connectRaw, identified, identity, isEvent, isOp, registerAbout } from "./raw-gateway.ts";

const HEARTBEAT = 1;
const IDENTIFY = 2;
const INVALID_SESSION = 9;
const HELLO = 10;
const ACK = 11;

let time: HandTime;
let sandbox: Sandbox;

async function open(options: SandboxOptions = {}): Promise<void> {
  await sandbox?.close();
  time = handTime();
  sandbox = await createSandbox({ time, ...options });
}

beforeEach(() => open());
afterEach(() => sandbox.close());

test("HELLO comes first and names the heartbeat interval", async () => {
  const bot = await connectRaw(sandbox);

  expect((await bot.hears(isOp(HELLO))).d).toMatchObject({ heartbeat_interval: 41_250 });
});

test("READY lists the guilds as unavailable, and each comes after it with its channels and roles", async () => {
  const bot = await identified(sandbox);
  const ready = await bot.hears(isEvent("READY"));
  await bot.hears((payload) => payload.t === "GUILD_CREATE" && payload.d["id"] === CAST.armada.id);

  expect(ready.d["guilds"]).toEqual([
    { id: CAST.fleet.id, unavailable: true },
    { id: CAST.armada.id, unavailable: true },
  ]);
  expect(ready.d["resume_gateway_url"]).toBe(sandbox.gateway.url);
  const fleet = bot.heard.find((payload) => payload.t === "GUILD_CREATE")?.d;
  expect(fleet).toMatchObject({ id: CAST.fleet.id, name: "Starbase 17", unavailable: false });
  expect(fleet?.["channels"]).toHaveLength(6);
  expect(fleet?.["threads"]).toHaveLength(1);
  expect(bot.heard.map(({ s }) => s).filter((s) => s !== null)).toEqual([1, 2, 3]);
});

test("without the guilds intent no guild comes, and interactions come all the same", async () => {
  const bot = await identified(sandbox, { intents: 0 });
  void sandbox.as(CAST.people.reyes).type("/nothing");
  await registerAbout(sandbox);

  void sandbox.as(CAST.people.reyes, { channelId: CAST.fleet.channels.runs }).run("about");
  await bot.hears(isEvent("INTERACTION_CREATE"));

  expect(bot.heard.map(({ t }) => t)).toEqual([null, "READY", "INTERACTION_CREATE"]);
});

test.each([
  ["a wrong token", { token: "nobody" }, 4004],
  ["a shard beyond the count", { shard: [2, 2] }, 4010],
  ["a shard that is no pair of numbers", { shard: "0/1" }, 4010],
  ["an intent that does not exist", { intents: 2 ** 30 }, 4013],
  ["intents that are no number", { intents: "Guilds" }, 4013],
  ["a privileged intent that is switched off", { intents: GatewayIntentBits.MessageContent }, 4014],
  ["no properties", { properties: undefined }, 4002],
])("IDENTIFY with %s closes the connection", async (_, fields, code) => {
  const bot = await connectRaw(sandbox);
  bot.say(IDENTIFY, identity(sandbox, fields));

  expect(await bot.closed).toBe(code);
});

test("a privileged intent that is switched on is granted", async () => {
  await open({ privilegedIntents: GatewayIntentBits.MessageContent });

  await identified(sandbox, { intents: GatewayIntentBits.MessageContent });
});

test("a bot in more than 2,500 guilds has to shard, and each shard gets its own guilds", async () => {
  await open({ extraGuilds: 2_600, identifyEveryMs: 0 });
  const alone = await connectRaw(sandbox);
  alone.say(IDENTIFY, identity(sandbox));
  expect(await alone.closed).toBe(4011);

  const shards = await Promise.all([0, 1].map((id) => identified(sandbox, { shard: [id, 2], intents: 0 })));
  const counts = shards.map(
    ({ heard }) => (heard.find(isEvent("READY"))?.d["guilds"] as unknown[] | undefined)?.length,
  );
  expect(counts[0]).toBeGreaterThan(1_000);
  expect((counts[0] ?? 0) + (counts[1] ?? 0)).toBe(2_602);
});

test.each([
  ["another version", "v=9&encoding=json", 4012],
  ["an encoding the sandbox does not speak", "v=10&encoding=etf", 4002],
])("a connection that asks for %s is closed", async (_, query, code) => {
  const bot = await connectRaw(sandbox, query);

  expect(await bot.closed).toBe(code);
});

test.each([
  ["anything but a heartbeat before IDENTIFY", (say: Say) => say(3, {}), 4003],
  ["an unknown opcode", (say: Say) => say(99, {}), 4001],
  ["a payload without an opcode", (say: Say) => say("x" as never, {}), 4002],
  ["more than 4,096 bytes", (say: Say) => say(HEARTBEAT, "x".repeat(4_096)), 4002],
])("%s closes the connection", async (_, act, code) => {
  const bot = await connectRaw(sandbox);
  act(bot.say);

  expect(await bot.closed).toBe(code);
});

type Say = (op: number, d: unknown) => void;

test("what is not JSON closes the connection", async () => {
  const bot = await connectRaw(sandbox);
  bot.socket.send("{");

  expect(await bot.closed).toBe(4002);
});

test("a second IDENTIFY closes the connection", async () => {
  const bot = await identified(sandbox);
  bot.say(IDENTIFY, identity(sandbox));

  expect(await bot.closed).toBe(4005);
});

test("the 121st payload in a minute closes the connection, and a minute later it would not", async () => {
  const patient = await connectRaw(sandbox);
  for (let index = 0; index < 120; index++) patient.say(HEARTBEAT, null);
  await patient.hears(() => patient.heard.length === 121);
  time.advance(60_000);
  patient.say(HEARTBEAT, null);
  await patient.hears(() => patient.heard.length === 122);

  const hasty = await connectRaw(sandbox);
  for (let index = 0; index < 121; index++) hasty.say(HEARTBEAT, null);
  expect(await hasty.closed).toBe(4008);
});

test("a heartbeat is acknowledged, and a bot that sends none is closed", async () => {
  const bot = await identified(sandbox);
  bot.say(HEARTBEAT, 1);
  await bot.hears(isOp(ACK));

  time.advance(41_250 * 1.5 + 1);

  expect(await bot.closed).toBe(4009);
});

test("the gateway can ask for a heartbeat, and can stop acknowledging them", async () => {
  const bot = await identified(sandbox);
  sandbox.gateway.requestHeartbeats();
  await bot.hears(isOp(HEARTBEAT));
  sandbox.gateway.stopAcking();
  bot.say(HEARTBEAT, 1);
  bot.say(99, null);

  await bot.closed;
  expect(bot.heard.some(isOp(ACK))).toBe(false);
});

test("a second start within five seconds is sent away, and a later one is not", async () => {
  await identified(sandbox);
  const hasty = await connectRaw(sandbox);
  hasty.say(IDENTIFY, identity(sandbox));
  expect((await hasty.hears(isOp(INVALID_SESSION))).d).toBe(false);

  time.advance(5_000);
  await identified(sandbox);
  expect(sandbox.gateway.identifies).toBe(2);
});

test("starts are counted by the day, and a bot that uses them up loses its token", async () => {
  await open({ sessionStartsPerDay: 2, identifyEveryMs: 0 });
  const remaining = async () => {
    const answer = await fetch(`${sandbox.apiUrl}/v10/gateway/bot`, {
      headers: { authorization: `Bot ${sandbox.token}` },
    });
    const body = (await answer.json()) as { session_start_limit?: { remaining: number } };
    return body.session_start_limit?.remaining ?? answer.status;
  };
  expect(await remaining()).toBe(2);
  await identified(sandbox);
  expect(await remaining()).toBe(1);
  time.advance(86_400_000);
  expect(await remaining()).toBe(2);

  await identified(sandbox);
  await identified(sandbox);
  const third = await connectRaw(sandbox);
  third.say(IDENTIFY, identity(sandbox));

  expect(await third.closed).toBe(4004);
  expect(await remaining()).toBe(401);
});
