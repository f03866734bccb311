import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { createSandbox } from "../../src/sandbox/sandbox.ts";
import { mutated, seeded } from "../mutations.ts";
import { relayTo } from "./relay.ts";
import { until, type Wired, wire } from "./wired.ts";

/** `MALFORMED=2000` for the proof. */
const COUNT = Number(process.env["MALFORMED"] ?? 300);

const WHOLE = [
  {
    op: 0,
    t: "INTERACTION_CREATE",
    s: 3,
    d: { id: "1", token: "t", type: 2, data: { name: "ping" }, user: { id: "2" } },
  },
  { op: 0, t: "GUILD_CREATE", s: 4, d: { id: "5", name: "A fleet", channels: [], roles: [] } },
  {
    op: 0,
    t: "READY",
    s: 1,
    d: {
      v: 10,
      session_id: "x",
      resume_gateway_url: "ws://127.0.0.1:1",
      guilds: [],
      application: { id: "1" },
    },
  },
  { op: 0, t: "RESUMED", s: 5, d: {} },
  { op: 1, d: null },
  { op: 10, d: { heartbeat_interval: 41_250 } },
  { op: 11, d: null },
  { op: 7, d: null },
  { op: 9, d: false },
];
/** These two end a connection when they are whole; broken they must not, and whole they have tests of their own. */
const ENDING = new Set<unknown>([7, 9]);

const RAW = [
  "",
  " ",
  "null",
  "true",
  "5",
  '"x"',
  "[]",
  "{}",
  "{",
  "\u0000",
  "undefined",
  '{"op":"0"}',
  "[".repeat(5_000),
];

test("malformed packets leave the bot standing and hearing, whatever is wrong with them", async () => {
  const strays: unknown[] = [];
  const onStray = (reason: unknown) => strays.push(reason);
  process.on("unhandledRejection", onStray);
  const sandbox = await createSandbox({ identifyEveryMs: 0 });
  const relay = await relayTo(sandbox);
  const bot = wire(sandbox, { apiUrl: relay.apiUrl });
  await bot.connection.registered;

  const random = seeded(7);
  for (const raw of RAW) relay.say(raw);
  relay.say(Buffer.from([0, 255, 1, 2]));
  for (let sent = 0; sent < COUNT; sent++) {
    const packet = mutated(WHOLE[Math.floor(random() * WHOLE.length)], random);
    if (!ENDING.has((packet as { readonly op?: unknown } | null)?.op)) relay.say(JSON.stringify(packet));
    if (sent % 20 === 19) await until(() => sandbox.gateway.isConnected);
  }

  await answering(bot);
  expect(strays).toEqual([]);
  expect(bot.fatals).toEqual([]);
  process.off("unhandledRejection", onStray);
  await bot.connection.stop();
  await sandbox.close();
});

test.for([
  ["hello", '"op":10', '{"op":10,"d":null}'],
  ["hello with nonsense in it", '"op":10', '{"op":10,"d":{"heartbeat_interval":"soon"}}'],
  ["hello with a beat of a millisecond", '"op":10', '{"op":10,"d":{"heartbeat_interval":1}}'],
  ["READY", '"t":"READY"', '{"op":0,"t":"READY","s":1,"d":null}'],
  [
    "READY without servers",
    '"t":"READY"',
    '{"op":0,"t":"READY","s":1,"d":{"session_id":"x","resume_gateway_url":"ws://127.0.0.1:1"}}',
  ],
] as const)("a broken %s is survived, and the bot comes up", async ([, sign, instead]) => {
  const sandbox = await createSandbox({ identifyEveryMs: 0 });
  const relay = await relayTo(sandbox);
  let left = 1;
  relay.change((text) => (text.includes(sign) && left-- > 0 ? instead : text));
  const bot = wire(sandbox, { apiUrl: relay.apiUrl });
  await bot.connection.registered;
  expect(await bot.person.run("ping")).toMatchObject({ kind: "message" });
  await bot.connection.stop();
  await sandbox.close();
});

test("a second hello begins no second heartbeat, which would end this connection and every later one", async () => {
  const sandbox = await createSandbox({ identifyEveryMs: 0 });
  const relay = await relayTo(sandbox);
  const bot = wire(sandbox, { apiUrl: relay.apiUrl });
  await bot.connection.registered;
  for (let hello = 0; hello < 2; hello++) relay.say('{"op":10,"d":{"heartbeat_interval":1}}');
  for (let asked = 0; asked < 100; asked++)
    expect(await bot.person.run("ping")).toMatchObject({ kind: "message" });
  expect(relay.connections).toBe(1);
  await bot.connection.stop();
  await sandbox.close();
});

/** Asks over and over: what is asked in the middle of a connection's end may be lost with a forged sequence. */
async function answering({ person }: Wired): Promise<void> {
  let isAnswered = false;
  const ask = async () => {
    const { kind } = await person.run("ping");
    isAnswered ||= kind === "message";
  };
  while (!isAnswered) await Promise.race([ask(), pause(100)]);
}
