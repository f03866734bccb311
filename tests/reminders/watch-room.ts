import { createLog } from "../../src/ops/log.ts";
import { type Counts, type Loop, reminderLoop } from "../../src/reminders/loop.ts";
import type { Mail } from "../../src/reminders/mail.ts";
import type { Source } from "../../src/reminders/source.ts";
import { type Watcher, watched } from "../../src/reminders/watch.ts";
import { createStore } from "../../src/store/create-store.ts";
import type { DocumentKey } from "../../src/store/document-key.ts";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import type { Store } from "../../src/store/store.ts";
import { type Duty, duties, dutySource } from "./duty.ts";
import { handTimers } from "./hand-timers.ts";
import { type Fate as MortalFate, mortal } from "./mortal.ts";
import { HOUR, QUARTER_TO } from "./occurrences.ts";
import { postbox } from "./postbox.ts";

const MACHINE_EPOCH = Date.UTC(2026, 10, 21, 12);

/** The engine on data that outlives it, a Discord that outlives it, and clocks that are moved by hand. */
export function watchRoom({ starts = QUARTER_TO - HOUR } = {}) {
  const timers = handTimers();
  const texts = new Map<string, string>();
  const post = postbox(() => MACHINE_EPOCH + timers.now());
  const listeners = new Set<() => void>();
  let domainMs = starts;
  let machineMs = MACHINE_EPOCH;
  let lives = 0;

  const clock = {
    now: () => domainMs + timers.now(),
    onTurn: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  /** Another process on the same data, which may be made to die. */
  function live(fate: Fate = {}): Life {
    lives += 1;
    const kept = createStore(memoryDriver(texts), { writer: `w${lives}`, isAlone: true });
    const mortality = mortal(fate);
    const hear: Watcher = (...change) => mortality.isAlive() && loop.seen(...change);
    const store = watched(mortality.binds(kept), hear);
    const loop = reminderLoop({
      store,
      sources: [dutySource as Source<unknown>],
      mail: mortality.binds(fate.mail?.(post) ?? post),
      clock: { now: clock.now, onTurn: (listener) => clock.onTurn(() => mortality.isAlive() && listener()) },
      timers: {
        now: timers.now,
        after: (delayMs, task) => timers.after(delayMs, () => mortality.isAlive() && task()),
      },
      log: createLog("silent"),
      by: `life-${lives}`,
      machineNow: () => machineMs + timers.now(),
    });
    const written = watched(kept, hear);
    return {
      loop,
      store: written,
      counts: loop.counts,
      kill: mortality.kill,
      keep: async (key, duty) => void (await written.create(key, duties, duty)),
      read: (key) => kept.read(key, duties),
    };
  }

  return {
    timers,
    post,
    clock,
    live,
    pass: timers.pass,
    freeze: timers.freeze,
    /** Makes nonsense of a document on disk. */
    spoil: (key: DocumentKey) => void texts.set(key, "nonsense"),
    /** Turns the calendar of the bot, as the sandbox does. */
    turn: (byMs: number) => {
      domainMs += byMs;
      for (const tell of listeners) tell();
    },
    /** Sets the machine's clock; nobody is told. */
    setMachine: (byMs: number) => {
      domainMs += byMs;
      machineMs += byMs;
    },
  };
}

interface Fate extends MortalFate {
  readonly mail?: (mail: Mail) => Mail;
}

export interface Life {
  readonly loop: Loop;
  /** As the rest of the bot writes to it. */
  readonly store: Store;
  readonly counts: Counts;
  /** From here on nothing of it happens any more, and what was under way stays where it is. */
  kill(): void;
  keep(key: DocumentKey, duty: Duty): Promise<void>;
  read(key: DocumentKey): Promise<Duty | undefined>;
}
