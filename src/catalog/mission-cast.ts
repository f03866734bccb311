import { z } from "zod";
import { nameSchema as name, noteSchema as note, sentenceSchema as sentence } from "./schema.ts";

const named = z.strictObject({
  name: name.describe("The name as the game writes it."),
  note: note.optional(),
});

const placeSchema = z.strictObject({
  name: name.describe("The place's name as the game writes it."),
  within: z.array(name).optional().describe("Places inside it that appear: Quark's Bar in Deep Space 9."),
  note: note.optional(),
});

const shipSchema = z
  .strictObject({
    name: name.optional().describe("The ship's name: U.S.S. Enterprise-F."),
    class: name.optional().describe("The ship's class: Odyssey."),
    drawnFrom: name
      .optional()
      .describe(
        "What the source says instead of a class: random Federation escort, cruiser or science vessel.",
      ),
    note: note.optional(),
  })
  .refine((ship) => ship.name ?? ship.class, "A ship has a name or a class.");

/** Who and what appears in a mission. */
export const castSchema = z.strictObject({
  characters: z.array(named).optional().describe("Who appears."),
  places: z.array(placeSchema).optional().describe("Where it goes."),
  species: z.array(named).optional().describe("Whose people appear."),
  titles: z.array(name).optional().describe("Ranks and titles that occur: ambassador."),
  ships: z.array(shipSchema).optional().describe("Ships that appear, by name, by class, or both."),
  organisations: z.array(name).optional().describe("Powers, houses, agencies and companies that appear."),
  technology: z.array(name).optional().describe("Devices and phenomena that appear."),
  referencedOnly: z
    .strictObject({
      characters: z.array(name).optional().describe("People spoken of."),
      places: z.array(name).optional().describe("Places spoken of."),
      species: z.array(name).optional().describe("Species spoken of."),
      organisations: z.array(name).optional().describe("Organisations spoken of."),
    })
    .optional()
    .describe("What is spoken of but does not appear."),
  notes: z.array(sentence).optional().describe("What the sources say of who and what appears."),
});
