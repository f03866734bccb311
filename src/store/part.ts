import type { z } from "zod";
import { isSettledBy, settle, settleList } from "./json.ts";
import { type Found, type Look, lookedAt, lookFor } from "./look.ts";

/**
 * A part of a document that is looked through once. What has come out of it is frozen, so that it is good for ever: a
 * change to a long document costs what was changed, not what is there. For what JSON can say, and without transforms.
 */
export function part<T extends object>(schema: z.ZodType<T>): z.ZodType<T> {
  return lookedAt(onceOnly(schema));
}

/** Many parts of one sort, in a list. */
export function parts<T extends object>(schema: z.ZodType<T>): z.ZodType<readonly T[]> {
  const look = onceOnly(schema);
  return lookedAt((values, tidy): Found<readonly T[]> => {
    if (!Array.isArray(values)) return { issues: [{ path: [], message: "Invalid input: expected array" }] };
    const all: T[] = [];
    for (let at = 0; at < values.length; at++) {
      const found = look(values[at], tidy);
      if ("issues" in found)
        return { issues: found.issues.map(({ path, message }) => ({ path: [at, ...path], message })) };
      all.push(found.value);
    }
    return { value: settleList(all, look) };
  });
}

/** Looks at nothing twice that has come out of it. */
function onceOnly<T extends object>(schema: z.ZodType<T>): Look<T> {
  const look = lookFor(schema);
  return (value, tidy) => {
    if (isSettledBy(value, schema)) return { value: value as T };
    const found = look(value, tidy);
    return "value" in found ? { value: settle(found.value, schema) } : found;
  };
}
