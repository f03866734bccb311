import type { Driver } from "../../src/store/driver.ts";

/** How one call goes wrong. `undone`: nothing happened. `done`: it happened all the same. `late`: it happens afterwards. */
export const faults = [
  "throws, undone",
  "throws, done",
  "says no, undone",
  "says no, done",
  "hangs, undone",
  "hangs, done",
  "hangs, late",
] as const;
export type Fault = (typeof faults)[number];

const LATE_MS = 120;

export interface FaultyDriver extends Driver {
  /** How many calls came so far. */
  readonly calls: number;
  /** Resolves when whatever was to happen late has happened. */
  settled(): Promise<void>;
}

/** Does its work, but for call number `at` (counted from 1), which goes wrong in the way that `fault` says. */
export function faultyDriver(driver: Driver, at: number, fault: Fault): FaultyDriver {
  let calls = 0;
  let late: Promise<unknown> = Promise.resolve();

  function call<T>(work: () => Promise<T>, no?: T): Promise<T> {
    calls++;
    if (calls !== at) return work();
    const hasNo = no !== undefined;
    switch (fault) {
      case "throws, undone":
        return Promise.reject(new Error("the disk has gone"));
      case "throws, done":
        return work().then(() => Promise.reject(new Error("the disk has gone")));
      case "says no, undone":
        return hasNo ? Promise.resolve(no) : work();
      case "says no, done":
        return hasNo ? work().then(() => no) : work();
      case "hangs, undone":
        return new Promise(() => undefined);
      case "hangs, done":
        return work().then(() => new Promise(() => undefined));
      case "hangs, late":
        late = new Promise((resolve) => setTimeout(resolve, LATE_MS)).then(work);
        return new Promise(() => undefined);
    }
  }

  return {
    origin: driver.origin,
    read: (key) => call(() => driver.read(key)),
    insert: (key, text) => call(() => driver.insert(key, text), false),
    replace: (key, was, text) => call(() => driver.replace(key, was, text), false),
    remove: (key, was) => call(() => driver.remove(key, was), false),
    rows: (range, atMost) => call(() => driver.rows(range, atMost)),
    keys: (range, atMost) => call(() => driver.keys(range, atMost)),
    compact: () => driver.compact(),
    close: () => driver.close(),
    get calls() {
      return calls;
    },
    settled: async () => {
      await late;
    },
  };
}
