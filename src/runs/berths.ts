import { z } from "zod";
import { guildKey } from "../store/document-key.ts";
import { documentKind } from "../store/document-kind.ts";
import type { Store } from "../store/store.ts";
import type { Run } from "./run.ts";
import { openRuns } from "./store.ts";

const berth = z
  .object({
    runId: z.string().regex(/^[a-z0-9]{1,24}$/),
    leaderId: z.string().regex(/^\d{1,20}$/),
    takenAt: z.number().int(),
  })
  .readonly();
const held = z.object({ held: z.array(berth).readonly() }).readonly();

/** Runs of a guild that are about to be made: what is looked up before a run is made may have changed by then. */
export const berths = documentKind({
  name: "berths",
  version: 1,
  schema: held,
  initial: { held: [] } as z.infer<typeof held>,
});

type Planned = Pick<Run, "runId" | "leaderId">;

/** Whoever died over it holds nobody off for longer. */
const HELD_MS = 60_000;

const keyOf = (guildId: string) => guildKey(guildId, "berths");

/**
 * Stands in line for a place among a guild's runs. Resolves to those who came before and are not done yet: whoever
 * looks for runs after that, and counts these too, has counted all that came before.
 */
export function takeBerth(
  store: Store,
  guildId: string,
  { runId, leaderId }: Planned,
  now: number,
): Promise<readonly Planned[]> {
  return store.decide(keyOf(guildId), berths, ({ held: all }) => {
    const present = all.filter(({ takenAt }) => Math.abs(now - takenAt) < HELD_MS);
    const before = present.filter((one) => one.runId !== runId);
    return { document: { held: [...before, { runId, leaderId, takenAt: now }] }, outcome: before };
  });
}

/** The run is made, or is not going to be. */
async function leaveBerth(store: Store, guildId: string, { runId }: Planned): Promise<void> {
  await without(store, guildId, (one) => one.runId === runId);
}

/** Makes a run, or not, with a berth taken: what is open counts all that came before. */
export async function inBerth<Made>(
  store: Store,
  guildId: string,
  planned: Planned,
  now: number,
  make: (open: readonly Planned[]) => Promise<Made>,
): Promise<Made> {
  const before = await takeBerth(store, guildId, planned, now);
  try {
    return await make([...before, ...(await openRuns(store, guildId, now))]);
  } finally {
    await leaveBerth(store, guildId, planned).catch(() => undefined);
  }
}

/** Where a guild's documents name who is about to make a run; usually for a moment. */
export const berthTraces = {
  what: "a run you are about to make",
  collect: async (store: Store, guildId: string, userId: string): Promise<unknown> => {
    const { held: all } = await store.read(keyOf(guildId), berths);
    const own = all.filter(({ leaderId }) => leaderId === userId);
    return own.length === 0 ? undefined : own.map(({ runId }) => runId);
  },
  erase: (store: Store, guildId: string, userId: string): Promise<number> =>
    without(store, guildId, ({ leaderId }) => leaderId === userId),
};

/** How many there were. With the last of them the document goes. */
function without(store: Store, guildId: string, isGone: (one: Planned) => boolean): Promise<number> {
  return store.decide<z.infer<typeof held>, z.infer<typeof held>, number>(
    keyOf(guildId),
    berths,
    (before) => {
      const left = before.held.filter((one) => !isGone(one));
      const outcome = before.held.length - left.length;
      if (outcome === 0) return { document: before, outcome };
      return { document: left.length === 0 ? undefined : { held: left }, outcome };
    },
  );
}
