import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createSender, type Sender } from "../../src/discord/sender.ts";
import type { Message } from "../../src/reminders/mail.ts";
import { createSandbox, type Sandbox } from "../../src/sandbox/sandbox.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { systemTimers } from "../../src/time/timers.ts";
import { buttonRows } from "../../src/ui/card.ts";
import { customId } from "../../src/ui/custom-id.ts";

const { runs, lounge, officers, thread } = CAST.fleet.channels;
const { juno, stranger } = CAST.people;

let sandbox: Sandbox;
let sender: Sender;
let fatal: unknown[];
let direct: { waitMs: number; asked: number; heldMs: number[] };

beforeAll(async () => {
  sandbox = await createSandbox({ extraGuilds: 0 });
});
afterAll(() => sandbox.close());
beforeEach(() => {
  fatal = [];
  direct = { waitMs: 0, asked: 0, heldMs: [] };
  sender = senderOf(sandbox);
});
afterEach(() => {
  sender.close();
  sandbox.faults.clear();
  for (const channelId of [officers, runs]) sandbox.admin.denyBot(channelId, []);
});

test("a message goes out with its nonce, and with nobody named who is not meant", async () => {
  const sent = await sender.send(lounge, saying("plain"), "n-plain", "background");
  expect(sent).toMatchObject({ outcome: "sent" });
  expect(await sender.send(lounge, saying("plain"), "n-plain", "background")).toEqual(sent);
  const bodies = bodiesTo(`/channels/${lounge}/messages`);
  expect(bodies).toHaveLength(2);
  for (const body of bodies)
    expect(body).toMatchObject({ nonce: "n-plain", enforce_nonce: true, allowed_mentions: { parse: [] } });
});

test("an answer that is cut off says that nobody knows, and the same nonce finds out", async () => {
  sandbox.faults.add({ mishap: { kind: "cut-after" }, path: `/channels/${lounge}/messages` });
  expect(await sender.send(lounge, saying("cut"), "n-cut", "background")).toEqual({ outcome: "unreachable" });
  const again = await sender.send(lounge, saying("cut"), "n-cut", "background");
  expect(again.outcome).toBe("sent");
  const channel = sandbox.world.channels.get(lounge);
  expect([...(channel?.messages.values() ?? [])].filter(({ json }) => json.content === "cut")).toHaveLength(
    1,
  );
});

test("a broken Discord is unreachable, not a refusal", async () => {
  sandbox.faults.add({ mishap: { kind: "status", status: 502 } });
  expect(await sender.send(lounge, saying("502"), "n-502", "background")).toEqual({ outcome: "unreachable" });
});

test("somebody is gone from a guild only when Discord says that it knows no such member", async () => {
  const { id } = CAST.fleet;
  sandbox.admin.leave(id, stranger);
  expect(await sender.membership(id, juno)).toEqual({ outcome: "here" });
  for (const userId of [stranger, "999"])
    expect(await sender.membership(id, userId)).toEqual({ outcome: "departed" });
  expect(await sender.membership("999", juno)).toEqual({ outcome: "gone", code: 10_004 });
  sandbox.faults.add({ mishap: { kind: "status", status: 500 } });
  expect(await sender.membership(id, stranger)).toEqual({ outcome: "unreachable" });
  sandbox.faults.add({ mishap: { kind: "status", status: 403, code: 50_001 } });
  expect(await sender.membership(id, stranger)).toEqual({ outcome: "forbidden", code: 50_001 });
  sandbox.faults.add({ mishap: { kind: "status", status: 404 } });
  expect((await sender.membership(id, stranger)).outcome).not.toBe("departed");
});

test.each(["user", "shared"] as const)("a %s limit holds its channel back and no other", async (scope) => {
  sandbox.faults.add({ mishap: { kind: "rate-limit", scope, retryAfterMs: 600_000 }, path: runs });
  const before = sandbox.traffic.requests;
  expect(await sender.send(runs, saying("held"), `n-${scope}`, "background")).toMatchObject({
    outcome: "later",
  });
  const held = await sender.send(runs, saying("held"), `n-${scope}`, "background");
  expect(held.outcome === "later" && held.afterMs).toBeGreaterThan(590_000);
  expect(await sender.send(officers, saying("free"), `n-free-${scope}`, "background")).toMatchObject({
    outcome: "sent",
  });
  expect(sandbox.traffic.requests - before).toBe(2);
});

