import { z } from "zod";

/** Everything that came out of a part, whichever it was. */
const settledParts = new WeakSet<object>();

/**
 * A part of a document that is looked through once. What has come out of it is frozen, so that it is good for ever: a
 * change to a long document costs what was changed, not what is there. For what JSON can say, and without transforms.
 */
export function part<T extends object>(schema: z.ZodType<T>): z.ZodType<T> {
  const look = lookOf(schema);
  return z.unknown().transform((value, context): T => {
    const found = look(value);
    return "part" in found ? found.part : refused(context, [], found.issues);
  });
}

/** Many parts of one sort, in a list. */
export function parts<T extends object>(schema: z.ZodType<T>): z.ZodType<readonly T[]> {
  const look = lookOf(schema);
  return z.array(z.unknown()).transform((values, context): readonly T[] => {
    const all: T[] = [];
    for (const [at, value] of values.entries()) {
      const found = look(value);
      if (!("part" in found)) return refused(context, [at], found.issues);
      all.push(found.part);
    }
    return all;
  });
}

/** Many parts of one sort, each under a name of a certain form. */
export function partsByName<T extends object>(
  form: RegExp,
  schema: z.ZodType<T>,
): z.ZodType<Readonly<Record<string, T>>> {
  const look = lookOf(schema);
  return z.unknown().transform((values, context): Readonly<Record<string, T>> => {
    if (typeof values !== "object" || values === null || Array.isArray(values))
      return refused(context, [], [{ path: [], message: "Invalid input: expected record" }]);
    const all: Record<string, T> = {};
    for (const [name, value] of Object.entries(values)) {
      if (!form.test(name)) return refused(context, [name], [{ path: [], message: "Invalid key in record" }]);
      const found = look(value);
      if (!("part" in found)) return refused(context, [name], found.issues);
      all[name] = found.part;
    }
    return all;
  });
}

type Issue = Pick<z.core.$ZodIssue, "path" | "message">;

type Look<T> = { readonly part: T } | { readonly issues: readonly Issue[] };

function lookOf<T extends object>(schema: z.ZodType<T>): (value: unknown) => Look<T> {
  const known = new WeakSet<object>();
  return (value) => {
    if (typeof value === "object" && value !== null && known.has(value)) return { part: value as T };
    const parsed = schema.safeParse(value);
    if (!parsed.success) return { issues: parsed.error.issues };
    const settled = frozen(parsed.data);
    known.add(settled);
    settledParts.add(settled);
    return { part: settled };
  };
}

function refused(context: z.RefinementCtx, where: readonly PropertyKey[], issues: readonly Issue[]): never {
  for (const { path, message } of issues)
    context.addIssue({ code: "custom", path: [...where, ...path], message });
  return z.NEVER;
}

/** A value as it comes back when it was written as JSON and read again; parts that did so already are the same ones. */
export function asJson(value: unknown): unknown {
  if (typeof value === "number") return Number.isFinite(value) ? value + 0 : null;
  if (typeof value !== "object" || value === null) return value;
  if (settledParts.has(value)) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => (isSaid(item) ? asJson(item) : null));
  if (!isPlain(value)) return asSaid(value);

  const copy: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) if (isSaid(item)) copy[name] = asJson(item);
  return copy;
}

/** Freezes a value of plain JSON through and through. */
export function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || settledParts.has(value)) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}

function isSaid(value: unknown): boolean {
  return value !== undefined && typeof value !== "function" && typeof value !== "symbol";
}

/** Nothing that has a say in how it is written. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  const isOrdinary = prototype === Object.prototype || prototype === null;
  return isOrdinary && !("toJSON" in value) && !Object.hasOwn(value, "__proto__");
}

function asSaid(value: unknown): unknown {
  const json: string | undefined = JSON.stringify(value);
  return json === undefined ? undefined : JSON.parse(json);
}
