import type { Faction } from "../../catalog/game.ts";
import type { Mission } from "../../catalog/mission.ts";

/** All factions, or several. */
export const GOLD = 0xd4af37;
const GREY = 0x6b7280;

const OF_FACTIONS: Readonly<Record<Faction, number>> = {
  federation: 0x3b82f6,
  klingon: 0xdc2626,
  romulan: 0x16a34a,
  jemhadar: 0x8b5cf6,
  tos: 0x3b82f6,
  discovery: 0x3b82f6,
};

/** The edge's colour repeats what the words say: one faction's own, gold for several, grey when removed. */
export function accentOf({ state, factions }: Pick<Mission, "state" | "factions">): number {
  if (state === "removed") return GREY;
  const [only, ...others] = factions ?? [];
  return only === undefined || others.length > 0 ? GOLD : OF_FACTIONS[only];
}