test("a global limit holds everything back, and is over after its time", async () => {
  sandbox.faults.add({ mishap: { kind: "rate-limit", scope: "global", retryAfterMs: 1_000 }, path: runs });
  expect(await sender.send(runs, saying("held"), "n-global", "background")).toMatchObject({
    outcome: "later",
  });
  expect(await sender.send(thread, saying("held"), "n-other", "background")).toMatchObject({
    outcome: "later",
  });
});

test("a full channel is known to be full without asking", async () => {
  const limited = await createSandbox({ extraGuilds: 0 });
  const here = senderOf(limited);
  const outcomes = [];
  for (let one = 0; one < 7; one++)
    outcomes.push((await here.send(lounge, saying("x"), `n-x${one}`, "background")).outcome);
  expect(outcomes).toEqual([...Array.from({ length: 5 }, () => "sent"), "later", "later"]);
  expect(limited.traffic.invalidRequests).toBe(0);
  here.close();
  await limited.close();
});

test("each refusal is told by what it means", async () => {
  sandbox.admin.denyBot(officers, ["SendMessages"]);
  expect(await sender.send(officers, saying("x"), "n-a", "background")).toEqual({
    outcome: "forbidden",
    code: 50_013,
  });
  sandbox.admin.denyBot(officers, ["ViewChannel"]);
  expect(await sender.send(officers, saying("x"), "n-b", "background")).toEqual({
    outcome: "forbidden",
    code: 50_001,
  });
  expect(await sender.send("1399999999999999999", saying("x"), "n-c", "background")).toEqual({
    outcome: "gone",
    code: 10_003,
  });
  expect(await sender.edit(thread, "1399999999999999999", saying("x"))).toEqual({
    outcome: "gone",
    code: 10_008,
  });
  const tooLong = saying("x".repeat(2_001));
  expect(await sender.send(thread, tooLong, "n-d", "background")).toEqual({
    outcome: "rejected",
    code: 50_035,
  });
  sandbox.faults.add({ mishap: { kind: "status", status: 400, code: 30_046 }, method: "PATCH" });
  expect(await sender.edit(thread, "1", saying("x"))).toEqual({ outcome: "later", afterMs: 5_000 });
});

test("a thread that was archived is opened again for an edit, so that the message stays the one", async () => {
  const sent = await sender.send(thread, saying("before"), "n-thread", "background");
  if (sent.outcome !== "sent") throw new Error(sent.outcome);
  sandbox.admin.archive(thread);
  expect(await sender.edit(thread, sent.messageId, saying("after"))).toEqual({ outcome: "edited" });
  const message = sandbox.world.channels.get(thread)?.messages.get(sent.messageId);
  expect(message?.json.content).toBe("after");

  sandbox.admin.archive(thread);
  sandbox.admin.denyBot(thread, ["SendMessagesInThreads"]);
  expect(await sender.edit(thread, sent.messageId, saying("x"))).toEqual({
    outcome: "forbidden",
    code: 50_083,
  });
  sandbox.admin.denyBot(thread, []);
});

test("a refused token ends the bot, and nothing more is asked", async () => {
  const stranger = senderOf(sandbox, "another.token.altogether");
  const before = sandbox.traffic.requests;
  const outcomes = await Promise.all(
    [1, 2, 3].map((one) => stranger.send(lounge, saying("x"), `n-t${one}`, "background")),
  );
  expect(outcomes.every(({ outcome }) => outcome === "stopped")).toBe(true);
  expect(await stranger.send(lounge, saying("x"), "n-t4", "background")).toEqual({ outcome: "stopped" });
  expect(fatal).toContainEqual(expect.objectContaining({ exitCode: 78 }));
  expect(sandbox.traffic.requests - before).toBeLessThanOrEqual(3);
});

