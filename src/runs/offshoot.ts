import type { Store } from "../store/store.ts";
import type { Run } from "./run.ts";
import { runKey, runs } from "./store.ts";

/** Stores a team that was split off under its own key; done twice it does no more than once. */
export async function storeOffshoot(
  store: Store,
  guildId: string,
  { runId, offshoot }: Run,
): Promise<Run | undefined> {
  if (offshoot === undefined) return undefined;
  await store.create(runKey(guildId, offshoot.runId), runs, offshoot);
  await store.update(runKey(guildId, runId), runs, (run) =>
    run?.offshoot?.runId === offshoot.runId ? { ...run, offshoot: undefined } : run,
  );
  return offshoot;
}
