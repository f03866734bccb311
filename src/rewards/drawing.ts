import { parentPort } from "node:worker_threads";
import type { Chart } from "./chart.ts";
import type { Drawn } from "./easel.ts";
import { draw } from "./picture.ts";

/** The thread of an easel: charts come in, pictures go out, in the order in which they came. */
let last: Promise<void> = Promise.resolve();
parentPort?.on("message", ({ number, chart }: { readonly number: number; readonly chart: Chart }) => {
  last = last.then(async () => parentPort?.postMessage(await drawn(number, chart)));
});

async function drawn(number: number, chart: Chart): Promise<Drawn> {
  try {
    return { number, png: await draw(chart) };
  } catch (error) {
    return { number, trouble: error instanceof Error ? error.message : String(error) };
  }
}
