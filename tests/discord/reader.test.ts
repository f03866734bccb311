import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createReader } from "../../src/discord/reader.ts";
import { createSandbox, type Sandbox } from "../../src/sandbox/sandbox.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";

const FILES: Readonly<Record<string, string>> = { "/small": "{}", "/large": "x".repeat(2_000) };

let sandbox: Sandbox;
let files: Server;
let origin: string;

beforeAll(async () => {
  sandbox = await createSandbox({ extraGuilds: 450 });
  files = createServer((request, response) => {
    if (request.url === "/moved") response.writeHead(302, { location: "/small" }).end();
    else if (FILES[request.url ?? ""] === undefined) response.writeHead(404).end("gone");
    else response.end(FILES[request.url ?? ""]);
  });
  await new Promise<void>((resolve) => files.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(files.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await sandbox.close();
  files.close();
});

test("a channel of another guild is not there, although the bot sees it", async () => {
  const reader = createReader(sandbox);
  const elsewhere = [CAST.armada.channels.runs, CAST.armada.channels.thread];
  const facts = await reader.facts(CAST.fleet.id, [...elsewhere, CAST.fleet.channels.thread]);
  expect(facts.channels.filter(({ id }) => elsewhere.some((one) => one === id))).toEqual([]);
  expect(facts.channels.some(({ id }) => id === CAST.fleet.channels.thread)).toBe(true);
});

test("every guild that the bot is in is found, however many pages they take, and no other", async () => {
  const reader = createReader(sandbox);
  sandbox.admin.kickBot(CAST.armada.id);
  const found = await reader.guildIds();
  expect(found.size).toBe(451);
  expect(found.has(CAST.fleet.id)).toBe(true);
  expect(found.has(CAST.armada.id)).toBe(false);
});

test("a thread is looked up beside the guild's channels; one that is gone or out of sight is left out", async () => {
  const { channels, id } = CAST.fleet;
  const reader = createReader(sandbox);
  const facts = await reader.facts(id, [channels.thread, "1", channels.runs]);
  expect(facts.channels.find((one) => one.id === channels.thread)?.parentId).toBe(channels.runs);
  expect(facts.channels.filter((one) => one.id === channels.runs)).toHaveLength(1);
  expect(facts.botRoleIds).toEqual([CAST.fleet.roles.bot]);
  expect(facts.roles.find((one) => one.id === CAST.fleet.roles.bot)?.botId).toBe(facts.botId);
});

test.each([
  ["/small", 2_000, "{}"],
  ["/large", 2_000, FILES["/large"]],
  ["/large", 1_999, undefined],
  ["/moved", 2_000, undefined],
  ["/missing", 2_000, undefined],
])("the file at %s, of which at most %i bytes are taken", async (path, most, text) => {
  const reader = createReader({ token: "t", apiUrl: `${origin}/api` });
  expect(await reader.file(`${origin}${path}`, most)).toBe(text);
});

test.each([
  "http://127.0.0.1:1/x",
  "https://cdn.discordapp.com.e.vil/x",
  "file:///etc/passwd",
  "nonsense",
  "",
])("a file at “%s” is not Discord's, and is not asked for", async (url) => {
  expect(await createReader({ token: "t", apiUrl: `${origin}/api` }).file(url, 100)).toBeUndefined();
});
