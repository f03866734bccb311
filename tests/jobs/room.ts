import { join } from "node:path";
import { type User, users } from "../../src/captains/store.ts";
import { loadCatalog } from "../../src/catalog/load.ts";
import { guildSettings, type Settings, settingsKey } from "../../src/guilds/settings.ts";
import { type RemindersNeeds, startReminders } from "../../src/jobs/reminders.ts";
import { createLog } from "../../src/ops/log.ts";
import type { Message, Trouble } from "../../src/reminders/mail.ts";
import { createStore } from "../../src/store/create-store.ts";
import { userKey } from "../../src/store/document-key.ts";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import { handTimers } from "../reminders/hand-timers.ts";
import { postbox } from "../reminders/postbox.ts";

const catalog = await loadCatalog(join(import.meta.dirname, "../../data"));

export const GUILD = "2";
/** The channel that everything is made in. */
export const CHANNEL = "12";
const MACHINE_EPOCH = Date.UTC(2026, 10, 21, 12);

interface Edit {
  readonly messageId: string;
  readonly text: string;
  readonly at: number;
}

interface RoomOptions {
  /** Domain time, epoch ms. */
  readonly starts: number;
  readonly draw: RemindersNeeds["draw"];
  /** Why a message is not edited. */
  troubleOf(messageId: string): Trouble | undefined;
}

/** A guild with everything that happens in it without a click, on a Discord and clocks of its own. */
export function room({ starts, draw, troubleOf }: RoomOptions) {
  const timers = handTimers();
  const texts = new Map<string, string>();
  const post = postbox(() => MACHINE_EPOCH + timers.now());
  const edits: Edit[] = [];
  const listeners = new Set<() => void>();
  let domainMs = starts;
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
        const trouble = troubleOf(messageId);
        if (trouble !== undefined) return trouble;
        edits.push({ messageId, text: JSON.stringify(message.components), at: timers.now() });
        return { outcome: "edited" };
      },
      draw,
      clock,
      timers,
      log: createLog("silent"),
      by: `life-${lives}`,
      machineNow: () => MACHINE_EPOCH + timers.now(),
    });
  }

  let life = live();
  return {
    post,
    edits,
    clock,
    timers,
    pass: timers.pass,
    /** The bot as it runs now. */
    life: () => life,
    turnClock: (byMs: number) => {
      domainMs += byMs;
      for (const tell of listeners) tell();
    },
    /** Nobody is there for a while; then the bot starts again. */
    startAgain: async ({ awayMs = 0 } = {}) => {
      await life.stop();
      domainMs += awayMs;
      life = live();
      await life.loaded;
    },
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
    /** What was said in plain words. */
    said: () => post.posted.filter(({ text }) => text !== ""),
    /** Cards and boards. */
    cards: () => post.posted.filter(({ text }) => text === ""),
  };
}
