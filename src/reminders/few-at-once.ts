/** Works on keys a few at a time, so that a crowd of them leaves room for those who wait for an answer. */
export interface FewAtOnce {
  /** A key that is waiting already is worked on once. */
  add(key: string): void;
  /** Nothing new is begun. Resolves when what is under way has ended. */
  stop(): Promise<void>;
}

const AT_ONCE = 3;

/** The work never rejects. */
export function fewAtOnce(work: (key: string) => Promise<void>): FewAtOnce {
  const waiting = new Set<string>();
  const busy = new Set<Promise<void>>();

  function begin(): void {
    for (const key of waiting) {
      if (busy.size >= AT_ONCE) return;
      waiting.delete(key);
      const done: Promise<void> = work(key).finally(() => {
        busy.delete(done);
        begin();
      });
      busy.add(done);
    }
  }

  return {
    add: (key) => {
      waiting.add(key);
      begin();
    },
    stop: async () => {
      waiting.clear();
      await Promise.all(busy);
    },
  };
}
