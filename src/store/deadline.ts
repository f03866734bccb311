/** By so much a timer may come late on a thread that has something to do. */
const LATE_MS = 50;
/** Enough for all that waited for the thread to be asked for, and answered. */
const CHANCE_MS = 250;

/**
 * Calls back when the time is up, unless it is called off by what this returns. A thread that was held up until then
 * has not asked the database yet, or not heard its answer: it is given a chance to.
 */
export function deadline(withinMs: number, passed: () => void): () => void {
  const setAt = performance.now();
  let timer = setTimeout(() => {
    const lateMs = performance.now() - setAt - withinMs;
    if (lateMs < LATE_MS) passed();
    else timer = setTimeout(passed, CHANCE_MS);
  }, withinMs);
  return () => clearTimeout(timer);
}
