import type { ProtocolTime } from "../protocol-time.ts";

const DAY_MS = 86_400_000;

export interface StartLimit {
  /** False when the day's starts are used up. */
  use(): boolean;
  json(): {
    readonly total: number;
    readonly remaining: number;
    readonly reset_after: number;
    readonly max_concurrency: number;
  };
}

/** How many sessions an application may start in a day. Resuming one is free. */
export function startLimit(time: ProtocolTime, total: number): StartLimit {
  let remaining = total;
  let resetsAt = time.now() + DAY_MS;

  function refill(): void {
    if (time.now() < resetsAt) return;
    remaining = total;
    resetsAt = time.now() + DAY_MS;
  }

  return {
    use() {
      refill();
      if (remaining === 0) return false;
      remaining -= 1;
      return true;
    },
    json() {
      refill();
      return { total, remaining, reset_after: Math.max(0, resetsAt - time.now()), max_concurrency: 1 };
    },
  };
}
