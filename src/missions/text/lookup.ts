import type { Appearance, ThingKind } from "../../catalog/things.ts";
import { list, plural } from "./names.ts";

const thingKindNames: Readonly<Record<ThingKind, string>> = {
  character: "character",
  place: "place",
  species: "species",
  ship: "ship",
  organisation: "organisation",
  technology: "technology",
  item: "item or reward",
  accolade: "accolade",
  enemy: "foe",
};

export const lookupTexts = {
  kinds: (kinds: readonly ThingKind[]) => list(kinds.map((kind) => thingKindNames[kind])),
  within: (places: readonly string[]) => `part of ${list(places)}`,
  appearsIn: (count: number) => `Appears in ${plural(count, "record", "records")}`,
  as: ({ kinds, referencedOnly }: Appearance, ownKinds: readonly ThingKind[]) =>
    [
      kinds.length < ownKinds.length ? `as ${list(kinds.map((kind) => thingKindNames[kind]))}` : undefined,
      referencedOnly ? "only spoken of" : undefined,
    ].filter((part) => part !== undefined),
  more: (count: number) => `-# and ${count.toLocaleString("en-US")} more; the list opens the first ones.`,
  bugs: (count: number) => plural(count, "known bug", "known bugs"),
  open: "Open one",
  unknown: (typed: string) => `No record names “${typed}”.`,
  didYouMean: "Did you mean one of these?",
  nothingNear: "Nothing is near it. Pick from the list that opens as you type.",
  gone: "I no longer know that. Run /lookup again and pick from the list.",
};

export const lookupExamples = [
  { typed: "/lookup Loriss", does: "tells in which missions Loriss appears" },
  { typed: "/lookup Ketracel White", does: "tells which missions have to do with it" },
];
