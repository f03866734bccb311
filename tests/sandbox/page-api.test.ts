import { once } from "node:events";
import { request } from "node:http";
import { InteractionResponseType, MessageFlags, Routes } from "discord.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import type { LiveEvent, Outcome, SeenMessage, WorldView } from "../../src/sandbox/people/protocol.ts";
import { createSandbox, type Sandbox } from "../../src/sandbox/sandbox.ts";
import type { TrafficEntry } from "../../src/sandbox/traffic.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { type Bot, startBot } from "./bot.ts";

let sandbox: Sandbox;
let bot: Bot | undefined;

beforeEach(async () => {
  sandbox = await createSandbox();
});
afterEach(async () => {
  await bot?.close();
  bot = undefined;
  await sandbox.close();
});

const channelId = CAST.fleet.channels.missionBriefings;
const reyes = { userId: CAST.people.reyes, channelId };

async function get<T>(path: string): Promise<T> {
  return (await fetch(`${sandbox.url}/sandbox${path}`)).json() as Promise<T>;
}

async function post<T>(path: string, body: object): Promise<T> {
  const answer = await fetch(`${sandbox.url}/sandbox${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return (answer.status === 204 ? undefined : answer.json()) as Promise<T>;
}

function statusWith(path: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${sandbox.url}${path}`, { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on("error", reject)
      .end();
  });
}

async function upgradeWith(path: string, headers: Record<string, string>): Promise<string> {
  const socket = new WebSocket(`${sandbox.url.replace("http", "ws")}${path}`, { headers });
  const outcome = await once(socket, "open").then(
    () => "open",
    (error) => String(error),
  );
  socket.terminate();
  return outcome;
}

test("the page learns guilds, channels and people, and a member sees no officers' channel", async () => {
  const all = await get<WorldView>("/world");
  const hers = await get<WorldView>(`/world?as=${reyes.userId}`);

  expect(all.people).toHaveLength(6);
  expect(all.guilds.map(({ name }) => name)).toEqual(["Starbase 17", "Outer Rim Armada"]);
  expect(hers.guilds.map(({ name }) => name)).toEqual(["Starbase 17"]);
  expect(hers.guilds[0]?.channels.map(({ name }) => name)).not.toContain("officers");
});

test("a command run over HTTP is answered, and the page that is open hears of it", async () => {
  bot = await startBot(sandbox, () => ({
    type: InteractionResponseType.ChannelMessageWithSource,
    data: { content: "Only you.", flags: MessageFlags.Ephemeral },
  }));
  await bot.rest.put(Routes.applicationCommands(CAST.application), {
    body: [{ name: "about", description: "What this is." }],
  });
  const mine = new WebSocket(`${sandbox.url.replace("http", "ws")}/sandbox/live?as=${reyes.userId}`);
  const theirs = new WebSocket(`${sandbox.url.replace("http", "ws")}/sandbox/live?as=${CAST.people.juno}`);
  await Promise.all([once(mine, "open"), once(theirs, "open")]);
  const heardByJuno: string[] = [];
  theirs.on("message", (data) => heardByJuno.push(String(data)));
  const heard = once(mine, "message");

  const outcome = await post<Outcome>("/run", { ...reyes, text: "/about" });

  expect(outcome).toMatchObject({ kind: "message", ephemeral: true, message: { content: "Only you." } });
  const event = JSON.parse(String((await heard)[0])) as LiveEvent;
  expect(event).toMatchObject({ event: "message-created", channelId, ephemeral: true });
  expect(await get<SeenMessage[]>(`/messages?channel=${channelId}&as=${reyes.userId}`)).toHaveLength(1);
  expect(await get<SeenMessage[]>(`/messages?channel=${channelId}&as=${CAST.people.juno}`)).toHaveLength(0);
  expect(heardByJuno).toEqual([]);
  mine.terminate();
  theirs.terminate();
});

test("whoever follows the clock hears where it stands and every turn of it", async () => {
  const socket = new WebSocket(sandbox.clockUrl);
  const offsets: number[] = [];
  socket.on("message", (data) => offsets.push((JSON.parse(String(data)) as { offsetMs: number }).offsetMs));
  await once(socket, "message");

  const turned = once(socket, "message");
  await post("/clock", { offsetMs: 86_400_000 });
  await turned;

  expect(offsets).toEqual([0, 86_400_000]);
  expect(sandbox.clock.now() - Date.now()).toBeGreaterThan(86_000_000);
  socket.terminate();
});

test("a message written on a turned clock carries the turned date", async () => {
  sandbox.clock.turnTo(Date.UTC(2030, 0, 1));

  const outcome = await sandbox.as(reyes.userId, reyes).type("Happy new year!");

  expect(outcome.kind === "message" && outcome.message.timestamp).toMatch(/^2030-01-01T/);
});

test.each(["/", "/api/v10/gateway", "/sandbox/world"])("%s is for loopback names only", async (path) => {
  const port = new URL(sandbox.url).port;

  expect(await statusWith(path, { host: `localhost:${port}` })).toBe(200);
  expect(await statusWith(path, { host: "evil.example" })).toBe(403);
  expect(await statusWith(path, { host: `127.0.0.1.evil.example:${port}` })).toBe(403);
  expect(await statusWith(path, { origin: sandbox.url })).toBe(200);
  expect(await statusWith(path, { origin: "https://evil.example" })).toBe(403);
  expect(await statusWith(path, { origin: "null" })).toBe(403);
});

