import { present, sourcesOf } from "./data-import-words.ts";

type Json = Record<string, unknown>;

const FIELD_NAMES: Readonly<Record<string, string>> = { first_released: "firstReleased" };

export function arcsFile(arcs: readonly Json[], checkedOn: string): Json {
  return { $schema: "./schema/arcs.schema.json", checkedOn, arcs: arcs.map(arcRecord) };
}

function arcRecord(facts: Json): Json {
  const unverified = (facts["unverified"] as readonly string[] | undefined) ?? [];
  return present({
    slug: facts["slug"],
    name: facts["name"],
    aliases: facts["alt_names"],
    order: facts["order"],
    factions: facts["factions"],
    kind: facts["kind"],
    historical: facts["status"] === "historical" || undefined,
    firstReleased: facts["first_released"],
    notes: facts["notes"],
    unverified: unverified.map((field) => FIELD_NAMES[field] ?? field),
    sources: sourcesOf(facts["sources"] as readonly string[]),
  });
}
