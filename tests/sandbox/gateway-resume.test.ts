import { afterEach, beforeEach, expect, test } from "vitest";
import { type HandTime, handTime } from "../../src/sandbox/protocol-time.ts";
import { createSandbox, type Sandbox } from "../../src/sandbox/sandbox.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { connectRaw, identified, identity, isEvent, isOp, registerAbout, tick } from "./raw-gateway.ts";

const IDENTIFY = 2;
const RESUME = 6;
const RECONNECT = 7;
const INVALID_SESSION = 9;

let time: HandTime;
let sandbox: Sandbox;

beforeEach(async () => {
  time = handTime();
  sandbox = await createSandbox({ time });
});
afterEach(() => sandbox.close());

test("a bot that was cut off resumes, hears what it missed in order, and then RESUMED", async () => {
  const bot = await identified(sandbox);
  await registerAbout(sandbox);
  const { session_id } = (await bot.hears(isEvent("READY"))).d;
  await bot.hears((payload) => payload.s === 3);
  sandbox.gateway.drop();
  await bot.closed;

  const runs = { channelId: CAST.fleet.channels.runs };
  for (const userId of [CAST.people.reyes, CAST.people.juno]) void sandbox.as(userId, runs).run("about");
  const again = await connectRaw(sandbox);
  again.say(RESUME, { token: sandbox.token, session_id, seq: 3 });
  await again.hears(isEvent("RESUMED"));

  const events = again.heard.filter(({ op }) => op === 0);
  expect(events.map(({ t, s }) => [t, s])).toEqual([
    ["INTERACTION_CREATE", 4],
    ["INTERACTION_CREATE", 5],
    ["RESUMED", 6],
  ]);
  expect(sandbox.gateway.identifies).toBe(1);
});

test.each([
  ["a sequence from the future", (id: unknown) => ({ session_id: id, seq: 99 }), 4007],
  ["a wrong token", (id: unknown) => ({ session_id: id, seq: 1, token: "nobody" }), 4004],
])("RESUME with %s closes the connection", async (_, fields, code) => {
  const bot = await identified(sandbox);
  const { session_id } = (await bot.hears(isEvent("READY"))).d;
  bot.socket.terminate();
  const again = await connectRaw(sandbox);
  again.say(RESUME, { token: sandbox.token, ...fields(session_id) });

  expect(await again.closed).toBe(code);
});

test.each([
  ["was never there", async () => "unknown"],
  [
    "was ended by the bot with 1000",
    async () => {
      const bot = await identified(sandbox);
      bot.socket.close(1000);
      await bot.closed;
      return (await bot.hears(isEvent("READY"))).d["session_id"];
    },
  ],
  [
    "was left three minutes ago",
    async () => {
      const bot = await identified(sandbox);
      sandbox.gateway.drop();
      await bot.closed;
      await tick();
      time.advance(180_001);
      return (await bot.hears(isEvent("READY"))).d["session_id"];
    },
  ],
])("a session that %s cannot be resumed", async (_, leave) => {
  const session_id = await leave();
  await tick();
  const again = await connectRaw(sandbox);
  again.say(RESUME, { token: sandbox.token, session_id, seq: 1 });

  expect((await again.hears(isOp(INVALID_SESSION))).d).toBe(false);
});

test("the gateway tells a bot to reconnect, and keeps its session", async () => {
  const bot = await identified(sandbox);
  sandbox.gateway.reconnect();
  await bot.hears(isOp(RECONNECT));
  bot.socket.close(4200);
  await bot.closed;
  await tick();

  const again = await connectRaw(sandbox);
  const { session_id } = (await bot.hears(isEvent("READY"))).d;
  again.say(RESUME, { token: sandbox.token, session_id, seq: 3 });
  await again.hears(isEvent("RESUMED"));
});

test.each([
  [true, "RESUMED"],
  [false, undefined],
])("a session invalidated with %s resumes accordingly", async (resumable, event) => {
  const bot = await identified(sandbox);
  const { session_id } = (await bot.hears(isEvent("READY"))).d;
  sandbox.gateway.invalidate({ resumable });
  expect((await bot.hears(isOp(INVALID_SESSION))).d).toBe(resumable);

  bot.say(RESUME, { token: sandbox.token, session_id, seq: 3 });
  if (event) await bot.hears(isEvent(event));
  else await bot.hears((payload) => payload.op === INVALID_SESSION && payload.d === (false as never));
});

/** discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
test.each([
  [4000, "RESUMED"],
  [4001, "RESUMED"],
  [4002, "RESUMED"],
  [4005, "RESUMED"],
  [4008, "RESUMED"],
  [4007, undefined],
  [4009, undefined],
])("a session that was closed with %i resumes accordingly", async (code, event) => {
  const bot = await identified(sandbox);
  const { session_id } = (await bot.hears(isEvent("READY"))).d;
  sandbox.gateway.drop(code);
  expect(await bot.closed).toBe(code);
  await tick();

  const again = await connectRaw(sandbox);
  again.say(RESUME, { token: sandbox.token, session_id, seq: 3 });
  if (event) await again.hears(isEvent(event));
  else expect((await again.hears(isOp(INVALID_SESSION))).d).toBe(false);
});

test("after a terminal close every later start is answered with the same code, until it is mended", async () => {
  const bot = await identified(sandbox);
  sandbox.gateway.terminal(4004);
  expect(await bot.closed).toBe(4004);

  time.advance(5_000);
  const again = await connectRaw(sandbox);
  again.say(IDENTIFY, identity(sandbox));
  expect(await again.closed).toBe(4004);

  sandbox.gateway.recover();
  await identified(sandbox);
});

test("a gateway that has gone dark takes no connection", async () => {
  sandbox.gateway.goDark();
  await expect(connectRaw(sandbox)).rejects.toThrow("404");

  sandbox.gateway.recover();
  await connectRaw(sandbox);
});
