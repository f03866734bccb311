import { z } from "zod";

type Issue = Pick<z.core.$ZodIssue, "path" | "message">;

export type Found<T> = { readonly value: T } | { readonly issues: readonly Issue[] };

/** Whether a value is good. `tidy` makes JSON of what may be none yet. */
export type Look<T> = (value: unknown, tidy: (value: unknown) => unknown) => Found<T>;

const looks = new WeakMap<z.ZodType, Look<unknown>>();

/** A schema that looks in a way of its own. */
export function lookedAt<T>(look: Look<T>): z.ZodType<T> {
  const schema = z.unknown().transform((value, context): T => {
    const found = look(value, asItIs);
    if ("value" in found) return found.value;
    for (const { path, message } of found.issues) context.addIssue({ code: "custom", path, message });
    return z.NEVER;
  });
  looks.set(schema, look);
  return schema;
}

/** How a schema looks, without what zod needs around a schema that looks in a way of its own. */
export function lookFor<T>(schema: z.ZodType<T>): Look<T> {
  const known = looks.get(schema) as Look<T> | undefined;
  return known ?? ((value, tidy) => foundBy(schema, tidy(value)));
}

function foundBy<T>(schema: z.ZodType<T>, value: unknown): Found<T> {
  const parsed = schema.safeParse(value);
  return parsed.success ? { value: parsed.data } : { issues: parsed.error.issues };
}

function asItIs(value: unknown): unknown {
  return value;
}