test.each(["/gateway?v=10&encoding=json", "/sandbox/clock", `/sandbox/live?as=${CAST.people.juno}`])(
  "the socket %s opens for nobody from elsewhere",
  async (path) => {
    expect(await upgradeWith(path, {})).toBe("open");
    expect(await upgradeWith(path, { host: "evil.example" })).toContain("403");
    expect(await upgradeWith(path, { origin: "https://evil.example" })).toContain("403");
  },
);

test("the page's files leave no room for foreign scripts, and nothing outside its folder is served", async () => {
  const page = await fetch(sandbox.url);

  expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
  expect(page.headers.get("x-content-type-options")).toBe("nosniff");
  for (const path of [
    "/../sandbox.ts",
    "/..%2fsandbox.ts",
    "/vendor/ws/index.js",
    "/vendor/lit-html/..%2f..%2fws/index.js",
    "/%",
  ]) {
    expect(await statusWith(path, {}), path).toBe(404);
  }
});

test("the page's API takes JSON only, and not much of it", async () => {
  const form = await fetch(`${sandbox.url}/sandbox/clock`, { method: "POST", body: "offsetMs=5" });
  const large = await fetch(`${sandbox.url}/sandbox/clock`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ offsetMs: 5, padding: "x".repeat(100_000) }),
  });

  expect([form.status, large.status]).toEqual([415, 413]);
  expect(sandbox.clock.offsetMs).toBe(0);
});

test("the page makes trouble: it takes permissions away, closes direct messages, and breaks what is on the wire", async () => {
  const { channelId, userId } = reyes;
  const may = await post<{ botMay: string[] }>("/permissions", { channelId, deny: ["SendMessages"] });
  expect(may.botMay).toContain("ViewChannel");
  expect(may.botMay).not.toContain("SendMessages");

  await post("/dms", { userId, open: false });
  expect((await get<WorldView>("/world")).people.find(({ id }) => id === userId)?.takesDms).toBe(false);

  await post("/faults", { rest: { mishap: { kind: "status", status: 500 } } });
  expect(await statusWith("/api/v10/gateway", {})).toBe(500);
  await post("/faults", { gateway: "go-dark" });
  expect(await upgradeWith("/gateway", {})).toContain("404");
  await post("/faults", { gateway: "recover" });
  expect(await upgradeWith("/gateway", {})).toBe("open");
});

test("the raw interaction and its raw answer can be found by the interaction's id", async () => {
  bot = await startBot(sandbox, () => ({ type: 4, data: { content: "Hi" } }));
  const body = [{ name: "about", description: "What this is." }];
  await bot.rest.put(Routes.applicationCommands(CAST.application), { body });
  const outcome = await post<Outcome>("/run", { ...reyes, command: "about" });
  const id = outcome.kind === "message" ? outcome.message.interaction_metadata?.id : undefined;

  const entries = await get<TrafficEntry[]>(`/traffic?about=${id}`);

  expect(
    entries.map((entry) => (entry.kind === "rest" ? entry.request : entry.payload.slice(0, 24))),
  ).toEqual(['{"t":"INTERACTION_CREATE', '{"type":4,"data":{"content":"Hi"}}']);
});

test("a message is found together with the presses on it, and how each of them was answered", async () => {
  const button = { type: 2, style: 1, label: "Press", custom_id: "press" };
  const card = { content: "Hi", components: [{ type: 1, components: [button] }] };
  bot = await startBot(sandbox, ({ type }) =>
    type === 2 ? { type: 4, data: card } : { type: 7, data: { content: "Pressed" } },
  );
  const body = [{ name: "about", description: "What this is." }];
  await bot.rest.put(Routes.applicationCommands(CAST.application), { body });
  const outcome = await post<Outcome>("/run", { ...reyes, command: "about" });
  const messageId = outcome.kind === "message" ? outcome.message.id : "";
  await post<Outcome>("/click", { ...reyes, messageId, customId: "press" });

  const entries = await get<TrafficEntry[]>(`/traffic?about=${messageId}`);

  const answers = entries.flatMap((entry) => (entry.kind === "rest" ? [entry.request] : []));
  expect(answers).toEqual(['{"type":7,"data":{"content":"Pressed"}}']);
});

test("the last things said are told without the heartbeats and what opens a connection", async () => {
  bot = await startBot(sandbox, () => ({ type: 4, data: { content: "Hi" } }));
  const body = [{ name: "about", description: "What this is." }];
  await bot.rest.put(Routes.applicationCommands(CAST.application), { body });
  await post<Outcome>("/run", { ...reyes, command: "about" });

  const entries = await get<TrafficEntry[]>("/traffic");

  const said = entries.map((entry) =>
    entry.kind === "rest" ? entry.method : (JSON.parse(entry.payload) as { t: string }).t,
  );
  expect(said).toEqual(["GET", "PUT", "INTERACTION_CREATE", "POST"]);
});
