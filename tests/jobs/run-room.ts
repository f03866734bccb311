import { join } from "node:path";
import { type User, users } from "../../src/captains/store.ts";
import { loadCatalog } from "../../src/catalog/load.ts";
import { guildSettings, type Settings, settingsKey } from "../../src/guilds/settings.ts";
import { startReminders } from "../../src/jobs/reminders.ts";
import { createLog } from "../../src/ops/log.ts";
import type { Message, Trouble } from "../../src/reminders/mail.ts";
import { withDebts } from "../../src/runs/debts.ts";
import type { Run } from "../../src/runs/run.ts";
import { changeRun, runKey, runs } from "../../src/runs/store.ts";
import { createStore } from "../../src/store/create-store.ts";
import { userKey } from "../../src/store/document-key.ts";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import { handTimers } from "../reminders/hand-timers.ts";
import { postbox } from "../reminders/postbox.ts";
import { run, STARTS_AT } from "../runs/crew.ts";

const catalog = await loadCatalog(join(import.meta.dirname, "../../data"));

export const GUILD = "2";
/** The channel that runs are made in. */
export const CHANNEL = "12";
const MACHINE_EPOCH = Date.UTC(2026, 10, 21, 12);

interface Edit {
  readonly messageId: string;
  readonly text: string;
  readonly at: number;
}

/** The runs of a guild with everything that happens to them without a click, on a Discord and clocks of its own. */
export function runRoom({ starts = STARTS_AT - 48 * 3_600_000 } = {}) {
  const timers = handTimers();
  const texts = new Map<string, string>();
  const post = postbox(() => MACHINE_EPOCH + timers.now());
  const edits: Edit[] = [];
  const listeners = new Set<() => void>();
  const editing: { trouble: Trouble | undefined } = { trouble: undefined };
  let domainMs = starts;
  let clicks = 0;
  let lives = 0;

  const clock = {
    now: () => domainMs + timers.now(),
    onTurn: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  function live() {
    lives += 1;
    return startReminders({
      store: createStore(memoryDriver(texts), { writer: `w${lives}`, isAlone: true }),
      catalog,
      mail: post,
      edit: async ({ messageId }, message: Message) => {
        if (editing.trouble !== undefined) return editing.trouble;
        edits.push({ messageId, text: JSON.stringify(message.components), at: timers.now() });
        return { outcome: "edited" };
      },
      draw: () => Promise.reject(new Error("Nobody draws here.")),
      clock,
      timers,
      log: createLog("silent"),
      by: `life-${lives}`,
      machineNow: () => MACHINE_EPOCH + timers.now(),
    });
  }

  let life = live();
  const key = (runId: string) => runKey(GUILD, runId);
  return {
    post,
    edits,
    editing,
    clock,
    timers,
    get counts() {
      return life.counts;
    },
    pass: timers.pass,
    turn: (byMs: number) => {
      domainMs += byMs;
      for (const tell of listeners) tell();
    },
    restart: async () => {
      await life.stop();
      life = live();
      await life.loaded;
    },
    callRoll: (runId: string) => life.callRoll(GUILD, runId),
    /** Keeps a run as the command does, and asks for its card. */
    gather: async (changes: Partial<Run> = {}) => {
      const made = run({ leadMinutes: [1_440, 15], ...changes });
      const kept = withDebts(undefined, made, clock.now(), made.leaderId);
      await life.store.create(key(made.runId), runs, kept);
      const posting = life.cards.post(GUILD, kept);
      await timers.pass(10);
      return posting;
    },
    change: async (rule: (run: Run) => Run, by = "100") => {
      const deed = { userId: by, interactionId: `${++clicks}`, now: clock.now() };
      await changeRun(life.store, GUILD, "r1", deed, (before) => ({ run: rule(before), said: undefined }));
      await timers.pass(10);
    },
    read: (runId = "r1") => life.store.read(key(runId), runs),
    /** What a member of this guild sets with /me. */
    knows: async (userId: string, changes: Partial<User>) =>
      void (await life.store.update(userKey(userId), users, (user) => ({
        ...user,
        guildIds: [GUILD],
        ...changes,
      }))),
    userOf: (userId: string) => life.store.read(userKey(userId), users),
    settings: async (changes: Partial<Settings>) =>
      void (await life.store.update(settingsKey(GUILD), guildSettings, (before) => ({
        ...before,
        ...changes,
      }))),
    /** What was said in plain words, without cards. */
    said: () => post.posted.filter(({ text }) => text !== ""),
    cards: () => post.posted.filter(({ text }) => text === ""),
  };
}
