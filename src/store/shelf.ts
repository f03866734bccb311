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
  /** After a read, as `offer`: there is no such document. Most guilds never write most of theirs. */
  offerAbsence(since: number, key: string): void;
  isAbsent(key: string): boolean;
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

/** Keys alone are small; the oldest of very many are forgotten. */
const ABSENCES = 20_000;

/** With room for no characters it remembers nothing. */
export function shelf(room: number): Shelf {
  /** What was used since the last change of places, and what was used before that and not since. */
  let recent = new Map<string, Remembered>();
  let older = new Map<string, Remembered>();
  const distrusted = new Set<string>();
  const absent = new Set<string>();
  let taken = 0;
  let writes = 0;

  function remove(key: string): void {
    const one = recent.get(key);
    if (one !== undefined) {
      recent.delete(key);
      taken -= one.chars;
    }
    older.delete(key);
  }

  /** What is used stays without being moved each time: half of the room changes places with the other half. */
  function place(key: string, one: Remembered): void {
    if (one.chars > room / 2) {
      remove(key);
      return;
    }
    taken += one.chars - (recent.get(key)?.chars ?? 0);
    if (taken > room / 2) {
      older = recent;
      recent = new Map();
      taken = one.chars;
    }
    recent.set(key, one);
  }

  function used(key: string): Remembered | undefined {
    const known = recent.get(key);
    if (known !== undefined) return known;
    const one = older.get(key);
    if (one !== undefined) place(key, one);
    return one;
  }

  return {
    find: (key, kind) => {
      const one = used(key);
      if (one === undefined || one.kind === kind) return one?.opened;
      remove(key);
      return undefined;
    },
    put: (key, kind, opened, chars) => {
      writes++;
      distrusted.delete(key);
      absent.delete(key);
      place(key, { kind, opened, chars });
    },
    offer: (since, key, kind, opened, chars) => {
      if (since === writes && !distrusted.has(key)) place(key, { kind, opened, chars });
    },
    offerAbsence: (since, key) => {
      if (room === 0 || since !== writes || distrusted.has(key)) return;
      absent.add(key);
      for (const oldest of absent) {
        if (absent.size <= ABSENCES) return;
        absent.delete(oldest);
      }
    },
    isAbsent: (key) => absent.has(key),
    get writes() {
      return writes;
    },
    drop: (key) => {
      writes++;
      absent.delete(key);
      remove(key);
    },
    distrust: (key) => {
      writes++;
      absent.delete(key);
      remove(key);
      distrusted.add(key);
    },
  };
}
