import type { TurnedClock } from "../time/clock.ts";
import type { Timers } from "../time/timers.ts";

/** Something that is looked after again and again, by domain time. */
export interface Round {
  readonly what: string;
  readonly everyMs: number;
  run(): Promise<void>;
}

export interface Rounds {
  /** Nothing new is begun. Resolves when what is under way has ended. */
  stop(): Promise<void>;
}

interface Needs {
  readonly clock: TurnedClock;
  readonly timers: Timers;
  report(what: string, error: unknown): void;
}

const LOOK_EVERY_MS = 60_000;
/** A round that failed is tried again this much later. */
const AGAIN_MS = 10 * 60_000;

/** Goes every round at once, and then whenever it is due; one that fails is reported and tried again. */
export function startRounds(rounds: readonly Round[], { clock, timers, report }: Needs): Rounds {
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

  let cancel = () => {};
  function lookOnAndOn(): void {
    cancel = timers.after(LOOK_EVERY_MS, lookOnAndOn);
    look();
  }
  lookOnAndOn();
  const unhear = clock.onTurn(look);

  return {
    stop: async () => {
      cancel();
      unhear();
      await Promise.all(running.values());
    },
  };
}
