import type { Member } from "../../src/bot/asker.ts";
import type { Choice } from "../../src/bot/options.ts";
import { zoneOf } from "../../src/bot/zone.ts";
import type { Entry } from "../../src/catalog/find.ts";
import { aliasesLike, overrides, overridesKey } from "../../src/guilds/overrides.ts";
import { clockFace } from "../../src/time/clock-face.ts";
import { readWhen } from "../../src/time/when.ts";
import { limits } from "../../src/ui/limits.ts";
import type { LfgNeeds } from "./needs.ts";

/**
 * What is offered while a mission is typed. Pressing Enter takes the first choice, so one that stands for a name and a
 * time together comes before everything that is merely like it, and keeps both.
 */
export async function choicesFor(needs: LfgNeeds, member: Member, typed: string): Promise<readonly Choice[]> {
  const playable = ({ state }: Entry) => state !== "removed";
  const toChoice = ({ title, arcName, slug }: Entry) => ({ name: `${title} · ${arcName}`, value: slug });
  if (typed.trim() === "") return wellKnown(needs).filter(playable).map(toChoice);

  const fleets = aliasesLike(await needs.store.read(overridesKey(member.guildId), overrides), typed);
  const own = fleets.flatMap(({ alias, slug }) => {
    const entry = needs.index.exact(slug);
    return entry === undefined ? [] : [{ name: `${alias} · ${entry.title}`, value: slug }];
  });
  const found = needs.index.search(typed, limits.choices).filter(playable).map(toChoice);
  return [...own, ...(await withTime(needs, member, typed)), ...found];
}

/** "second wave sat 20:00": the mission, and the time as it would be read. */
async function withTime(needs: LfgNeeds, member: Member, typed: string): Promise<readonly Choice[]> {
  const found = needs.index.leading(typed);
  if (found === undefined || found.rest === "" || typed.length > limits.choiceText) return [];
  const { zone } = await zoneOf(needs, member);
  const when = readWhen(found.rest, { now: needs.clock.now(), zone });
  const shown = when.kind === "at" ? clockFace(when.at, zone) : found.rest;
  return [{ name: `${found.entry.title} · ${shown}`, value: typed }];
}

/** Before anything is typed: group content of which most is known. */
function wellKnown({ catalog, index }: LfgNeeds): readonly Entry[] {
  const records = [...catalog.taskForces.values(), ...catalog.missions.values()];
  const isTold = ({ completeness }: (typeof records)[number]) =>
    completeness === "full" || completeness === "good";
  return records
    .filter(isTold)
    .flatMap(({ slug }) => index.exact(slug) ?? [])
    .slice(0, limits.choices);
}
