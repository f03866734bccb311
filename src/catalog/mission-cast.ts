import { z } from "zod";
import { nameSchema as name, sentenceSchema as sentence } from "./schema.ts";

const placeSchema = z.strictObject({ name, within: z.array(name).optional(), note: sentence.optional() });

const shipSchema = z
  .strictObject({
    name: name.optional(),
    class: name.optional(),
    /** What the source says instead of a class: `random Federation escort, cruiser or science vessel`. */
    drawnFrom: name.optional(),
    note: sentence.optional(),
  })
  .refine((ship) => ship.name ?? ship.class, "A ship has a name or a class.");

/** Who and what appears in a mission. */
export const castSchema = z.strictObject({
  characters: z.array(z.strictObject({ name, note: sentence.optional() })).optional(),
  places: z.array(placeSchema).optional(),
  species: z.array(z.strictObject({ name, note: sentence.optional() })).optional(),
  titles: z.array(name).optional(),
  ships: z.array(shipSchema).optional(),
  organisations: z.array(name).optional(),
  technology: z.array(name).optional(),
  /** What is spoken of but does not appear. */
  referencedOnly: z
    .strictObject({
      characters: z.array(name).optional(),
      places: z.array(name).optional(),
      species: z.array(name).optional(),
      organisations: z.array(name).optional(),
    })
    .optional(),
  notes: z.array(sentence).optional(),
});
