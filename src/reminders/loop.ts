import type { Log } from "../ops/log.ts";
import { type DocumentKey, guildIdIn, guildRange, sortIn } from "../store/document-key.ts";
import type { Store } from "../store/store.ts";
import type { TurnedClock } from "../time/clock.ts";
import type { Timers } from "../time/timers.ts";
import { agenda } from "./agenda.ts";
import { type Attempted, attempt, type Desk } from "./attempt.ts";
import { type Claimed, type Delivery, idOf, type Planned } from "./delivery.ts";
import { holds } from "./holds.ts";
import type { Lane, Mail } from "./mail.ts";
import { jitterMs } from "./mark.ts";
import { drop, nextStep, type Step } from "./progress.ts";
import type { Source } from "./source.ts";
import { twoLanes } from "./two-lanes.ts";
import type { Watcher } from "./watch.ts";

export interface LoopOptions {
  readonly store: Store;
  readonly sources: readonly Source<unknown>[];
  readonly mail: Mail;
  readonly clock: TurnedClock;
  readonly timers: Timers;
  readonly log: Log;
  /** Names this process; no two ever share a name. */
  readonly by: string;
  /** The machine's time, epoch ms. */
  machineNow(): number;
}

/** What became of deliveries since the start. */
export interface Counts {
  readonly sent: number;
  /** Things to do that were no messages. */
  readonly done: number;
  /** Of those sent, how many more than a minute after their time. */
  readonly late: number;
  /** Dropped because they would not have helped any more. */
  readonly expired: number;
  readonly failed: number;
  /** Found in their channel, and so not sent a second time. */
  readonly found: number;
}

/** Sends what documents owe, each at its instant. */
export interface Loop {
  readonly counts: Counts;
  /** How many documents wait for an instant. */
  readonly waiting: number;
  /** Looks through every guild for what is owed. What changes meanwhile and later is heard through `seen`. */
  load(): Promise<void>;
  readonly seen: Watcher;
  /** Nothing new is begun. Resolves when what is under way has ended. */
  stop(): Promise<void>;
}

const LATE_MS = 60_000;
/** Somebody else was faster; by then the document says so. */
const LEFT_MS = 1_000;
const LOAD_AGAIN_MS = 5_000;

