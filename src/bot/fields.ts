import { isObject } from "./asker.ts";

/** What stands in the fields of a form that was sent, by the name of the field. */
export interface Fields {
  /** A text, or the first of what was picked; nothing for a field that is not there. */
  field(name: string): string;
  /** Everything that was picked. */
  picks(name: string): readonly string[];
}

export function fieldsIn(components: unknown): Fields {
  const fields = new Map(everyField(components));
  const picks = (name: string) => fields.get(name) ?? [];
  return { field: (name) => picks(name)[0] ?? "", picks };
}

function everyField(components: unknown): readonly (readonly [name: string, values: readonly string[]])[] {
  if (!Array.isArray(components)) return [];
  return components.filter(isObject).flatMap((one) => {
    const inside = isObject(one["component"]) ? [one["component"]] : one["components"];
    const name = one["custom_id"];
    if (typeof name !== "string") return everyField(inside);
    const values: readonly unknown[] = Array.isArray(one["values"]) ? one["values"] : [one["value"]];
    return [[name, values.filter((value) => typeof value === "string")] as const];
  });
}
