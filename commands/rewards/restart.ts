import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Click, Submission } from "../../src/bot/command.ts";
import { zoneOf } from "../../src/bot/zone.ts";
import { unsettledInWords } from "../../src/captains/view/time.ts";
import { withDebts } from "../../src/rewards/debts.ts";
import { phaseAt } from "../../src/rewards/periods.ts";
import { openTexts as say } from "../../src/rewards/text/open.ts";
import type { Track } from "../../src/rewards/track.ts";
import { openedNote, pastStart, restartForm } from "../../src/rewards/view/open.ts";
import { readWhen } from "../../src/time/when.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { placed, reply } from "../../src/ui/reply.ts";
import { escapeText } from "../../src/ui/text.ts";
import { timestamp } from "../../src/ui/times.ts";
import { changeTrack } from "./members.ts";
import { knownTrack, officerOf, type RewardsNeeds } from "./needs.ts";

export async function askRestart(
  needs: RewardsNeeds,
  { asker, args: [trackId] }: Click,
): Promise<APIInteractionResponse> {
  const { member } = await officerOf(needs, asker);
  const track = await knownTrack(needs, member, trackId);
  insistOnAhead(track, needs.clock.now());
  return restartForm(track);
}

/** Another start, as long as nothing can have been claimed: periods are named by when they were planned to open. */
export async function restart(
  needs: RewardsNeeds,
  { asker, args: [trackId], field, onPrivateCard }: Submission,
): Promise<APIInteractionResponse> {
  const { member } = await officerOf(needs, asker);
  const known = await knownTrack(needs, member, trackId);
  const now = needs.clock.now();
  const typed = field("starts");
  const when = readWhen(typed, { now, zone: (await zoneOf(needs, member)).zone });
  if (when.kind !== "at") throw new Refusal(`${unsettledInWords(typed, when, pastStart)} ${say.startStays}`);
  const { track, said } = await changeTrack(needs, member, known, (before) =>
    phaseAt(before, now).is === "ahead"
      ? { track: withDebts({ ...before, startsAt: when.at }, now), said: "moved" as const }
      : { track: before, said: "stays" as const },
  );
  if (said === "stays") insistOnAhead(track, now);
  const line = say.moved(escapeText(track.title), timestamp(when.at, "long"), timestamp(when.at, "relative"));
  return reply(placed(onPrivateCard), openedNote(track, [line], now));
}

function insistOnAhead(track: Track, now: number): void {
  const title = escapeText(track.title);
  switch (phaseAt(track, now).is) {
    case "ahead":
      return;
    case "running":
      throw new Refusal(say.begun(title));
    case "over":
      throw new Refusal(say.noNewStart(title, track.closedAt !== undefined));
  }
}
