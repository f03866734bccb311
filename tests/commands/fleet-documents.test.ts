import { expect, test } from "vitest";
import { resumeImports } from "../../src/guilds/imports.ts";
import { portable } from "../../src/portable.ts";
import { runKey, runs } from "../../src/runs/store.ts";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import { house } from "../house.ts";
import { GUILD, gathered, kept, lobby, NOON, said, theRun } from "../runs/lobby.ts";
import { faultyDriver } from "../store/faulty-driver.ts";
import { ADMIRAL, fleet, importing, press, URL_OF_FILE } from "./taken-along.ts";

const HOUR = 3_600_000;

test("an export holds the fleet's runs and says that it names members", async () => {
  const bot = fleet();
  const run = await gathered(bot);
  const answer = await bot.as(ADMIRAL).run("fleet export");
  expect(JSON.stringify(answer)).toContain("It names members");
  expect(JSON.parse(bot.files.at(-1)?.data ?? "")).toMatchObject({
    documents: [{ kind: "run", version: 2, document: { runId: run.runId, leaderId: "100" } }],
  });
});

test("a run that was lost comes back, its crew with it, and goes again when the import is taken back", async () => {
  const bot = fleet();
  const run = await gathered(bot);
  await bot.exported();
  await bot.store.remove(runKey(GUILD, run.runId));

  const plan = await importing(bot);
  expect(said(plan)).toContain("- Runs: 1 new");
  expect(await kept(bot)).toEqual([]);
  const done = await press(bot, plan, "Import it");
  expect(said(done)).toContain("What was told before is not told again");
  expect((await theRun(bot, run)).signups.map(({ userId }) => userId)).toEqual(["100"]);

  expect(said(await press(bot, done, "Undo the import"))).toContain("taken back");
  expect(await kept(bot)).toEqual([]);
  expect(bot.failures).toEqual([]);
});

test("what was changed since comes back by undoing, and runs that the file does not know stay", async () => {
  const bot = fleet();
  const run = await gathered(bot);
  await bot.exported();
  await bot.member("7").press(`v1:lfg:join:${run.runId}`);
  const other = await gathered(bot, { mission: "home", when: "tomorrow 22:00" });

  const plan = await importing(bot);
  expect(said(plan)).toContain("- Runs: 1 as it was when the file was made");
  const done = await press(bot, plan, "Import it");
  expect((await theRun(bot, run)).signups).toHaveLength(1);
  expect((await theRun(bot, other)).runId).toBe(other.runId);
  await press(bot, done, "Undo the import");
  expect((await theRun(bot, run)).signups).toHaveLength(2);
});

test("what was owed when the file was made is not told after the import, and what is still to come is", async () => {
  const bot = fleet();
  const run = await gathered(bot);
  await bot.exported();
  const owed = (await theRun(bot, run)).deliveries.all;
  expect(owed.map(({ kind, state }) => `${kind} ${state}`)).toContain("card planned");
  await bot.store.remove(runKey(GUILD, run.runId));
  bot.clock.now = run.startsAt - HOUR;

  await press(bot, await importing(bot), "Import it");
  for (const { kind, at, state } of (await theRun(bot, run)).deliveries.all)
    expect(`${kind} ${state}`).toBe(`${kind} ${at > bot.clock.now ? "planned" : "expired"}`);
  const states = (await theRun(bot, run)).deliveries.all.map(({ state }) => state);
  expect(states).toEqual(expect.arrayContaining(["planned", "expired"]));
});

