import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { apologies, dispatcher, type Report } from "./bot/dispatch.ts";
import { rendered } from "./bot/rendered.ts";
import { catalogIndex } from "./catalog/find.ts";
import { loadCatalog } from "./catalog/load.ts";
import { thingsIndex } from "./catalog/things.ts";
import type { Config } from "./config.ts";
import { connect } from "./discord/connect.ts";
import { createReader } from "./discord/reader.ts";
import { createSender } from "./discord/sender.ts";
import { within } from "./discord/wait.ts";
import { eraser } from "./jobs/erase.ts";
import { placeLook } from "./jobs/look.ts";
import { purge } from "./jobs/purge.ts";
import { startReminders } from "./jobs/reminders.ts";
import { type Rounds, startRounds } from "./jobs/rounds.ts";
import { createLog } from "./ops/log.ts";
import { commandsOf, roundsOf, traces } from "./registry.ts";
import { directBudget } from "./reminders/direct-budget.ts";
import { createEasel } from "./rewards/easel.ts";
import type { Fail, Running } from "./start-up.ts";
import { openStore } from "./store/open-store.ts";
import { systemClock } from "./time/clock.ts";
import { followClock } from "./time/followed-clock.ts";
import { systemTimers } from "./time/timers.ts";

const PROJECT = join(import.meta.dirname, "..");

/** How long a stop waits for messages that are under way; whatever comes of them, the next start knows. */
const STOP_SENDING_MS = 2_000;

/** Cards kept ready: about 10 KB each. */
const READY_CARDS = 500;

export interface Serving extends Running {
  /** Resolves when Discord holds the commands. */
  readonly registered: Promise<void>;
}

/** The bot itself: the catalogue, the commands and the connection. */
export async function serve(config: Config & { readonly token: string }, fail: Fail): Promise<Serving> {
  const log = createLog(config.logLevel, config.token);
  const [catalog, kept] = await Promise.all([
    loadCatalog(join(PROJECT, "data"), config.dataDir),
    openStore(config, { report: (error) => log.error({ error }, "a document cannot be understood") }),
  ]);
  const index = catalogIndex(catalog);
  const things = thingsIndex(catalog);
  const followed = config.clockUrl === undefined ? undefined : followClock(config.clockUrl);
  const clock = followed ?? systemClock;
  const sender = createSender({
    ...config,
    timers: systemTimers,
    directs: directBudget(kept, Date.now),
    onFatal: ({ exitCode, message }) => fail(exitCode, message),
  });
  const easel = createEasel(systemTimers);
  const reader = createReader(config);
  const reminders = startReminders({
    store: kept,
    catalog,
    mail: { ...sender, look: placeLook({ facts: reader.facts, clock, timers: systemTimers }) },
    edit: ({ channelId, messageId }, message) => sender.edit(channelId, messageId, message),
    draw: easel.draw,
    clock,
    timers: systemTimers,
    log,
    by: randomUUID(),
    machineNow: Date.now,
  });
  const { store } = reminders;
  const erasing = eraser({
    store,
    traces,
    clock,
    timers: systemTimers,
    report: (error) => log.error({ error }, "an erasure is not finished, and goes on later"),
  });
  const purging = purge({ store, clock, guildIds: reader.guildIds });

  const commands = commandsOf({
    catalog,
    index,
    things,
    store,
    traces,
    reader,
    cards: reminders.cards,
    boards: reminders.boards,
    callRoll: reminders.callRoll,
    draw: easel.draw,
    forget: erasing.forget,
    report: (error) => log.error({ error }, "a step behind an answer failed, and is made good later"),
    clock,
    rendered: rendered(READY_CARDS),
    version: versionOf(join(PROJECT, "package.json")),
    page: (name) => readFileSync(join(PROJECT, `${name}.md`), "utf8"),
  });
  const attend = (what: string, work: Promise<void>) =>
    void work.catch((error: unknown) => log.warn({ error, what }, "left to the daily round"));
  const report: Report = (failure) => log.error(failure, "a command failed");
  const connection = connect({
    ...config,
    log,
    definitions: commands.map((command) => command.definition),
    dispatch: dispatcher(commands, report),
    apologise: apologies(report),
    onGuildEntered: (guildId) => attend("a guild that was entered", purging.came(guildId)),
    onGuildLeft: (guildId) => attend("a guild that was left", purging.left(guildId)),
    onFatal: ({ exitCode, message }) => fail(exitCode, message),
  });
  let rounds: Rounds | undefined;
  void connection.registered.then(() => {
    index.warm();
    setImmediate(things.warm);
    rounds = startRounds(roundsOf({ store, clock, erasing, purging }), {
      clock,
      timers: systemTimers,
      report: (what, error) => log.warn({ error, what }, "a round failed, and is tried again later"),
    });
  });

  return {
    registered: connection.registered,
    stop: async () => {
      await connection.stop();
      await rounds?.stop();
      sender.close();
      await within(STOP_SENDING_MS, reminders.stop());
      await easel.close();
      await store.close();
      followed?.close();
    },
  };
}

function versionOf(packageFile: string): string {
  return (JSON.parse(readFileSync(packageFile, "utf8")) as { readonly version: string }).version;
}
