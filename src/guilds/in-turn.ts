import type { Store } from "../store/store.ts";

const lanes = new WeakMap<Store, Map<string, Promise<void>>>();

/** Work on one guild's imports goes one after the other, whoever asks for it. */
export function inTurn<T>(store: Store, guildId: string, work: () => Promise<T>): Promise<T> {
  const lane = lanes.get(store) ?? new Map<string, Promise<void>>();
  lanes.set(store, lane);
  const working = (lane.get(guildId) ?? Promise.resolve()).then(work);
  const over: Promise<void> = working
    .then(
      () => undefined,
      () => undefined,
    )
    .finally(() => {
      if (lane.get(guildId) === over) lane.delete(guildId);
    });
  lane.set(guildId, over);
  return working;
}