test("a message of long ago is found by its mark, and one that never came is not", async () => {
  const sent = await sender.send(thread, saying("marked", "a-mark"), "n-mark", "background");
  const since = sandbox.clock.now() - 60_000;
  expect(await sender.find(thread, "a-mark", since)).toEqual({ ...sent, outcome: "found" });
  expect(await sender.find(thread, "no-mark", since)).toEqual({ outcome: "absent" });
  expect(await sender.find(thread, "a-mark", since + 3_600_000)).toEqual({ outcome: "absent" });
});

test("a channel whose history is hidden is not taken for an empty one", async () => {
  await sender.send(officers, saying("hidden", "b-mark"), "n-hidden", "background");
  sandbox.admin.denyBot(officers, ["ReadMessageHistory"]);
  expect(await sender.find(officers, "b-mark", sandbox.clock.now() - 60_000)).toEqual({
    outcome: "unreadable",
  });
});

test("a message that is not timely any more when its turn has come is not sent", async () => {
  const before = bodiesTo(`/channels/${lounge}/messages`).length;
  expect(await sender.send(lounge, saying("late"), "n-late", "background", () => false)).toEqual({
    outcome: "later",
    afterMs: 0,
  });
  expect(bodiesTo(`/channels/${lounge}/messages`)).toHaveLength(before);
});

test("a direct message is opened once, and only when there is room for it", async () => {
  direct.waitMs = 5_000;
  expect(await sender.openDirect(juno)).toEqual({ outcome: "later", afterMs: 5_000 });
  direct.waitMs = 0;
  const opened = await sender.openDirect(juno);
  expect(opened).toMatchObject({ outcome: "open" });
  expect(await sender.openDirect(juno)).toEqual(opened);
  expect(direct.asked).toBe(2);

  sandbox.admin.closeDms(juno);
  const channelId = opened.outcome === "open" ? opened.channelId : "";
  expect(await sender.send(channelId, saying("x"), "n-dm", "background")).toEqual({
    outcome: "closed",
    code: 50_007,
  });
  sandbox.admin.openDms(juno);
  sandbox.faults.add({ mishap: { kind: "status", status: 403, code: 40_003 }, path: "/users/@me/channels" });
  expect(await sender.openDirect(stranger)).toEqual({ outcome: "later", afterMs: 86_400_000 });
  expect(await sender.openDirect(stranger)).toMatchObject({ outcome: "later" });
  expect(direct.heldMs).toEqual([86_400_000]);
});

test("a file goes along with its words, under the same nonce, and not where files may not be attached", async () => {
  const files = [{ name: "progress.png", data: new Uint8Array([1, 2, 3]), words: "Week 1: 3 claims." }];
  const sent = await sender.send(runs, { ...saying("drawn"), files }, "n-file", "background");
  expect(await sender.send(runs, { ...saying("drawn"), files }, "n-file", "background")).toEqual(sent);
  const messages = [...(sandbox.world.channels.get(runs)?.messages.values() ?? [])];
  expect(messages.filter(({ json }) => json.content === "drawn").map(({ json }) => json.attachments)).toEqual(
    [[expect.objectContaining({ filename: "progress.png", size: 3, description: "Week 1: 3 claims." })]],
  );
  sandbox.admin.denyBot(runs, ["AttachFiles"]);
  expect(await sender.send(runs, { ...saying("x"), files }, "n-no-file", "background")).toEqual({
    outcome: "forbidden",
    code: 50_013,
  });
});

function senderOf({ token, apiUrl }: Sandbox, otherToken?: string): Sender {
  return createSender({
    token: otherToken ?? token,
    apiUrl,
    timers: systemTimers,
    directs: {
      mayOpenDirect: async () => {
        direct.asked += 1;
        return direct.waitMs;
      },
      holdDirects: async (forMs) => void direct.heldMs.push(forMs),
    },
    onFatal: (reason) => fatal.push(reason),
  });
}

function saying(content: string, mark = "m"): Message {
  const components = buttonRows([{ id: customId("run", "open", mark), label: "Open" }]);
  return { content, components, allowed_mentions: { parse: [] } };
}

function bodiesTo(path: string): unknown[] {
  return sandbox.traffic
    .entries()
    .flatMap((entry) =>
      entry.kind === "rest" && entry.path.endsWith(path) ? [JSON.parse(entry.request)] : [],
    );
}
