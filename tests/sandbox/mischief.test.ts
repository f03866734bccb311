import { once } from "node:events";
import { afterEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import type { LiveEvent, WorldView } from "../../src/sandbox/people/protocol.ts";
import { createSandbox, type Sandbox, type SandboxOptions } from "../../src/sandbox/sandbox.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { identified } from "./raw-gateway.ts";

let sandbox: Sandbox;
afterEach(() => sandbox.close());

async function open(options: SandboxOptions = {}): Promise<void> {
  sandbox = await createSandbox({ identifyEveryMs: 0, ...options });
}

async function post(path: string, body: object): Promise<number> {
  const answer = await fetch(`${sandbox.url}/sandbox${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return answer.status;
}

async function world(): Promise<WorldView> {
  return (await fetch(`${sandbox.url}/sandbox/world`)).json() as Promise<WorldView>;
}

test("a bot that was started with the sandbox can be restarted and killed from the page", async () => {
  const deeds: string[] = [];
  await open({
    bot: { restart: async () => void deeds.push("restart"), kill: async () => void deeds.push("kill") },
  });

  expect((await world()).bot.isManaged).toBe(true);
  expect(await post("/bot", { do: "kill" })).toBe(204);
  expect(await post("/bot", { do: "restart" })).toBe(204);
  expect(await post("/bot", { do: "explode" })).toBe(400);
  expect(deeds).toEqual(["kill", "restart"]);
});

test("a bot that somebody else started is left alone", async () => {
  await open();
  expect((await world()).bot.isManaged).toBe(false);
  expect(await post("/bot", { do: "kill" })).toBe(400);
});

test("the page knows what still waits to go wrong, and can call it off", async () => {
  await open();
  await post("/faults", { rest: { mishap: { kind: "status", status: 500 }, times: 3 } });
  await fetch(`${sandbox.apiUrl}/v10/gateway`);
  expect((await world()).trouble.rest).toMatchObject([{ fault: { mishap: { status: 500 } }, left: 2 }]);

  await post("/faults", { rest: "clear" });
  expect((await world()).trouble.rest).toEqual([]);
  expect((await fetch(`${sandbox.apiUrl}/v10/gateway`)).status).toBe(200);

  await post("/faults", { gateway: "go-dark" });
  expect((await world()).trouble.isDark).toBe(true);
});

test("the connection is closed with any code of Discord's, and a session is ended so that it may be resumed", async () => {
  await open();
  const bot = await identified(sandbox);
  expect(await post("/faults", { gateway: "invalidate-resumable" })).toBe(204);
  expect((await bot.hears(({ op }) => op === 9)).d).toBe(true);

  expect(await post("/faults", { gateway: "close", code: 4_016 })).toBe(400);
  expect(await post("/faults", { gateway: "close" })).toBe(400);
  expect(await post("/faults", { gateway: "close", code: 4_008 })).toBe(204);
  expect(await bot.closed).toBe(4_008);
});

test("a bot that is removed from a fleet is told, offers nothing there, and comes back when it is invited", async () => {
  await open();
  const bot = await identified(sandbox);
  const { id, channels } = CAST.fleet;
  const member = async () => (await world()).guilds.find((guild) => guild.id === id)?.memberIds;

  expect(await post("/membership", { guildId: id, member: false })).toBe(204);
  await bot.hears(({ t }) => t === "GUILD_DELETE");
  expect(await member()).not.toContain(CAST.application);
  const offered = await fetch(
    `${sandbox.url}/sandbox/commands?as=${CAST.people.juno}&channel=${channels.lounge}`,
  );
  expect(await offered.json()).toEqual([]);

  await post("/membership", { guildId: id, member: true });
  expect(await member()).toContain(CAST.application);
  expect(await post("/membership", { guildId: "1", member: false })).toBe(400);
});

test("everybody's badge is told of, whoever is acting", async () => {
  await open();
  const socket = new WebSocket(
    `${sandbox.url.replace("http", "ws")}/sandbox/live?as=${CAST.people.stranger}`,
  );
  await once(socket, "open");
  const heard: LiveEvent[] = [];
  socket.on("message", (data) => heard.push(JSON.parse(String(data)) as LiveEvent));

  const { channels } = CAST.fleet;
  await sandbox
    .as(CAST.people.officer, { channelId: channels.officers })
    .type(`<@${CAST.people.admiral}> and <@${CAST.people.officer}>, look.`);

  await expect
    .poll(() => heard)
    .toEqual([{ event: "pinged", channelId: channels.officers, userIds: [CAST.people.admiral] }]);
  socket.terminate();
});
