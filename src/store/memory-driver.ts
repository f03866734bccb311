import type { KeyRange } from "./document-key.ts";
import type { Driver } from "./driver.ts";

/** Keeps everything in a map, for tests and for trying things out. Two stores may share one. */
export function memoryDriver(texts: Map<string, string> = new Map()): Driver {
  const keysIn = ({ after, below }: KeyRange, atMost: number) =>
    [...texts.keys()]
      .filter((key) => key > after && key < below)
      .sort()
      .slice(0, atMost);

  return {
    origin: "The memory store",
    read: async (key) => texts.get(key),
    insert: async (key, text) => {
      if (texts.has(key)) return false;
      texts.set(key, text);
      return true;
    },
    replace: async (key, was, text) => {
      if (!texts.get(key)?.startsWith(was)) return false;
      texts.set(key, text);
      return true;
    },
    remove: async (key, was) => texts.get(key)?.startsWith(was) === true && texts.delete(key),
    rows: async (range, atMost) => keysIn(range, atMost).map((key) => ({ key, text: texts.get(key) ?? "" })),
    keys: async (range, atMost) => keysIn(range, atMost),
    compact: async () => undefined,
    close: async () => undefined,
  };
}
