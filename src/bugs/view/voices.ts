import { type APIMessageTopLevelComponent, ComponentType } from "discord-api-types/v10";
import { factionNames } from "../../captains/names.ts";
import type { Faction } from "../../catalog/game.ts";
import { select, text } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { escapeText } from "../../ui/text.ts";
import type { KnownBug } from "../known.ts";
import type { Saying } from "../ledger.ts";
import { voiceTexts as say } from "../text/voices.ts";

export interface OfferedFaction {
  readonly faction: Faction;
  /** The asker's captains of this faction. */
  readonly captains: readonly string[];
}

/** For somebody of whom it is not known as what they play, or who plays several factions. */
export function factionQuestion(
  { handle, summary }: KnownBug,
  says: Saying,
  offered: readonly OfferedFaction[],
): APIMessageTopLevelComponent[] {
  const options = offered.map(({ faction, captains }) => ({
    label: factionNames[faction],
    value: faction,
    description: captains.join(", "),
  }));
  const isStranger = offered.every(({ captains }) => captains.length === 0);
  const question = say.ask[says](escapeText(summary));
  return [
    text(isStranger ? `${question}\n${say.noCaptain}` : question),
    {
      type: ComponentType.ActionRow,
      components: [select({ id: customId("bugs", "speak", handle, says), placeholder: say.pick, options })],
    },
  ];
}
