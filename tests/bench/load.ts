import { setTimeout as wait } from "node:timers/promises";
import type { Outcome } from "../../src/sandbox/people/protocol.ts";
import type { TrafficEntry } from "../../src/sandbox/traffic.ts";

export type Deed = () => Promise<Outcome>;

/** Does the deed `count` times, `inFlight` at once, and fails when one is not answered. */
export async function flood(deed: Deed, count: number, inFlight: number): Promise<void> {
  let left = count;
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (left-- > 0) mustBeAnswered(await deed());
    }),
  );
}

/** Does the deed `count` times at an even pace, whatever the answers take, and returns each answer's time in ms. */
export async function pace(deed: Deed, count: number, perSecond: number): Promise<readonly number[]> {
  const startedAt = performance.now();
  const answers: Promise<number>[] = [];
  for (let done = 0; done < count; done++) {
    const dueAt = startedAt + (done * 1000) / perSecond;
    while (performance.now() < dueAt) await wait(Math.max(0, dueAt - performance.now() - 1));
    answers.push(timed(deed));
  }
  return await Promise.all(answers);
}

async function timed(deed: Deed): Promise<number> {
  const askedAt = performance.now();
  mustBeAnswered(await deed());
  return performance.now() - askedAt;
}

function mustBeAnswered(outcome: Outcome): void {
  if (outcome.kind === "no-response" || outcome.kind === "refused")
    throw new Error(`Not answered: ${outcome.text}`);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/**
 * How long each answer took on the wire, in ms: from the packet that leaves for the bot to the request that arrives.
 * What the sandbox then makes of a card is its own time, and more for a card than for one embed.
 */
export function onTheWire(entries: readonly TrafficEntry[]): readonly number[] {
  const leftAt = new Map<string, number>();
  const times: number[] = [];
  for (const entry of entries) {
    if (
      entry.kind === "gateway" &&
      entry.direction === "out" &&
      entry.payload.includes('"INTERACTION_CREATE"')
    ) {
      const { d } = JSON.parse(entry.payload) as { readonly d: { readonly id: string } };
      leftAt.set(d.id, entry.at);
    }
    const id = entry.kind === "rest" ? /\/interactions\/(\d+)\//.exec(entry.path)?.[1] : undefined;
    const left = id === undefined ? undefined : leftAt.get(id);
    if (left !== undefined) times.push(entry.at - left);
  }
  return times;
}
