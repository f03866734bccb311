import { setImmediate as nextTurn } from "node:timers/promises";
import { ownerOf } from "./document-key.ts";
import type { Errand } from "./errand.ts";

export interface Lanes {
  enter(errand: Errand): void;
  /** Resolves when nothing waits and nothing is under way. */
  drained(): Promise<void>;
}

/**
 * One queue per guild (or user). Errands waiting for the same document are handed over together, in the order in which
 * they came. Each round begins on a fresh turn of the event loop: the database blocks the thread while it writes, and
 * everything that arrived meanwhile is to be in the next round.
 */
export function lanes(run: (errands: readonly Errand[]) => Promise<void>): Lanes {
  const waiting = new Map<string, Errand[]>();
  const running = new Set<Promise<void>>();

  async function drain(owner: string, lane: Errand[]): Promise<void> {
    for (;;) {
      await nextTurn();
      const [first] = lane;
      if (first === undefined) break;
      const together = lane.filter(({ key, kind }) => key === first.key && kind === first.kind);
      const others = lane.filter((errand) => !together.includes(errand));
      lane.splice(0, lane.length, ...others);
      await run(together);
    }
    waiting.delete(owner);
  }

  return {
    enter(errand) {
      const owner = ownerOf(errand.key);
      const lane = waiting.get(owner);
      if (lane !== undefined) {
        lane.push(errand);
        return;
      }
      const opened = [errand];
      waiting.set(owner, opened);
      const drained: Promise<void> = drain(owner, opened).finally(() => running.delete(drained));
      running.add(drained);
    },
    async drained() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
