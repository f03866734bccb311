import type { Override } from "../../guilds/overrides.ts";
import { escapeText } from "../../ui/text.ts";
import { fleetTexts as say } from "../text/fleet.ts";

/** What the fleet says of a record for itself, apart from what the sources say; nothing when it says nothing. */
export function fleetView(fleet: Override | undefined): readonly string[] {
  if (fleet === undefined) return [];
  const { difficulty, level, aliases, note } = fleet;
  const facts = [
    difficulty && say.difficulty(difficulty),
    level === undefined ? undefined : say.level(level),
    aliases.length === 0 ? undefined : say.aliases(aliases.map(escapeText)),
  ].filter((fact) => fact !== undefined);
  const lines = [
    [say.heading, ...facts].join(" · "),
    ...(note === undefined ? [] : [`> ${escapeText(note)}`]),
    `-# ${say.notSourced}`,
  ];
  return [lines.join("\n")];
}
