/** More than all that waits for the thread needs to be asked for and answered; nothing on a thread that is free. */
const TURNS = 8;

/**
 * Calls back when the time is up, unless it is called off by what this returns. Timers come before anything that waits
 * for a turn of the event loop, and a thread that was held up until then has perhaps not asked the database yet, or not
 * heard its answer: it is given some turns to.
 */
export function deadline(withinMs: number, passed: () => void): () => void {
  let isCalledOff = false;
  const timer = setTimeout(() => turn(TURNS), withinMs);

  function turn(left: number): void {
    if (isCalledOff) return;
    if (left === 0) passed();
    else setImmediate(turn, left - 1);
  }

  return () => {
    isCalledOff = true;
    clearTimeout(timer);
  };
}
