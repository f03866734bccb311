import type { Lane } from "../reminders/mail.ts";
import type { Timers } from "../time/timers.ts";

/**
 * Lets requests go one by one, so that Discord's limit for the whole bot is never met. Those that somebody waits for
 * go first. First answers to interactions are not counted: they lie outside that limit, and never come this way.
 */
export interface Pace {
  /** Resolves when it is its turn; false when there are no more turns. */
  turn(lane: Lane): Promise<boolean>;
  close(): void;
}

/**
 * Discord takes 50 in a second. Requests that set out apart may arrive together when a machine or a network falters, so
 * they are let go evenly, at most 32 in any second: 20 of these in the background.
 */
const WINDOW_MS = 250;
const ALL = 8;
const BACKGROUND = 5;
/** While others wait in the background, so that they are not kept waiting for ever. */
const PROMPT_BEFORE_OTHERS = 6;

export function pace(timers: Timers): Pace {
  const waiting: Record<Lane, ((isTurn: boolean) => void)[]> = { prompt: [], background: [] };
  let all: readonly number[] = [];
  let background: readonly number[] = [];
  let prompt: readonly number[] = [];
  let isArmed = false;
  let isClosed = false;

  function pump(): void {
    const now = timers.now();
    const isRecent = (at: number) => at > now - WINDOW_MS;
    all = all.filter(isRecent);
    background = background.filter(isRecent);
    prompt = prompt.filter(isRecent);

    while (all.length < ALL) {
      const lane = nextLane();
      const go = lane && waiting[lane].shift();
      if (go === undefined) break;
      all = [...all, now];
      if (lane === "prompt") prompt = [...prompt, now];
      else background = [...background, now];
      go(true);
    }
    arm(now);
  }

  function nextLane(): Lane | undefined {
    const isBackgroundsTurn = waiting.background.length > 0 && background.length < BACKGROUND;
    if (waiting.prompt.length === 0) return isBackgroundsTurn ? "background" : undefined;
    return isBackgroundsTurn && prompt.length >= PROMPT_BEFORE_OTHERS ? "background" : "prompt";
  }

  function arm(now: number): void {
    if (isArmed || waiting.prompt.length + waiting.background.length === 0) return;
    const full = all.length >= ALL ? all : background;
    isArmed = true;
    timers.after(Math.max(1, (full[0] ?? now) + WINDOW_MS - now), () => {
      isArmed = false;
      pump();
    });
  }

  return {
    turn: (lane) =>
      new Promise((resolve) => {
        if (isClosed) return resolve(false);
        waiting[lane].push(resolve);
        pump();
      }),
    close: () => {
      isClosed = true;
      for (const lane of [waiting.prompt, waiting.background]) for (const go of lane.splice(0)) go(false);
    },
  };
}
