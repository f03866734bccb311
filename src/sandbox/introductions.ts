import type { OptionValues } from "./people/protocol.ts";
import type { Sandbox } from "./sandbox.ts";
import { CAST } from "./world/cast.ts";

const { people, fleet } = CAST;

/** Who plays whom. The stranger has told nobody. */
const CAPTAINS: readonly (readonly [userId: string, captain: OptionValues])[] = [
  [people.officer, { name: "T'Vela", faction: "federation", career: "science", level: 65 }],
  [people.reyes, { name: "Marisol Vega", faction: "tos", career: "engineering", level: 65 }],
  [people.kvorrah, { name: "Kor'gath", faction: "klingon", career: "tactical", level: 65 }],
  [people.juno, { name: "Arrhae", faction: "romulan-federation", career: "science", level: 65 }],
  [people.admiral, { name: "Okonjo", faction: "federation", career: "tactical", level: 65 }],
  [people.admiral, { name: "Dran", faction: "romulan-klingon", career: "engineering", level: 30 }],
];

/** The people tell the bot of their captains, as they would on their first day, so that no two of them are alike. */
export async function introduceCaptains({ as, world }: Pick<Sandbox, "as" | "world">): Promise<void> {
  const channelId = fleet.channels.lounge;
  for (const [userId, captain] of CAPTAINS) {
    const outcome = await as(userId, { channelId }).run("captain add", captain);
    if (outcome.kind === "message") world.channels.get(channelId)?.messages.delete(outcome.message.id);
  }
}
