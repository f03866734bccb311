import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Member } from "../../src/bot/asker.ts";
import type { Click } from "../../src/bot/command.ts";
import { follow, unfollow } from "../../src/bugs/following.ts";
import { bugsTexts } from "../../src/bugs/text/bugs.ts";
import { newsTexts as say } from "../../src/bugs/text/news.ts";
import { users } from "../../src/captains/store.ts";
import { noteTrace } from "../../src/captains/traces.ts";
import { userKey } from "../../src/store/document-key.ts";
import { may } from "../../src/ui/permissions.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { placed } from "../../src/ui/reply.ts";
import { bugAnswer, type CardNeeds } from "./show.ts";
import { decide, inFleet, knownBug } from "./voices.ts";

export async function followBug(
  needs: CardNeeds,
  { asker, args: [handle = ""], onPrivateCard }: Click,
): Promise<APIInteractionResponse> {
  const member = inFleet(asker);
  const { userId, guildId, channelId } = member;
  const bug = await knownBug(needs, member, handle);
  const { reminders } = await needs.store.read(userKey(userId), users);
  const isDirect = reminders.by === "dm";
  if (channelId === undefined || (!isDirect && !canPost(member))) throw new Refusal(say.cannotPost);

  await noteTrace(needs.store, userId, guildId);
  const { ledger, outcome } = await decide(needs, member, (before) =>
    follow(before, bug, { userId, channelId }, bug.source === undefined ? undefined : bug.state),
  );
  if (outcome === "unknown") throw new Refusal(bugsTexts.noSuchBug);
  if (outcome === "too-many") throw new Refusal(say.tooMany);
  const started = isDirect ? say.following.direct : say.following.channel;
  const notice = outcome === "already" ? say.already : started;
  return bugAnswer(needs, member, placed(onPrivateCard), ledger, { slug: bug.slug, handle, notice });
}

export async function unfollowBug(
  needs: CardNeeds,
  { asker, args: [handle = ""], onPrivateCard }: Click,
): Promise<APIInteractionResponse> {
  const member = inFleet(asker);
  const bug = await knownBug(needs, member, handle);
  const { ledger, outcome } = await decide(needs, member, (before) => unfollow(before, bug, member.userId));
  const notice = outcome ? say.unfollowed : say.notFollowing;
  return bugAnswer(needs, member, placed(onPrivateCard), ledger, { slug: bug.slug, handle, notice });
}

/** In a thread it is another permission that counts; which of the two, Discord has settled in what it sent. */
function canPost({ botPermissions }: Member): boolean {
  return (
    may(botPermissions, "ViewChannel") &&
    (may(botPermissions, "SendMessages") || may(botPermissions, "SendMessagesInThreads"))
  );
}
