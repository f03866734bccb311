import type { Errand } from "./errand.ts";

export interface Lanes {
  enter(errand: Errand): void;
  /** Resolves when nothing waits and nothing is under way. */
  drained(): Promise<void>;
}

/**
 * One queue per document. Errands waiting for the same document are handed over together, in the order in which they
 * came, and all documents that are free in the same turn of the event loop: the database blocks the thread while it
 * writes, and everything that arrived meanwhile is to share the next write.
 */
export function lanes(run: (errands: readonly Errand[]) => Promise<void>): Lanes {
  const waiting = new Map<string, Errand[]>();
  const running = new Map<string, Promise<void>>();
  let isTurnComing = false;

  function takeTurn(): void {
    if (isTurnComing) return;
    isTurnComing = true;
    setImmediate(turn);
  }

  function turn(): void {
    isTurnComing = false;
    for (const [key, lane] of waiting) {
      if (running.has(key)) continue;
      const kind = lane[0]?.kind;
      const together = lane.filter((errand) => errand.kind === kind);
      if (together.length === lane.length) waiting.delete(key);
      else
        waiting.set(
          key,
          lane.filter((errand) => errand.kind !== kind),
        );
      running.set(key, work(key, together));
    }
  }

  async function work(key: string, errands: readonly Errand[]): Promise<void> {
    await run(errands);
    running.delete(key);
    if (waiting.has(key)) takeTurn();
  }

  return {
    enter(errand) {
      const lane = waiting.get(errand.key);
      if (lane !== undefined) {
        lane.push(errand);
        return;
      }
      waiting.set(errand.key, [errand]);
      if (!running.has(errand.key)) takeTurn();
    },
    async drained() {
      while (running.size > 0 || waiting.size > 0) {
        await Promise.all(running.values());
        if (waiting.size > 0) await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}
