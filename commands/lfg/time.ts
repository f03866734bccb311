import type { APIMessageTopLevelComponent } from "discord-api-types/v10";
import type { Member } from "../../src/bot/asker.ts";
import { zoneOf } from "../../src/bot/zone.ts";
import { howRead } from "../../src/captains/text/time.ts";
import { timeQuestion } from "../../src/captains/view/time.ts";
import type { Draft } from "../../src/runs/draft.ts";
import { gatherTexts as say } from "../../src/runs/text/gather.ts";
import { draftWays } from "../../src/runs/view/gather.ts";
import { clockFace } from "../../src/time/clock-face.ts";
import { readWhen } from "../../src/time/when.ts";
import { timestamp } from "../../src/ui/times.ts";
import type { LfgNeeds } from "./needs.ts";

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

  const here = await zoneOf(needs, member);
  const { zone } = here;
  const when = readWhen(typed, { now, zone });
  if (when.kind !== "at")
    return { question: timeQuestion(typed, when, draftWays(draftId), (at) => clockFace(at, zone)) };
  if (when.at - now < NOW_MS) return { found: { startsAt: undefined, note: say.calledNow } };
  return { found: { startsAt: when.at, note: readAs(when.at, howRead(when.by, here)) } };
}

function readAs(at: number, how: string): string {
  return say.readAs(timestamp(at, "long"), timestamp(at, "relative"), how);
}
