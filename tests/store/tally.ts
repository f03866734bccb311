import { z } from "zod";
import { guildKey } from "../../src/store/document-key.ts";
import { documentKind } from "../../src/store/document-kind.ts";

/** Counts changes in two places and carries a load that belongs to the count, so that half a change shows. */
const tally = z.object({ count: z.number().int(), load: z.string(), again: z.number().int() }).readonly();
export type Tally = z.infer<typeof tally>;

export const tallies = documentKind({
  name: "tally",
  version: 1,
  schema: tally,
  initial: { count: 0, load: "", again: 0 } as Tally,
});

export const GUILDS = ["101", "102", "103"] as const;
export const tallyKey = (guildId: string) => guildKey(guildId, "tally");

export function counted({ count }: Tally): Tally {
  return { count: count + 1, load: loadOf(count + 1), again: count + 1 };
}

export function isWhole({ count, load, again }: Tally): boolean {
  return count === again && load === (count === 0 ? "" : loadOf(count));
}

/** From a few bytes to several pages of the database. */
function loadOf(count: number): string {
  return `${count};`.repeat(1 + ((count * 37) % 3000));
}
