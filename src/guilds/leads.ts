import { readLength } from "../time/lengths.ts";
import { leadLimits } from "./settings.ts";

/** `24h, 15m`: up to three lead times, the longest first; none for an empty line. `undefined` when it makes no sense. */
export function readLeads(typed: string): readonly number[] | undefined {
  const words = typed.trim();
  if (words === "") return [];
  const leads = words.split(/ *(?:,|;| and ) */).map((one) => readLength(one));
  const known = leads.filter((one) => one !== undefined && one <= leadLimits.longestMinutes) as number[];
  const distinct = [...new Set(known)].sort((one, other) => other - one);
  return known.length === leads.length && distinct.length <= leadLimits.leads ? distinct : undefined;
}
