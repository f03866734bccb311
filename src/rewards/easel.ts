import { Worker } from "node:worker_threads";
import type { Timers } from "../time/timers.ts";
import type { Chart } from "./chart.ts";

/** Gives a chart as a PNG. Rejects when it cannot be drawn. */
export type Draw = (chart: Chart) => Promise<Uint8Array>;

/**
 * Draws in a thread of its own, one picture at a time, so that no answer waits for one. The thread comes with the
 * first picture and goes when none was wanted for a while.
 */
export interface Easel {
  readonly draw: Draw;
  close(): Promise<void>;
}

/** What the thread answers to a chart. */
export type Drawn =
  | { readonly number: number; readonly png: Uint8Array }
  | { readonly number: number; readonly trouble: string };

const IDLE_MS = 60_000;
/** A picture takes some hundredths of a second; a thread that says nothing for so long has died in silence. */
const WITHIN_MS = 10_000;

interface Waiting {
  give(png: Uint8Array): void;
  fail(error: Error): void;
}

export function createEasel(timers: Timers): Easel {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let drawn = 0;
  let stopWatching: () => void = () => undefined;

  function begin(): Worker {
    const begun = new Worker(new URL("./drawing.ts", import.meta.url));
    begun.unref();
    begun.on("message", hear);
    begun.on("error", (error) => begun === thread && giveUp(`The drawing thread died: ${String(error)}`));
    begun.on("exit", () => begun === thread && giveUp("The drawing thread has ended."));
    return begun;
  }

  function hear(answer: Drawn): void {
    const one = waiting.get(answer.number);
    waiting.delete(answer.number);
    if ("png" in answer) one?.give(answer.png);
    else one?.fail(new Error(`A picture could not be drawn: ${answer.trouble}`));
    watch();
  }

  function watch(): void {
    stopWatching();
    stopWatching =
      waiting.size > 0
        ? timers.after(WITHIN_MS, () => giveUp("The drawing thread does not answer."))
        : timers.after(IDLE_MS, () => void leave());
  }

  function giveUp(why: string): void {
    void leave();
    for (const one of waiting.values()) one.fail(new Error(why));
    waiting.clear();
  }

  async function leave(): Promise<void> {
    stopWatching();
    const left = thread;
    thread = undefined;
    await left?.terminate();
  }

  return {
    draw: (chart) =>
      new Promise((give, fail) => {
        thread ??= begin();
        const number = ++drawn;
        const isFirst = waiting.size === 0;
        waiting.set(number, { give, fail });
        thread.postMessage({ number, chart });
        if (isFirst) watch();
      }),
    close: async () => {
      await leave();
      giveUp("Nothing is drawn any more.");
    },
  };
}
