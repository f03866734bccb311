import type { z } from "zod";
import { isPlain, settledValue } from "./json.ts";
import { type Found, type Issue, type Look, lookedAt, lookFor } from "./look.ts";

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
    if (!Array.isArray(values)) return refused("Invalid input: expected array");
    const all: T[] = [];
    for (let at = 0; at < values.length; at++) {
      const found = look(values[at], tidy);
      if ("issues" in found) return { issues: found.issues.map((issue) => within(at, issue)) };
      all.push(found.value);
    }
    return { value: settledValue(all) };
  });
}

/** Many parts of one sort, each under a name of a certain form. */
export function partsByName<T extends object>(
  form: RegExp,
  schema: z.ZodType<T>,
): z.ZodType<Readonly<Record<string, T>>> {
  const look = onceOnly(schema);
  return lookedAt((values, tidy): Found<Readonly<Record<string, T>>> => {
    if (typeof values !== "object" || values === null || !isPlain(values))
      return refused("Invalid input: expected record");
    const all: Record<string, T> = {};
    for (const name in values) {
      if (!form.test(name)) return { issues: [{ path: [name], message: "Invalid key in record" }] };
      const found = look((values as Record<string, unknown>)[name], tidy);
      if ("issues" in found) return { issues: found.issues.map((issue) => within(name, issue)) };
      all[name] = found.value;
    }
    return { value: settledValue(all) };
  });
}

/** Looks at nothing twice that has come out of it. */
function onceOnly<T extends object>(schema: z.ZodType<T>): Look<T> {
  const known = new WeakSet<object>();
  const look = lookFor(schema);
  return (value, tidy) => {
    if (typeof value === "object" && value !== null && known.has(value)) return { value: value as T };
    const found = look(value, tidy);
    if ("value" in found) known.add(settledValue(found.value));
    return found;
  };
}

function refused(message: string): { readonly issues: readonly Issue[] } {
  return { issues: [{ path: [], message }] };
}

function within(where: PropertyKey, { path, message }: Issue): Issue {
  return { path: [where, ...path], message };
}
