import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { handTime } from "../../src/sandbox/protocol-time.ts";
import { createSandbox, type Sandbox } from "../../src/sandbox/sandbox.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { on, START, start, until } from "./started.ts";

/** `STOPS=100` for the proof. */
const STOPS = Number(process.env["STOPS"] ?? 3);

/** Commands are registered a little after the bot is there. */
async function answering(sandbox: Sandbox) {
  await until(() => sandbox.gateway.isConnected);
  const person = sandbox.as(CAST.people.juno, { channelId: CAST.fleet.channels.missionBriefings });
  while ((await person.run("mission", { name: "home" })).kind !== "message") await pause(5);
  return person;
}

test(`a SIGTERM under load, ${STOPS} times: exit code 0 within 8 s, and what was taken in is answered`, {
  timeout: 20_000 + STOPS * 5_000,
}, async () => {
  for (let round = 0; round < STOPS; round++) {
    const time = handTime();
    const sandbox = await createSandbox({ identifyEveryMs: 0, time });
    const bot = start({ env: on(sandbox) });
    const person = await answering(sandbox);

    const asked: { readonly at: number; readonly outcome: Promise<{ readonly kind: string }> }[] = [];
    const asking = setInterval(() => {
      for (let more = 0; more < 8; more++)
        asked.push({ at: asked.length, outcome: person.run("mission", { name: "home" }) });
    }, 1);
    await until(() => asked.length > 200 + round * 37);
    const stoppedAt = performance.now();
    bot.kill("SIGTERM");
    await until(() => !sandbox.gateway.isConnected);
    clearInterval(asking);

    expect(await bot.ended).toBe(0);
    expect(performance.now() - stoppedAt).toBeLessThan(8_000);
    time.advance(3_000);
    const kinds = await Promise.all(asked.map(({ outcome }) => outcome.then(({ kind }) => kind)));
    const unanswered = kinds.indexOf("no-response");
    /** Everything before the first that the bot never heard is answered: there are no holes. */
    expect(
      kinds.slice(unanswered === -1 ? kinds.length : unanswered).filter((kind) => kind === "message"),
    ).toEqual([]);
    expect(bot.stderr()).not.toMatch(/unhandled|"level":50/);
    await sandbox.close();
  }
});

describe.concurrent("a stop", () => {
  test.for(["SIGTERM", "SIGINT", "SIGHUP"] as const)("by %s ends with exit code 0", async (signal) => {
    const sandbox = await createSandbox({ identifyEveryMs: 0 });
    const bot = start({ env: on(sandbox) });
    await until(() => sandbox.gateway.isConnected);
    bot.kill(signal);
    expect(await bot.ended).toBe(0);
    await sandbox.close();
  });

  test("asked for twice, as a terminal and a launcher do together, is one stop", async () => {
    const sandbox = await createSandbox({ identifyEveryMs: 0 });
    const bot = start({ env: on(sandbox) });
    await until(() => sandbox.gateway.isConnected);
    bot.kill("SIGINT");
    bot.kill("SIGINT");
    expect(await bot.ended).toBe(0);
    await sandbox.close();
  });

  test("while Discord cannot be reached ends with exit code 0 as well", async () => {
    const sandbox = await createSandbox({ identifyEveryMs: 0 });
    sandbox.faults.add({ path: "/gateway/bot", times: 10_000, mishap: { kind: "status", status: 500 } });
    const bot = start({ env: on(sandbox) });
    await until(() => bot.stderr().includes("trying again"));
    bot.kill("SIGTERM");
    expect(await bot.ended).toBe(0);
    await sandbox.close();
  });

  test("through the launcher reaches the process behind it, and its exit code comes back", async () => {
    const sandbox = await createSandbox({ identifyEveryMs: 0 });
    /** An option before the script makes the launcher start a process of its own. */
    const [launcher = "", main = ""] = START;
    const bot = start({ env: on(sandbox), line: [launcher, "--no-warnings", main] });
    await until(() => sandbox.gateway.isConnected);
    bot.kill("SIGTERM");
    expect(await bot.ended).toBe(0);
    expect(bot.stderr()).not.toContain('"level":50');
    await sandbox.close();
  });

  test("an exit code of the process behind the launcher is the launcher's own", async () => {
    const [launcher = ""] = START;
    const bot = start({ line: [launcher, "--eval", "process.exit(7)"] });
    expect(await bot.ended).toBe(7);
  });

  test("a process behind the launcher that a signal ended says which by the usual number", async () => {
    const [launcher = ""] = START;
    const bot = start({ line: [launcher, "--eval", "process.kill(process.pid, 'SIGKILL')"] });
    expect(await bot.ended).toBe(128 + 9);
  });
});
