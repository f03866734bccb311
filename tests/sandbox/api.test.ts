import { type DiscordAPIError, REST, Routes } from "discord.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { tick } from "./raw-gateway.ts";
import { HERE, refusal, type Scene, scene } from "./scene.ts";

let s: Scene;
beforeEach(async () => {
  s = await scene();
});
afterEach(() => s.close());

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bot ${s.sandbox.token}`, "content-type": "application/json" };
  return fetch(`${s.sandbox.apiUrl}${path}`, { headers, ...init });
}

async function say(content = "Hi"): Promise<Response> {
  return ask(`/v10/channels/${HERE}/messages`, { method: "POST", body: JSON.stringify({ content }) });
}

test("the bot finds itself, its application, its guilds and its gateway", async () => {
  expect(await s.rest.get(Routes.user("@me"))).toMatchObject({ id: CAST.application, bot: true });
  expect(await s.rest.get(Routes.currentApplication())).toMatchObject({
    id: CAST.application,
    name: "Away Team",
  });
  expect(await s.rest.get(Routes.userGuilds())).toMatchObject([
    { name: "Starbase 17" },
    { name: "Outer Rim Armada" },
  ]);
  expect(await s.rest.get(Routes.gatewayBot())).toMatchObject({
    url: s.sandbox.gateway.url,
    shards: 1,
    session_start_limit: { total: 1_000, remaining: 999, max_concurrency: 1 },
  });
  expect(await s.rest.get(Routes.guildMember(CAST.fleet.id, "@me"))).toMatchObject({
    roles: [CAST.fleet.roles.bot],
  });
  expect(await s.rest.get(Routes.guildRoles(CAST.fleet.id))).toHaveLength(5);
  expect(await s.rest.get(Routes.guildChannels(CAST.fleet.id))).toHaveLength(6);
});

test.each([
  ["GET", "/v10/nowhere", 404, { message: "404: Not Found", code: 0 }],
  ["GET", "/v9/users/@me", 404, { message: "404: Not Found", code: 0 }],
  ["DELETE", "/v10/users/@me", 405, { message: "405: Method Not Allowed", code: 0 }],
  ["GET", "/v10/guilds/1", 404, { message: "Unknown Guild", code: 10004 }],
  [
    "GET",
    `/v10/guilds/${CAST.armada.id}/members/${CAST.people.reyes}`,
    404,
    { message: "Unknown Member", code: 10007 },
  ],
  ["GET", `/v10/guilds/${CAST.fleet.id}/members/1`, 404, { message: "Unknown User", code: 10013 }],
  ["GET", "/v10/applications/1/commands", 404, { message: "Unknown Application", code: 10002 }],
])("%s %s is answered with %i as Discord does", async (method, path, status, body) => {
  const answer = await ask(path, { method });

  expect([answer.status, await answer.json()]).toEqual([status, body]);
});

test("without the bot's token nothing is answered", async () => {
  for (const authorization of ["", "Bot nobody", `Bearer ${s.sandbox.token}`]) {
    const answer = await ask("/v10/users/@me", { headers: { authorization } });
    expect([answer.status, await answer.json()]).toEqual([401, { message: "401: Unauthorized", code: 0 }]);
  }
  expect(s.sandbox.traffic.invalidRequests).toBe(3);
});

test("a body that is no JSON is refused", async () => {
  const answer = await ask(`/v10/channels/${HERE}/messages`, { method: "POST", body: "{" });

  expect([answer.status, ((await answer.json()) as { code: number }).code]).toEqual([400, 50109]);
});

test("a channel takes five messages in five seconds, says so beforehand, and a 429 says when it goes on", async () => {
  const left: (string | null)[] = [];
  for (let index = 0; index < 5; index++) left.push((await say()).headers.get("x-ratelimit-remaining"));
  s.time.advance(1_500);
  const refused = await say();

  expect(left).toEqual(["4", "3", "2", "1", "0"]);
  expect(refused.status).toBe(429);
  expect(await refused.json()).toEqual({
    message: "You are being rate limited.",
    retry_after: 3.5,
    global: false,
  });
  expect(Object.fromEntries(refused.headers)).toMatchObject({
    "retry-after": "4",
    "x-ratelimit-scope": "user",
    "x-ratelimit-limit": "5",
    "x-ratelimit-reset-after": "3.5",
  });
  s.time.advance(3_500);
  expect((await say()).status).toBe(200);
});

test("another channel has a bucket of its own, of the same name", async () => {
  for (let index = 0; index < 5; index++) await say();
  const other = await ask(`/v10/channels/${CAST.fleet.channels.runs}/messages`, {
    method: "POST",
    body: JSON.stringify({ content: "Hi" }),
  });

  expect([other.status, other.headers.get("x-ratelimit-remaining")]).toEqual([200, "4"]);
  expect(other.headers.get("x-ratelimit-bucket")).toBe((await say()).headers.get("x-ratelimit-bucket"));
});

test("a bot has fifty requests a second in all, and its answers to interactions are not among them", async () => {
  const statuses = await Promise.all(
    Array.from({ length: 51 }, async (_, index) => {
      const path = index % 2 ? "/v10/users/@me" : "/v10/applications/@me";
      return ask(path).then(async (answer) => [answer.status, answer.headers.get("x-ratelimit-global")]);
    }),
  );
  expect(statuses.filter(([status]) => status === 429)).toEqual([[429, "true"]]);

  s.time.advance(1_000);
  await s.register({ name: "about", description: "What this is." });
  for (let index = 0; index < 48; index++) await ask("/v10/users/@me");
  const reyes = s.sandbox.as(CAST.people.reyes, { channelId: HERE });
  for (let index = 0; index < 10; index++) {
    const outcome = reyes.run("about");
    await s.answer(await s.asked(), { type: 4, data: { content: "Hi" } });
    expect((await outcome).kind).toBe("message");
  }
});

test("discord.js waits for a bucket as the headers tell it to", async () => {
  const rest = new REST({ version: "10", api: s.sandbox.apiUrl, rejectOnRateLimit: () => true }).setToken(
    s.sandbox.token,
  );
  for (let index = 0; index < 5; index++)
    await rest.post(Routes.channelMessages(HERE), { body: { content: "Hi" } });

  await expect(rest.post(Routes.channelMessages(HERE), { body: { content: "Hi" } })).rejects.toMatchObject({
    limit: 5,
    majorParameter: HERE,
  });
  expect(s.sandbox.traffic.invalidRequests).toBe(0);
});

test("a fault hits as many matching requests as it is told to, and no others", async () => {
  s.sandbox.faults.add({ times: 2, path: "/messages", mishap: { kind: "status", status: 502 } });

  expect((await ask("/v10/users/@me")).status).toBe(200);
  expect([(await say()).status, (await say()).status, (await say()).status]).toEqual([502, 502, 200]);
});

test("a fault can be a rate limit of any scope, or a refusal with a code of its own", async () => {
  s.sandbox.faults.add({ mishap: { kind: "rate-limit", scope: "shared", retryAfterMs: 600_000 } });
  const limited = await say();
  s.sandbox.faults.add({
    mishap: { kind: "status", status: 429, code: 30046, message: "Too many old edits" },
  });

  expect([limited.status, limited.headers.get("x-ratelimit-scope")]).toEqual([429, "shared"]);
  expect(await (await say()).json()).toEqual({ message: "Too many old edits", code: 30046 });
});

test("a connection can break before the work, or after it", async () => {
  const reyes = s.sandbox.as(CAST.people.reyes, { channelId: HERE });
  s.sandbox.faults.add({ mishap: { kind: "cut" } });
  await expect(say("Lost")).rejects.toThrow("fetch failed");
  expect(reyes.messages()).toHaveLength(0);

  s.sandbox.faults.add({ mishap: { kind: "cut-after" } });
  await expect(say("Done")).rejects.toThrow("fetch failed");
  expect(reyes.messages().map(({ message }) => message.content)).toEqual(["Done"]);
});

test("a slow answer comes once its time has passed", async () => {
  s.sandbox.faults.add({ mishap: { kind: "slow", delayMs: 10_000 } });
  const answer = say();
  let advancedMs = 0;
  for (let isDone = false; !isDone; advancedMs += 1_000) {
    s.time.advance(1_000);
    isDone = await Promise.race([answer.then(() => true), tick().then(() => false)]);
  }

  expect(advancedMs).toBeGreaterThanOrEqual(10_000);
  expect((await answer).status).toBe(200);
});

test("everything on the wire can be read again, word for word", async () => {
  await say("For the record");
  const entry = s.sandbox.traffic.entries().find((one) => one.kind === "rest" && one.method === "POST");

  expect(entry).toMatchObject({
    path: `/api/v10/channels/${HERE}/messages`,
    status: 200,
    request: '{"content":"For the record"}',
  });
  const kinds = s.sandbox.traffic
    .entries()
    .flatMap((one) => (one.kind === "gateway" ? one.payload.slice(0, 12) : []));
  expect(kinds[1]).toBe('{"op":2,"d":');
});

test("a message that breaks a rule names it", async () => {
  const error = await s.rest
    .post(Routes.channelMessages(HERE), { body: { content: "x".repeat(2_001) } })
    .catch((reason: DiscordAPIError) => reason);

  expect((error as DiscordAPIError).message).toContain(
    "content[BASE_TYPE_MAX_LENGTH]: Must be 2000 or fewer in length.",
  );
  expect(await refusal(s.rest.post(Routes.channelMessages(HERE), { body: {} }))).toEqual([50006, 400]);
});
