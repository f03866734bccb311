import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Asker } from "../../src/bot/asker.ts";
import type { Click } from "../../src/bot/command.ts";
import { isOfficer } from "../../src/guilds/officer.ts";
import { ruleFor } from "../../src/rewards/opening.ts";
import { tracksOf } from "../../src/rewards/store.ts";
import { ruleInWords } from "../../src/rewards/text/words.ts";
import { nothingOpen } from "../../src/rewards/view/nothing.ts";
import { STO_ZONE } from "../../src/time/days.ts";
import { placed, reply } from "../../src/ui/reply.ts";
import { memberOf, type RewardsNeeds, settingsOf } from "./needs.ts";
import { open } from "./open.ts";

/** No reward is open, or there never was one: who can open one, and for who can, the way to it. */
export async function nothing(needs: RewardsNeeds, asker: Asker): Promise<APIInteractionResponse> {
  const member = memberOf(asker);
  const settings = await settingsOf(needs, member);
  const isFirst = (await tracksOf(needs.store, member.guildId)).length === 0;
  const missions = isOfficer(member, settings) ? rewarded(needs) : undefined;
  return reply("private", nothingOpen({ isFirst, missions, officerRoleId: settings.officerRoleId }));
}

/** An officer picked the mission whose reward is to be opened. */
export function openFor(needs: RewardsNeeds, { asker, picked: [what = ""], onPrivateCard }: Click) {
  const asked = { what, zone: STO_ZONE, interactionId: asker.interactionId };
  return open(needs, asker, asked, placed(onPrivateCard));
}

/** Missions whose record tells a whole rule, those that last longest first. */
function rewarded({ catalog }: RewardsNeeds) {
  return [...catalog.missions.values()]
    .filter(({ state }) => state !== "removed")
    .flatMap(({ slug, title, events }) => {
      const ruled = events === undefined ? undefined : ruleFor(events.at(-1), {});
      return ruled?.outcome === "ruled" ? [{ slug, title, rule: ruled.rule }] : [];
    })
    .toSorted((one, other) => other.rule.length - one.rule.length || one.title.localeCompare(other.title))
    .map(({ slug, title, rule }) => ({ slug, title, rule: ruleInWords(rule) }));
}
