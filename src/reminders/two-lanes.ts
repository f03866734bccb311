import type { Lane } from "./mail.ts";

/** Keys to work on: each by one worker at a time, and what somebody waits for before the rest. */
export interface TwoLanes {
  /** A key that is being worked on gets another turn afterwards, in the lane in which it is. */
  add(key: string, lane: Lane): void;
  isBusy(key: string): boolean;
  /** Nothing new is begun. Resolves when what is under way has ended. */
  stop(): Promise<void>;
}

/** As many at once keep the background's share busy over a slow network; what somebody waits for has more room. */
const AT_ONCE = { background: 12, prompt: 24 } as const satisfies Record<Lane, number>;

/** The work never rejects, and answers whether the key is to be worked on again. */
export function twoLanes(work: (key: string, lane: Lane) => Promise<boolean>): TwoLanes {
  const waiting: Record<Lane, Set<string>> = { prompt: new Set(), background: new Set() };
  const busy = new Map<string, Promise<void>>();
  const again = new Set<string>();
  let isStopped = false;

  function begin(): void {
    for (const lane of ["prompt", "background"] as const)
      for (const key of waiting[lane]) {
        if (isStopped || busy.size >= AT_ONCE[lane]) return;
        waiting.prompt.delete(key);
        waiting.background.delete(key);
        busy.set(key, turn(key, lane));
      }
  }

  async function turn(key: string, lane: Lane): Promise<void> {
    const isToGoOn = await work(key, lane);
    busy.delete(key);
    if (again.delete(key) || isToGoOn) waiting[lane].add(key);
    begin();
  }

  return {
    add: (key, lane) => {
      if (busy.has(key)) again.add(key);
      else waiting[lane].add(key);
      begin();
    },
    isBusy: (key) => busy.has(key),
    stop: async () => {
      isStopped = true;
      await Promise.all(busy.values());
    },
  };
}
