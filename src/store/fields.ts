import { z } from "zod";
import { asJson, frozen, isPlain } from "./json.ts";
import { type Look, lookFor } from "./look.ts";

/** What each field of a document has to be. */
export type Fields = readonly (readonly [name: string, look: Look<unknown>])[];

/** The fields of a schema that looks at each of them alone; `undefined` when it has a say in them together. */
export function fieldsOf(schema: z.ZodType): Fields | undefined {
  const inner = schema instanceof z.ZodReadonly ? schema.unwrap() : schema;
  if (!(inner instanceof z.ZodObject)) return undefined;
  const isLookedAtWhole = [schema, inner].some(({ def }) => (def.checks ?? []).length > 0);
  if (isLookedAtWhole || inner.def.catchall !== undefined) return undefined;
  return Object.entries(inner.shape as Record<string, z.ZodType>).map(([name, field]) => [
    name,
    frozenBy(lookFor(field)),
  ]);
}

/**
 * A document that was made from a good one: only the fields that are not the same as there are looked through.
 * `undefined` when one of them is not good. What comes out is frozen.
 */
export function changedFrom(before: unknown, after: unknown, fields: Fields): object | undefined {
  if (!isDocument(before) || !isDocument(after)) return undefined;
  const settled: Record<string, unknown> = {};
  for (const [name, look] of fields) {
    const value = after[name];
    const found = Object.is(value, before[name]) ? { value } : look(value, asJson);
    if ("issues" in found) return undefined;
    if (found.value !== undefined) settled[name] = found.value;
  }
  return Object.freeze(settled);
}

function frozenBy(look: Look<unknown>): Look<unknown> {
  return (value, tidy) => {
    const found = look(value, tidy);
    return "value" in found ? { value: frozen(found.value) } : found;
  };
}

function isDocument(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && isPlain(value);
}
