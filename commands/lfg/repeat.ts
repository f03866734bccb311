import type { Member } from "../../src/bot/asker.ts";
import { zoneOf } from "../../src/bot/zone.ts";
import type { Draft } from "../../src/runs/draft.ts";
import type { Run, Series } from "../../src/runs/run.ts";
import { repeating } from "../../src/runs/series.ts";
import { gatherTexts as say } from "../../src/runs/text/gather.ts";
import { rhythmNames } from "../../src/runs/text/words.ts";
import { shiftLines, shiftWarning } from "../../src/runs/view/gather.ts";
import { type HourShift, hourShifts } from "../../src/time/hour-shifts.ts";
import { occurrenceAt } from "../../src/time/recurrence.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { type LfgNeeds, settingsOf } from "./needs.ts";
import type { Step } from "./time.ts";

/** Where fleets of this game mostly live: for their members the warning is meant. */
const ELSEWHERE = ["America/New_York", "Europe/London", "Europe/Berlin", "Australia/Sydney"] as const;

const DAY_MS = 24 * 3_600_000;
/** A clock change that is so near is asked about before anything is posted; */
const ASKED_MS = 70 * DAY_MS;
/** a later one is told of once the card stands. Somewhere the clocks change within so long. */
const TOLD_MS = 200 * DAY_MS;

/** Makes the run come back, if that was asked for, and says beforehand for whom its hour will shift. */
export async function repeated(needs: LfgNeeds, member: Member, draft: Draft, run: Run): Promise<Step<Run>> {
  const { repeat, isWarned, draftId } = draft;
  if (repeat === undefined) return { found: run };
  if (run.isInstant) throw new Refusal(say.repeatsNow);

  const own = await zoneOf(needs, member);
  const zone = (await settingsOf(needs, member)).timeZone ?? own.zone;
  const first = repeating(run, repeat, zone);
  if (isWarned || first.series === undefined) return { found: first };
  const shifts = shiftsWithin(ASKED_MS, first.series, own.zone);
  return shifts.length === 0 ? { found: first } : { question: shiftWarning(zone, shifts, draftId) };
}

/** What the leader reads of it; nothing for a run that takes place once. */
export async function repeatNote(
  needs: LfgNeeds,
  member: Member,
  { isWarned }: Draft,
  { series }: Run,
): Promise<readonly string[]> {
  if (series === undefined) return [];
  const repeats = say.repeats(rhythmNames[series.rhythm], series.zone);
  const shifts = isWarned ? [] : shiftsWithin(TOLD_MS, series, (await zoneOf(needs, member)).zone);
  return shifts.length === 0 ? [repeats] : [repeats, ...shiftLines(series.zone, shifts)];
}

function shiftsWithin(ms: number, series: Series, own: string): readonly HourShift[] {
  const apart = occurrenceAt(series, 1) - occurrenceAt(series, 0);
  const zones = new Set([own, ...ELSEWHERE].filter((one) => one !== series.zone));
  return hourShifts(series, [...zones], Math.ceil(ms / apart));
}
