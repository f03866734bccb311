import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Asker, Member } from "../../src/bot/asker.ts";
import type { Click } from "../../src/bot/command.ts";
import { type KnownBug, knownBugs } from "../../src/bugs/known.ts";
import { type Ledger, type Saying, sayings, speak, takeBack } from "../../src/bugs/ledger.ts";
import { ledgerKey, ledgerOf, ledgers } from "../../src/bugs/store.ts";
import { bugsTexts } from "../../src/bugs/text/bugs.ts";
import { voiceTexts as say } from "../../src/bugs/text/voices.ts";
import { factionPicked } from "../../src/bugs/view/list.ts";
import { factionQuestion, type OfferedFaction } from "../../src/bugs/view/voices.ts";
import { defaultCaptain } from "../../src/captains/captain.ts";
import { factionNames } from "../../src/captains/names.ts";
import { type User, users } from "../../src/captains/store.ts";
import { noteTrace } from "../../src/captains/traces.ts";
import { viewpointOf } from "../../src/captains/viewpoint.ts";
import { type Faction, factions } from "../../src/catalog/game.ts";
import { userKey } from "../../src/store/document-key.ts";
import type { Decision } from "../../src/store/store.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { placed, reply } from "../../src/ui/reply.ts";
import { affected, bugNamed } from "./find.ts";
import { bugAnswer, type CardNeeds } from "./show.ts";

/** A press of "I have this too" or "Works for me": counted at once for who plays one faction, else asked. */
export async function voice(
  needs: CardNeeds,
  { asker, args: [handle = "", typed], onPrivateCard }: Click,
): Promise<APIInteractionResponse> {
  const member = inFleet(asker);
  const says = sayingNamed(typed);
  const bug = await knownBug(needs, member, handle);
  const offered = factionsOf(await needs.store.read(userKey(member.userId), users));
  const [only, ...more] = offered;
  if (only !== undefined && more.length === 0)
    return await count(needs, member, placed(onPrivateCard), bug, says, only.faction);
  const asked = offered.length === 0 ? factions.map((faction) => ({ faction, captains: [] })) : offered;
  return reply(placed(onPrivateCard), factionQuestion(bug, says, asked));
}

/** What the question was answered with. */
export async function spoken(
  needs: CardNeeds,
  { asker, args: [handle = "", typed], picked: [chosen], onPrivateCard }: Click,
): Promise<APIInteractionResponse> {
  const member = inFleet(asker);
  const bug = await knownBug(needs, member, handle);
  const faction = factionNamed(chosen);
  return await count(needs, member, placed(onPrivateCard), bug, sayingNamed(typed), faction);
}

export async function takenBack(
  needs: CardNeeds,
  { asker, args: [handle = "", chosen], onPrivateCard }: Click,
): Promise<APIInteractionResponse> {
  const member = inFleet(asker);
  const bug = await knownBug(needs, member, handle);
  const faction = factionNamed(chosen);
  const name = factionNames[faction];
  const { ledger, outcome } = await decide(needs, member, (before) =>
    takeBack(before, bug, { userId: member.userId, faction }),
  );
  const notice = outcome ? say.takenBack(name) : say.nothingToTakeBack(name);
  return bugAnswer(needs, member, placed(onPrivateCard), ledger, { ...bug, notice });
}

async function count(
  needs: CardNeeds,
  member: Member,
  placement: "in-place" | "private",
  bug: KnownBug,
  says: Saying,
  faction: Faction,
): Promise<APIInteractionResponse> {
  await noteTrace(needs.store, member.userId, member.guildId);
  const { ledger, outcome } = await decide(needs, member, (before) =>
    speak(before, bug, { userId: member.userId, faction, says }),
  );
  const name = factionNames[faction];
  switch (outcome.outcome) {
    case "unknown":
      throw new Refusal(bugsTexts.noSuchBug);
    case "too-many":
      throw new Refusal(say.tooMany);
    case "same":
      return bugAnswer(needs, member, placement, ledger, { ...bug, notice: say.same[says](name) });
    case "noted":
    case "changed":
      return bugAnswer(needs, member, placement, ledger, { ...bug, notice: say.noted[says](name) });
  }
}

/** Decides on the ledger as it is at that moment, and gives it as it then is. */
export async function decide<Outcome>(
  { store }: CardNeeds,
  { guildId }: Member,
  rule: (ledger: Ledger) => Decision<Ledger, Outcome>,
): Promise<{ readonly ledger: Ledger; readonly outcome: Outcome }> {
  return await store.decide(ledgerKey(guildId), ledgers, (before) => {
    const { document, outcome } = rule(before);
    return { document, outcome: { ledger: document, outcome } };
  });
}

export function inFleet(asker: Asker): Member {
  const { guildId } = asker;
  if (guildId === undefined) throw new Refusal(say.needsFleet);
  return { ...asker, guildId };
}

/** The bug that a button of this guild means, as the fleet knows it now. */
export async function knownBug(
  { catalog, store }: CardNeeds,
  { guildId }: Member,
  handle: string,
): Promise<KnownBug> {
  const ledger = await ledgerOf(store, guildId);
  const name = bugNamed(catalog, ledger, handle);
  const bugs = name && knownBugs(name.slug, affected(catalog, name.slug)?.bugs ?? [], ledger);
  const bug = bugs?.find((one) => one.handle === handle);
  if (bug === undefined) throw new Refusal(bugsTexts.noSuchBug);
  return bug;
}

/** The factions that a member plays, that of the default captain first. */
function factionsOf(user: User): readonly OfferedFaction[] {
  const first = defaultCaptain(user);
  const captains = first === undefined ? [] : [first, ...user.captains.filter((one) => one !== first)];
  const byFaction = Map.groupBy(captains, ({ kind }) => viewpointOf(kind).faction);
  return [...byFaction].flatMap(([faction, ofFaction]) =>
    faction === undefined ? [] : [{ faction, captains: ofFaction.map(({ name }) => name) }],
  );
}

/** It came from outside; a menu of ours sends nothing else. */
function factionNamed(written: string | undefined): Faction {
  const faction = factionPicked(written);
  if (faction === undefined) throw new Refusal(bugsTexts.noSuchBug);
  return faction;
}

function sayingNamed(written: string | undefined): Saying {
  const says = sayings.find((one) => one === written);
  if (says === undefined) throw new Refusal(bugsTexts.noSuchBug);
  return says;
}