test("a claim on a delivery is never taken up again, and a delivery that was sent meanwhile stays sent", async () => {
  const bot = fleet();
  const run = await gathered(bot);
  const key = runKey(GUILD, run.runId);
  const sent = { state: "sent" as const, channelId: "12", messageId: "77" };
  const lease = { by: "x", channelId: "12", nonce: "n", firstClaimedAt: 0, claimedAt: 0 };
  const was = await theRun(bot, run);
  const all = was.deliveries.all.map(({ kind, about, at, until }, place) =>
    place === 0
      ? { kind, about, at: at + 40 * HOUR, until: until + 40 * HOUR, state: "claimed" as const, ...lease }
      : { kind, about, at, until, state: "planned" as const },
  );
  await bot.store.update(key, runs, () => ({ ...was, deliveries: { ...was.deliveries, all } }));
  await bot.exported();
  const isReminder = ({ kind }: { readonly kind: string }) => kind === "before-start";
  await bot.store.update(key, runs, (now) =>
    now === undefined
      ? now
      : {
          ...now,
          note: "changed",
          deliveries: {
            ...now.deliveries,
            all: now.deliveries.all.map((one) =>
              isReminder(one)
                ? { kind: one.kind, about: one.about, at: one.at, until: one.until, ...sent }
                : one,
            ),
          },
        },
  );
  await press(bot, await importing(bot), "Import it");
  const { deliveries, note } = await theRun(bot, run);
  expect(note).toBeUndefined();
  expect(deliveries.all[0]?.state).toBe("expired");
  expect(deliveries.all.filter(isReminder).map(({ state }) => state)).toEqual(
    deliveries.all.filter(isReminder).map(() => "sent"),
  );
});

test("a file cannot make the bot tell anybody anything that the run itself does not plan", async () => {
  const bot = fleet();
  const run = await gathered(bot);
  const file = JSON.parse(await bot.exported()) as { documents: { document: typeof run }[] };
  const [packedRun] = file.documents;
  if (packedRun === undefined) throw new Error("No run was exported.");
  const at = NOON + 2 * HOUR;
  const forged = ["open-call", "direct", "before-start"].map((kind) => ({
    ...{ kind, about: "21", at, until: at + HOUR, state: "planned" as const },
  }));
  const { document } = packedRun;
  const deliveries = { ...document.deliveries, all: [...document.deliveries.all, ...forged] };
  packedRun.document = { ...document, deliveries };
  bot.attached[URL_OF_FILE] = JSON.stringify(file);

  await press(bot, await importing(bot), "Import it");
  expect((await theRun(bot, run)).deliveries.all.filter((one) => one.at === at)).toEqual([]);
});

test("a file that was just made would change nothing, and a reward with its claims comes back from it", async () => {
  const bot = fleet();
  await gathered(bot);
  await bot.as(ADMIRAL).run("rewards open", { what: "home" });
  await bot.as({ userId: "7" }).run("rewards claim", { choice: "Specialization Point" });
  const file = JSON.parse(await bot.exported()) as { documents: { kind: string }[] };
  const isKept = (key: string) => /:(track|period):/.test(key);
  expect(said(await importing(bot))).toContain("Everything in that file is so already");

  const gone: string[] = [];
  for await (const key of bot.store.keys({ after: "", below: "~" }))
    if (isKept(key) && (await bot.store.remove(key))) gone.push(key);
  expect(gone).toHaveLength(
    file.documents.filter(({ kind }) => kind === "track" || kind === "period").length,
  );
  expect(gone.length).toBeGreaterThan(0);
  await press(bot, await importing(bot), "Import it");
  const back: string[] = [];
  for await (const key of bot.store.keys({ after: "", below: "~" })) if (isKept(key)) back.push(key);
  expect(back).toEqual(gone);
  expect(bot.failures).toEqual([]);
});

test("another server takes the settings alone, and says so", async () => {
  const bot = fleet();
  await gathered(bot);
  await bot.exported();
  await bot.as(ADMIRAL).run("fleet setup", { "time-zone": "Tokyo" });
  const elsewhere = { ...ADMIRAL, guildId: "3" };
  const answer = await importing(bot, elsewhere);
  expect(said(answer)).toContain("they belong to the server they came from");
  expect(await bot.store.list({ after: "guild:3:run:", below: "guild:3:run;" }, runs)).toMatchObject({
    documents: [],
  });
});

