import type { IIdentifyThrottler } from "@discordjs/ws";
import type { IdentifyBudget } from "./identify-budget.ts";
import type { Wait } from "./wait.ts";

export interface TurnsOptions {
  readonly budget: IdentifyBudget;
  /** How many shards may log in at once, as Discord tells. */
  readonly concurrency: number;
  readonly wait: Wait;
  /** Milliseconds of a clock that never jumps. */
  now(): number;
  /** The day's logins are spent; nobody gets a turn any more. */
  onSpent(): void;
}

/** Discord takes one login every five seconds from each bucket of shards; a little more allows for the way there. */
const APART_MS = 5_250;

/**
 * Lets shards log in one after the other as Discord asks, each counted against the day. A shard that was closed while
 * it waited gives its turn up; it asks again with its next connection.
 */
export function identifyTurns({ budget, concurrency, wait, now, onSpent }: TurnsOptions): IIdentifyThrottler {
  const queues = new Map<number, Promise<void>>();
  const lastAt = new Map<number, number>();

  async function take(bucket: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const waitMs = (lastAt.get(bucket) ?? Number.NEGATIVE_INFINITY) + APART_MS - now();
    if (waitMs > 0) await wait(waitMs, signal);
    signal.throwIfAborted();
    if (!budget.spend()) {
      onSpent();
      await new Promise<never>(() => {});
    }
    lastAt.set(bucket, now());
  }

  return {
    waitForIdentify: (shardId, signal) => {
      const bucket = shardId % concurrency;
      const turn = (queues.get(bucket) ?? Promise.resolve()).then(() => take(bucket, signal));
      queues.set(
        bucket,
        turn.catch(() => undefined),
      );
      return turn;
    },
  };
}