export function reminderLoop(options: LoopOptions): Loop {
  const { store, clock, timers, log } = options;
  const bySort = new Map(options.sources.map((source) => [source.sort, source]));
  const byKind = new Map(options.sources.map((source) => [source.kind.name, source]));
  const lanes = twoLanes((key, lane) => work(key as DocumentKey, lane));
  const ring = (key: string) => lanes.add(key, "background");
  const dues = agenda({ now: clock.now, after: timers.after, ring });
  const retries = agenda({ now: timers.now, after: timers.after, ring });
  const held = holds(timers.now);
  const stopListening = clock.onTurn(dues.wake);
  const counts = { sent: 0, done: 0, late: 0, expired: 0, failed: 0, found: 0 };
  let isStopped = false;

  async function work(key: DocumentKey, lane: Lane): Promise<boolean> {
    try {
      const isToGoOn = await advance(key, lane);
      held.release(key, WHOLE);
      return isToGoOn;
    } catch (error) {
      log.warn({ error, key }, "what is owed could not be looked at; trying again");
      retries.set(key, timers.now() + held.hold(key, WHOLE, undefined));
      return false;
    }
  }

  /** Does one thing for a document. True when there may be another. */
  async function advance(key: DocumentKey, lane: Lane): Promise<boolean> {
    const source = bySort.get(sortIn(key) ?? "");
    const document = source && (await store.read(key, source.kind));
    if (source === undefined || document === undefined) {
      forget(key);
      return false;
    }
    const step = stepFor(source, key, document);
    if (step.do === "wait") {
      rest(key, step.at);
      return false;
    }
    if (step.do === "deliver") {
      await deliver(source, key, document, step.delivery, lane);
      return true;
    }
    await changerOf(source, key)((deliveries) => drop(deliveries, step.dropped));
    counts.expired += step.dropped.length;
    log.info({ key, dropped: step.dropped.map(inLog) }, "too late to help, so it was not sent");
    return true;
  }

  async function deliver(
    source: Source<unknown>,
    key: DocumentKey,
    document: unknown,
    delivery: Planned | Claimed,
    lane: Lane,
  ): Promise<void> {
    const guildId = guildIdIn(key) ?? "";
    const isLate = clock.now() - dueAt(source, guildId, delivery) > LATE_MS;
    const desk: Desk<unknown> = {
      ...options,
      source,
      owed: { guildId, key, document, delivery, now: clock.now(), isLate, lane },
      change: changerOf(source, key),
    };
    const attempted = await attempt(desk, delivery).catch((error: unknown): Attempted => {
      log.warn({ error, key, delivery: inLog(delivery) }, "a delivery was interrupted; trying again");
      return { outcome: "again", afterMs: undefined };
    });
    if (attempted.outcome === "settled") {
      held.release(key, idOf(delivery));
      count(attempted, key, delivery, isLate);
    } else held.hold(key, idOf(delivery), attempted.outcome === "left" ? LEFT_MS : attempted.afterMs);
  }

  function count(
    { settled, wasFound }: Extract<Attempted, { outcome: "settled" }>,
    key: DocumentKey,
    delivery: Delivery,
    isLate: boolean,
  ): void {
    counts[settled.state] += 1;
    if (settled.state === "sent" && isLate) counts.late += 1;
    if (wasFound) counts.found += 1;
    if (settled.state === "failed")
      log.warn({ key, delivery: inLog(delivery), code: settled.code }, "Discord refused a delivery");
  }

  function changerOf(source: Source<unknown>, key: DocumentKey): Desk<unknown>["change"] {
    return async (rule) => {
      const changed = await store.update(key, source.kind, (document) => {
        if (document === undefined) return undefined;
        const before = source.deliveriesOf(document);
        const after = rule(before);
        return after === before ? document : source.withDeliveries(document, after);
      });
      return changed === undefined ? undefined : source.deliveriesOf(changed);
    };
  }

  function stepFor(source: Source<unknown>, key: DocumentKey, document: unknown): Step {
    const guildId = guildIdIn(key) ?? "";
    return nextStep(source.deliveriesOf(document), {
      now: clock.now(),
      dueAt: (one) => dueAt(source, guildId, one),
      missed: source.missed,
      isHeld: (one) => held.has(key) && held.until(key, idOf(one)) !== undefined,
    });
  }

  /** What was due before the start goes through the agenda too, so that the oldest comes first. */
  function look(source: Source<unknown>, key: DocumentKey, document: unknown, lane: Lane): void {
    const step = stepFor(source, key, document);
    if (step.do === "wait") rest(key, step.at);
    else if (lane === "prompt") lanes.add(key, lane);
    else dues.set(key, step.do === "deliver" ? step.delivery.at : clock.now());
  }

  function rest(key: string, at: number | undefined): void {
    if (at === undefined) dues.delete(key);
    else dues.set(key, at);
    const retryAt = held.next(key);
    if (retryAt !== undefined) retries.set(key, retryAt);
  }

  function forget(key: string): void {
    dues.delete(key);
    retries.delete(key);
    held.forget(key);
  }

  async function load(): Promise<void> {
    if (isStopped) return;
    try {
      for await (const guildId of store.guildIds())
        for (const source of options.sources) {
          if (isStopped) return;
          const { documents } = await store.list(guildRange(guildId, source.sort), source.kind);
          for (const { key, document } of documents) {
            look(source, key, document, "background");
            source.noticed(key, document, "start");
          }
        }
    } catch (error) {
      log.warn({ error }, "what is owed could not be read; trying again");
      await new Promise<void>((resolve) => timers.after(LOAD_AGAIN_MS, resolve));
      return load();
    }
  }

  return {
    counts,
    get waiting() {
      return dues.size;
    },
    load,
    seen: (key, kindName, document, before) => {
      if (isStopped) return;
      const source = byKind.get(kindName ?? "");
      if (document === undefined) return forget(key);
      if (source === undefined) return;
      const owed = source.deliveriesOf(document);
      if (lanes.isBusy(key)) lanes.add(key, "prompt");
      else if (before === undefined || owed !== source.deliveriesOf(before))
        look(source, key, document, "prompt");
      source.noticed(key, document, "change");
    },
    stop: async () => {
      isStopped = true;
      stopListening();
      dues.close();
      retries.close();
      await lanes.stop();
    },
  };
}

/** What it is about may be a member, whom the log does not name. */
function inLog({ kind, at }: Delivery): Pick<Delivery, "kind" | "at"> {
  return { kind, at };
}

/** Stands for all of a document that could not be read or written. */
const WHOLE = "";

function dueAt(source: Source<unknown>, guildId: string, one: Delivery): number {
  return one.at + jitterMs(guildId, source.spreadMs(one.kind));
}