test("a run in a channel that is not this server's stays out", async () => {
  const bot = fleet();
  const run = await gathered(bot);
  bot.attached[URL_OF_FILE] = (await bot.exported()).replaceAll('"channelId":"12"', '"channelId":"666"');
  await bot.store.remove(runKey(GUILD, run.runId));
  expect(said(await importing(bot))).toContain("their channel is not in this server any more");
  expect(await kept(bot)).toEqual([]);
});

test("whoever an import names is found when they want to be forgotten, copies included", async () => {
  const bot = fleet();
  const run = await gathered(bot);
  await bot.exported();
  await bot.store.remove(runKey(GUILD, run.runId));
  await press(bot, await importing(bot), "Import it");
  await bot.as({ userId: "100" }).press("v1:me:forget-now", { onPrivateCard: true });
  for await (const key of bot.store.keys({ after: "", below: "~" }))
    expect(key).not.toContain(":import-part:");
  expect((await theRun(bot, run)).leaderId).toBe("0");
});

test("an import of runs that the store interrupts is finished by the next round, or was never begun", async () => {
  for (let at = 1; ; at++) {
    const texts = new Map<string, string>();
    const planning = fleet(memoryDriver(texts));
    const runsMade = [
      await gathered(planning),
      await gathered(planning, { mission: "home", when: "tomorrow 22:00" }),
    ];
    await planning.exported();
    for (const { runId } of runsMade) await planning.store.remove(runKey(GUILD, runId));
    const plan = await importing(planning);
    const id = /v1:fleet:import-apply:[a-z0-9]+/.exec(JSON.stringify(plan))?.[0] ?? "";

    const driver = faultyDriver(memoryDriver(texts), at, "throws, undone");
    const patience = { settleWithinMs: 50, answerWithinMs: 20 };
    await house({ now: NOON, driver, reader: planning.reader, patience })
      .as(ADMIRAL)
      .press(id, { onPrivateCard: true });
    const next = lobby({ driver: memoryDriver(texts) });
    await resumeImports(next.store, { portables: portable, now: NOON });
    expect([0, 2]).toContain((await kept(next)).length);
    if (driver.calls < at) {
      expect(await kept(next)).toHaveLength(2);
      break;
    }
  }
});

/** A reward with one claim, exported and then lost. */
async function lostReward() {
  const bot = fleet();
  await bot.as(ADMIRAL).run("rewards open", { what: "home" });
  await bot.as({ userId: "7" }).run("rewards claim", { choice: "Specialization Point" });
  const file = await bot.exported();
  const rewards = async () => (await keysOf(bot)).filter((key) => /:(track|period):/.test(key));
  for (const key of await rewards()) await bot.store.remove(key);
  return { bot, file, rewards };
}

async function keysOf({ store }: Pick<ReturnType<typeof lobby>, "store">) {
  return await Array.fromAsync(store.keys({ after: "", below: "~" }));
}

test("claims stay out with their reward when its channel is not here", async () => {
  const { bot, file, rewards } = await lostReward();
  bot.attached[URL_OF_FILE] = file.replaceAll('"channelId":"12"', '"channelId":"666"');
  const plan = said(await importing(bot));
  expect(plan).toContain("their channel is not in this server any more");
  expect(plan).toContain("Some claims stay out: the reward they belong to is not here.");
  expect(plan).toContain("Nothing would change");
  expect(await rewards()).toEqual([]);
});

test("claims come back to a reward that is here, whatever the file says of it", async () => {
  const { bot, file, rewards } = await lostReward();
  bot.attached[URL_OF_FILE] = file;
  await press(bot, await importing(bot), "Import it");
  const all = await rewards();
  const period = all.find((key) => key.includes(":period:"));
  if (period === undefined) throw new Error("No claim was kept.");
  await bot.store.remove(period);
  bot.attached[URL_OF_FILE] = file.replaceAll('"channelId":"12"', '"channelId":"666"');
  await press(bot, await importing(bot), "Import it");
  expect(await rewards()).toEqual(all);
});
