import { deadline } from "./deadline.ts";
import type { Driver } from "./driver.ts";
import { tooSlow } from "./errand.ts";
import { inWords, StoreError } from "./store-error.ts";

/** Gives up on a database that does not answer in time, and turns whatever a driver throws into a `StoreError`. */
export function patientDriver(driver: Driver, answerWithinMs: number): Driver {
  const { origin } = driver;
  const within = <T>(work: () => Promise<T>, saved: "no" | "unknown") =>
    new Promise<T>((resolve, reject) => {
      const callOff = deadline(answerWithinMs, () => reject(tooSlow(origin, answerWithinMs, saved)));
      work().then(
        (answer) => {
          callOff();
          resolve(answer);
        },
        (error: unknown) => {
          callOff();
          reject(asStoreError(origin, error, saved));
        },
      );
    });

  return {
    origin,
    read: (key) => within(() => driver.read(key), "no"),
    insert: (key, text) => within(() => driver.insert(key, text), "unknown"),
    replace: (key, was, text) => within(() => driver.replace(key, was, text), "unknown"),
    remove: (key, was) => within(() => driver.remove(key, was), "unknown"),
    rows: (range, atMost) => within(() => driver.rows(range, atMost), "no"),
    keys: (range, atMost) => within(() => driver.keys(range, atMost), "no"),
    compact: () => driver.compact(),
    close: () => driver.close(),
  };
}

function asStoreError(origin: string, error: unknown, saved: "no" | "unknown"): StoreError {
  if (error instanceof StoreError) return error;
  return new StoreError({
    reason: "unreachable",
    origin,
    problem: `failed: ${inWords(error)}.`,
    remedy: "Away Team goes on by itself when it works again.",
    saved,
    cause: error,
  });
}
