import { isObject } from "./asker.ts";

/** What stands in the fields of a form that was sent, by the name of the field: a text, or the first that was picked. */
export function fieldsIn(components: unknown): (name: string) => string {
  const fields = new Map(everyField(components));
  return (name) => fields.get(name) ?? "";
}

function everyField(components: unknown): readonly (readonly [name: string, value: string])[] {
  if (!Array.isArray(components)) return [];
  return components.filter(isObject).flatMap((one) => {
    const inside = isObject(one["component"]) ? [one["component"]] : one["components"];
    const name = one["custom_id"];
    if (typeof name !== "string") return everyField(inside);
    const value: unknown = Array.isArray(one["values"]) ? one["values"][0] : one["value"];
    return [[name, typeof value === "string" ? value : ""] as const];
  });
}
