import type { Clock } from "../time/clock.ts";

/** Something that is looked after again and again. */
export interface Round {
  readonly what: string;
  readonly everyMs: number;
  run(): Promise<void>;
}

export interface Rounds {
  /** Resolves when what is under way is finished; nothing is begun any more. */
  stop(): Promise<void>;
}

interface Needs {
  readonly clock: Clock;
  /** How often to look whether something is due. */
  readonly lookEveryMs: number;
  report(what: string, error: unknown): void;
}

/** A round that failed is tried again this much later. */
const AGAIN_MS = 10 * 60_000;

/** Goes each round at once, and then by the domain clock; one that fails is reported and tried again. */
export function startRounds(rounds: readonly Round[], { clock, lookEveryMs, report }: Needs): Rounds {
  const due = new Map(rounds.map((round) => [round, { from: clock.now(), at: clock.now() }]));
  const running = new Map<Round, Promise<void>>();

  function look(): void {
    const now = clock.now();
    for (const [round, { from, at }] of due) {
      const isTurnedBack = now < from;
      if ((now >= at || isTurnedBack) && !running.has(round)) running.set(round, go(round, now));
    }
  }

  async function go(round: Round, now: number): Promise<void> {
    try {
      await round.run();
      due.set(round, { from: now, at: now + round.everyMs });
    } catch (error) {
      due.set(round, { from: now, at: now + Math.min(round.everyMs, AGAIN_MS) });
      report(round.what, error);
    } finally {
      running.delete(round);
    }
  }

  const timer = setInterval(look, lookEveryMs).unref();
  look();
  return {
    stop: async () => {
      clearInterval(timer);
      await Promise.all(running.values());
    },
  };
}
