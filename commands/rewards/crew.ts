import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Click } from "../../src/bot/command.ts";
import { phaseAt } from "../../src/rewards/periods.ts";
import { standingsTexts as say } from "../../src/rewards/text/standings.ts";
import { gatherForm } from "../../src/runs/view/gather.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { escapeText } from "../../src/ui/text.ts";
import { knownTrack, officerOf, type RewardsNeeds } from "./needs.ts";

/** To /lfg, with the mission filled in and the reward whose members are told. */
export async function gatherCrew(
  needs: RewardsNeeds,
  { asker, args: [trackId] }: Click,
): Promise<APIInteractionResponse> {
  const { member } = await officerOf(needs, asker);
  const track = await knownTrack(needs, member, trackId);
  const title = escapeText(track.title);
  if (track.slug === undefined) throw new Refusal(say.noMission(title));
  if (phaseAt(track, needs.clock.now()).is !== "running") throw new Refusal(say.notRunning(title));
  return gatherForm(track.slug, track.trackId);
}
