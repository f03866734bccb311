import { expect, test } from "vitest";
import { untilDone, waitAfter } from "../../src/discord/login.ts";
import { createLog } from "../../src/ops/log.ts";
import { createSandbox } from "../../src/sandbox/sandbox.ts";
import { requestsTo, until, wire } from "./wired.ts";

const GATEWAY = "/gateway/bot";

test("the wait doubles from a second to five minutes, and never grows beyond", () => {
  const waits = Array.from({ length: 12 }, (_, failures) => waitAfter(failures) / 1_000);
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
  expect(waitAfter(5_000)).toBe(300_000);
});

test("a start while Discord answers with errors goes on until it is back", async () => {
  const sandbox = await createSandbox({ identifyEveryMs: 0 });
  sandbox.faults.add({ path: GATEWAY, times: 20, mishap: { kind: "status", status: 500 } });
  const bot = wire(sandbox);
  await bot.connection.registered;
  expect(bot.waits.slice(0, 5)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000]);
  expect(bot.fatals).toEqual([]);
  await bot.connection.stop();
  await sandbox.close();
});

test("a start without a network goes on until there is one", async () => {
  const elsewhere = await createSandbox();
  const { apiUrl } = elsewhere;
  const port = Number(new URL(apiUrl).port);
  await elsewhere.close();

  const nowhere = await createSandbox();
  const bot = wire(nowhere, { apiUrl });
  await until(() => bot.waits.length >= 3);
  const sandbox = await createSandbox({ port, identifyEveryMs: 0 });
  await bot.connection.registered;
  expect(bot.waits.slice(0, 3)).toEqual([1_000, 2_000, 4_000]);
  expect(sandbox.gateway.identifies).toBe(1);
  await bot.connection.stop();
  await sandbox.close();
  await nowhere.close();
});

test("a start that is cut off, or answered with nonsense, goes on", async () => {
  const sandbox = await createSandbox({ identifyEveryMs: 0 });
  sandbox.faults.add({ path: GATEWAY, times: 2, mishap: { kind: "cut" } });
  sandbox.faults.add({ path: GATEWAY, times: 2, mishap: { kind: "cut-after" } });
  const bot = wire(sandbox);
  await bot.connection.registered;
  await bot.connection.stop();
  await sandbox.close();
});

test("a new session takes the registration of the commands over from the one before", async () => {
  const sandbox = await createSandbox({ identifyEveryMs: 0 });
  sandbox.faults.add({ path: "/commands", times: 1_000_000, mishap: { kind: "cut" } });
  const bot = wire(sandbox);
  const failed = () => bot.lines.filter(({ msg }) => msg.startsWith("registering the commands failed"));
  await until(() => failed().length >= 3);
  sandbox.gateway.invalidate({ resumable: false });
  await until(() => sandbox.gateway.identifies === 2);
  const before = failed().length;
  await until(() => failed().length >= before + 8);
  const waits = failed()
    .slice(before + 2)
    .map(({ waitMs }) => Number(waitMs));
  expect(waits).toEqual(waits.toSorted((one, other) => one - other));
  sandbox.faults.clear();
  await bot.connection.registered;
  await bot.connection.stop();
  await sandbox.close();
});

test("a refusal that may pass, such as a ban of the address, is waited out", async () => {
  const sandbox = await createSandbox({ identifyEveryMs: 0 });
  sandbox.faults.add({ path: GATEWAY, times: 2, mishap: { kind: "status", status: 403 } });
  const bot = wire(sandbox);
  await bot.connection.registered;
  expect(bot.waits.slice(0, 2)).toEqual([1_000, 2_000]);
  await bot.connection.stop();
  await sandbox.close();
});

test("an address at which there is no Discord ends the start with the setting's name", async () => {
  const sandbox = await createSandbox();
  const bot = wire(sandbox, { apiUrl: `${sandbox.url}/elsewhere/api` });
  await until(() => bot.fatals.length > 0);
  expect(bot.fatals).toEqual([{ exitCode: 78, message: expect.stringContaining("DISCORD_API_URL") }]);
  await bot.connection.stop();
  await sandbox.close();
});

test("a limit that Discord sets at the start is told of while it is waited out", async () => {
  const sandbox = await createSandbox({ identifyEveryMs: 0 });
  sandbox.faults.add({
    path: GATEWAY,
    mishap: { kind: "rate-limit", scope: "user", retryAfterMs: 30 },
  });
  const bot = wire(sandbox);
  await bot.connection.registered;
  expect(bot.lines.filter(({ msg }) => msg === "Discord asks for patience")).toHaveLength(1);
  await bot.connection.stop();
  await sandbox.close();
});

test("a day without logins left is waited out, and says until when", async () => {
  const sandbox = await createSandbox({ sessionStartsPerDay: 0 });
  const bot = wire(sandbox);
  await until(() => bot.waits.length >= 2);
  expect(JSON.stringify(bot.lines)).toContain("Not enough sessions remaining");
  expect(sandbox.gateway.identifies).toBe(0);
  expect(requestsTo(sandbox, GATEWAY).length).toBeLessThanOrEqual(bot.waits.length + 1);
  await bot.connection.stop();
  await sandbox.close();
});

test("a stop ends the waiting at once", async () => {
  const stopping = new AbortController();
  const log = createLog("silent");
  const done = untilDone(
    { what: "nothing", attempt: () => Promise.reject(new Error("down")), refusal: () => undefined },
    {
      log,
      signal: stopping.signal,
      onFatal: () => {},
      wait: (_ms, signal) =>
        new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
    },
  );
  stopping.abort();
  expect(await done).toBe(false);
});
