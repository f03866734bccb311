import { z } from "zod";
import { documentKind } from "../../src/store/document-kind.ts";

/** What these tests keep: a crew that people sign up for. */
const crew = z.object({ seats: z.number().int(), members: z.array(z.string()) }).readonly();
export type Crew = z.infer<typeof crew>;

export const crews = documentKind({ name: "crew", version: 1, schema: crew });

/** The same, but there is an empty one from the beginning. */
export const openCrews = documentKind({
  name: "crew",
  version: 1,
  schema: crew,
  initial: { seats: 5, members: [] } as Crew,
});

export function join(member: string): (crew: Crew) => Crew {
  return (before) => ({ ...before, members: [...before.members, member] });
}
