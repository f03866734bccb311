import type { Faction } from "./game.ts";
import type { Game } from "./game-facts.ts";

/** What a captain of this level is called. */
export function rankOf(game: Game, faction: Faction, level: number): string | undefined {
  const ladder = game.factions.find(({ slug }) => slug === faction)?.ranks;
  return ladder && game.ranks.ladders[ladder].findLast((step) => step.level <= level)?.rank;
}

/** The marks in which items drop at this level: `["VII", "VIII"]`. */
export function marksAt(game: Game, level: number): readonly string[] {
  return game.markGrades.levels.findLast(({ fromLevel }) => fromLevel <= level)?.marks ?? [];
}
