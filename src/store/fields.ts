import { z } from "zod";
import { asJson } from "./part.ts";

/** What each field of a document has to be. */
export type Fields = Readonly<Record<string, z.ZodType>>;

/** The fields of a schema that looks at each of them alone; `undefined` when it has a say in them together. */
export function fieldsOf(schema: z.ZodType): Fields | undefined {
  const inner = schema instanceof z.ZodReadonly ? schema.unwrap() : schema;
  if (!(inner instanceof z.ZodObject)) return undefined;
  const isLookedAtWhole = [schema, inner].some(({ def }) => (def.checks ?? []).length > 0);
  return isLookedAtWhole || inner.def.catchall !== undefined ? undefined : (inner.shape as Fields);
}

/**
 * A document that was made from a good one: only the fields that are not the same as there are looked through.
 * `undefined` when one of them is not good.
 */
export function changedFrom(before: unknown, after: unknown, fields: Fields): object | undefined {
  if (!isOrdinary(before) || !isOrdinary(after)) return undefined;
  const settled: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(fields)) {
    const value = after[name];
    const parsed = Object.is(value, before[name]) ? { data: value } : schema.safeParse(asJson(value));
    if ("error" in parsed && parsed.error !== undefined) return undefined;
    if (parsed.data !== undefined) settled[name] = parsed.data;
  }
  return settled;
}

function isOrdinary(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype &&
    !("toJSON" in value)
  );
}
