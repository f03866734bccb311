import type { Timers } from "../time/timers.ts";
import { heap } from "./heap.ts";

/** Many keys, each with an instant, and one timer for all of them. */
export interface Agenda {
  readonly size: number;
  /** Replaces the instant that the key had. */
  set(key: string, at: number): void;
  delete(key: string): void;
  /** Looks at the clock again, which may have been turned. */
  wake(): void;
  close(): void;
}

export interface AgendaOptions {
  /** The clock that the instants are of. */
  now(): number;
  after: Timers["after"];
  ring(key: string): void;
}

/** A machine that slept, or whose clock was set, is noticed within this time. */
const LOOK_AGAIN_MS = 30_000;

export function agenda({ now, after, ring }: AgendaOptions): Agenda {
  const instants = new Map<string, number>();
  let queue = heap();
  let disarm: (() => void) | undefined;
  let armedFor = Number.POSITIVE_INFINITY;

  /** The heap keeps what was replaced until it comes up; when that is most of it, it is made anew. */
  function push(key: string, at: number): void {
    queue.push({ key, at });
    if (queue.size < 2 * instants.size + 1_000) return;
    queue = heap();
    for (const [each, instant] of instants) queue.push({ key: each, at: instant });
  }

  function arm(): void {
    const next = queue.peek();
    if (next === undefined || (disarm !== undefined && armedFor <= next.at)) return;
    disarm?.();
    armedFor = next.at;
    disarm = after(Math.max(0, Math.min(next.at - now(), LOOK_AGAIN_MS)), wake);
  }

  function wake(): void {
    disarm?.();
    disarm = undefined;
    const rung: string[] = [];
    for (let next = queue.peek(); next !== undefined && next.at <= now(); next = queue.peek()) {
      queue.pop();
      if (instants.get(next.key) !== next.at) continue;
      instants.delete(next.key);
      rung.push(next.key);
    }
    rung.forEach(ring);
    arm();
  }

  return {
    get size() {
      return instants.size;
    },
    set(key, at) {
      if (instants.get(key) === at) return;
      instants.set(key, at);
      push(key, at);
      arm();
    },
    delete: (key) => void instants.delete(key),
    wake,
    close() {
      disarm?.();
      instants.clear();
      queue = heap();
    },
  };
}
