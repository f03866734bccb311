import { LRUCache } from "lru-cache";
import type { Opened } from "./envelope.ts";
import type { AnyKind } from "./errand.ts";

/**
 * The documents used most recently, parsed. Nothing rests on it: a write compares what is stored, never what is
 * remembered here, so a stale document costs another round.
 */
export interface Shelf {
  find(key: string, kind: AnyKind): Opened<unknown> | undefined;
  /** After a write: this is what is stored now. */
  put(key: string, kind: AnyKind, opened: Opened<unknown>, chars: number): void;
  /** After a read that began at `since`: not remembered if anything was written meanwhile. */
  offer(since: number, key: string, kind: AnyKind, opened: Opened<unknown>, chars: number): void;
  /** Rises with every write. */
  readonly writes: number;
  drop(key: string): void;
  /** Nobody knows what a write has done. The document is not remembered until a later write is certain. */
  distrust(key: string): void;
}

interface Remembered {
  readonly kind: AnyKind;
  readonly opened: Opened<unknown>;
  readonly chars: number;
}

/** With room for no characters it remembers nothing. */
export function shelf(chars: number): Shelf {
  const remembered =
    chars === 0
      ? undefined
      : new LRUCache<string, Remembered>({ maxSize: chars, sizeCalculation: (one) => one.chars });
  const distrusted = new Set<string>();
  let writes = 0;

  return {
    find: (key, kind) => {
      const one = remembered?.get(key);
      return one?.kind === kind ? one.opened : undefined;
    },
    put: (key, kind, opened, size) => {
      writes++;
      distrusted.delete(key);
      remembered?.set(key, { kind, opened, chars: size });
    },
    offer: (since, key, kind, opened, size) => {
      if (since === writes && !distrusted.has(key)) remembered?.set(key, { kind, opened, chars: size });
    },
    get writes() {
      return writes;
    },
    drop: (key) => {
      writes++;
      remembered?.delete(key);
    },
    distrust: (key) => {
      writes++;
      remembered?.delete(key);
      if (remembered !== undefined) distrusted.add(key);
    },
  };
}
