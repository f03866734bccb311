import { jobs, type Role, type RolePlace, runLimits } from "./run.ts";

const WORDS: Readonly<Record<Role, RegExp>> = {
  tank: /^tanks?$/,
  heal: /^(?:heal(?:er)?s?|healing|support|supports)$/,
  damage: /^(?:damage|dmg|dps|dd)$/,
  tactical: /^(?:tac|tacs|tacticals?)$/,
  engineering: /^(?:eng|engs|engineers?|engineering)$/,
  science: /^(?:sci|scis|science|scientists?)$/,
};

const CAREERS = ["tactical", "engineering", "science"] as const;

/**
 * Reads which roles a run asks for: `1 tank, 1 heal, 3 damage`, `tank heal dps`, `careers`, `none`; `undefined` when
 * it cannot be read, or names one twice.
 */
export function readRoles(typed: string): readonly RolePlace[] | undefined {
  const words = typed.trim().toLowerCase();
  if (words === "" || words === "none" || words === "any") return [];
  if (words === "careers" || words === "career") return CAREERS.map((role) => ({ role }));
  if (words === "roles") return jobs.map((role) => ({ role }));

  const places: RolePlace[] = [];
  const pieces = words.matchAll(/(\d+)?\s*(?:x|×)?\s*([a-z]+)|\S/g);
  for (const [found, count, word = ""] of pieces) {
    const piece = found.trim();
    if (/^[,;+/&]$/.test(piece) || piece === "and") continue;
    const role = roleNamed(word);
    const most = count === undefined ? undefined : Number(count);
    if (role === undefined || places.some((place) => place.role === role)) return undefined;
    if (most !== undefined && (most < 1 || most > runLimits.seats)) return undefined;
    places.push(most === undefined ? { role } : { role, most });
  }
  return places;
}

/** The same as somebody would type it. */
export function writeRoles(places: readonly RolePlace[]): string {
  return places.map(({ role, most }) => (most === undefined ? role : `${most} ${role}`)).join(", ");
}

/** How many seats the roles make together; `undefined` when one of them has no number. */
export function seatsOf(places: readonly RolePlace[]): number | undefined {
  if (places.length === 0 || places.some(({ most }) => most === undefined)) return undefined;
  return places.reduce((sum, { most = 0 }) => sum + most, 0);
}

function roleNamed(word: string): Role | undefined {
  return (Object.keys(WORDS) as Role[]).find((role) => WORDS[role].test(word));
}
