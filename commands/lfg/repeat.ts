import type { Member } from "../../src/bot/asker.ts";
import { zoneOf } from "../../src/bot/zone.ts";
import type { Draft } from "../../src/runs/draft.ts";
import type { Run } from "../../src/runs/run.ts";
import { repeating } from "../../src/runs/series.ts";
import { gatherTexts as say } from "../../src/runs/text/gather.ts";
import { rhythmNames } from "../../src/runs/text/words.ts";
import { shiftWarning } from "../../src/runs/view/gather.ts";
import { hourShifts } from "../../src/time/hour-shifts.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { type LfgNeeds, settingsOf } from "./needs.ts";
import type { Step } from "./time.ts";

/** Where fleets of this game mostly live: for their members the warning is meant. */
const ELSEWHERE = ["America/New_York", "Europe/London", "Europe/Berlin", "Australia/Sydney"] as const;

/** Looked ahead so far: a clock change that is farther away is told of by then. */
const AHEAD_MS = 70 * 24 * 3_600_000;

/** Makes the run come back, if that was asked for, and says beforehand for whom its hour will shift. */
export async function repeated(needs: LfgNeeds, member: Member, draft: Draft, run: Run): Promise<Step<Run>> {
  const { repeat, isWarned, draftId } = draft;
  if (repeat === undefined) return { found: run };
  if (run.isInstant) throw new Refusal(say.repeatsNow);

  const own = await zoneOf(needs, member);
  const zone = (await settingsOf(needs, member)).timeZone ?? own.zone;
  const first = repeating(run, repeat, zone);
  const { series } = first;
  if (isWarned || series === undefined) return { found: first };

  const ahead = { daily: 1, weekly: 7, fortnightly: 14 }[repeat];
  const zones = new Set([own.zone, ...ELSEWHERE].filter((one) => one !== zone));
  const shifts = hourShifts(series, [...zones], Math.ceil(AHEAD_MS / (ahead * 24 * 3_600_000)));
  return shifts.length === 0 ? { found: first } : { question: shiftWarning(zone, shifts, draftId) };
}

/** What the leader reads of it; nothing for a run that takes place once. */
export function repeatNote({ series }: Run): readonly string[] {
  return series === undefined ? [] : [say.repeats(rhythmNames[series.rhythm], series.zone)];
}
