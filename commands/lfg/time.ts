import type { APIMessageTopLevelComponent } from "discord-api-types/v10";
import type { Member } from "../../src/bot/asker.ts";
import type { Draft } from "../../src/runs/draft.ts";
import { gatherTexts as say } from "../../src/runs/text/gather.ts";
import { draftWays, whichTime } from "../../src/runs/view/gather.ts";
import { clockFace } from "../../src/time/clock-face.ts";
import { type ReadBy, readWhen } from "../../src/time/when.ts";
import { timestamp } from "../../src/ui/times.ts";
import { type LfgNeeds, settingsOf, userOf } from "./needs.ts";

/** Either what was wanted, or the question that has to be answered first. */
export type Step<T> = { readonly found: T } | { readonly question: APIMessageTopLevelComponent[] };

interface Time {
  /** Missing for a call for right now. */
  readonly startsAt: number | undefined;
  /** How it was read. */
  readonly note: string;
}

const NOW_MS = 60_000;

/** When the run starts, as far as it is known. */
export async function timeOf(needs: LfgNeeds, member: Member, draft: Draft): Promise<Step<Time>> {
  const { when: typed, startsAt, draftId } = draft;
  const now = needs.clock.now();
  if (startsAt !== undefined && startsAt > now) return { found: { startsAt, note: readAs(startsAt, "") } };
  if (typed === undefined) return { found: { startsAt: undefined, note: say.calledNow } };

  const { zone, whose } = await zoneOf(needs, member);
  const when = readWhen(typed, { now, zone });
  if (when.kind !== "at")
    return { question: whichTime(typed, when, draftWays(draftId), (at) => clockFace(at, zone)) };
  if (when.at - now < NOW_MS) return { found: { startsAt: undefined, note: say.calledNow } };
  return { found: { startsAt: when.at, note: readAs(when.at, howRead(when.by, zone, whose)) } };
}

function readAs(at: number, how: string): string {
  return say.readAs(timestamp(at, "long"), timestamp(at, "relative"), how);
}

function howRead(by: ReadBy, zone: string, whose: "own" | "fleet" | "nobody"): string {
  if (by !== "zone") return say.by[by];
  return whose === "nobody" ? say.by.nobody : say.by[whose](zone);
}

/** Times are read where their writer lives, else where the fleet does. */
export async function zoneOf(
  needs: LfgNeeds,
  member: Member,
): Promise<{ readonly zone: string; readonly whose: "own" | "fleet" | "nobody" }> {
  const { timeZone: own } = await userOf(needs, member);
  if (own !== undefined) return { zone: own, whose: "own" };
  const { timeZone: fleets } = await settingsOf(needs, member);
  return fleets === undefined ? { zone: "UTC", whose: "nobody" } : { zone: fleets, whose: "fleet" };
}
