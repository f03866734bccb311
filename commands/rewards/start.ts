import type { APIMessageTopLevelComponent } from "discord-api-types/v10";
import type { Member } from "../../src/bot/asker.ts";
import { zoneOf } from "../../src/bot/zone.ts";
import { howRead } from "../../src/captains/text/time.ts";
import { timeQuestion } from "../../src/captains/view/time.ts";
import { type Draft, findDraft, keepDraft } from "../../src/rewards/draft.ts";
import { openTexts as say } from "../../src/rewards/text/open.ts";
import { startWays } from "../../src/rewards/view/open.ts";
import { clockFace } from "../../src/time/clock-face.ts";
import { readWhen } from "../../src/time/when.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { timestamp } from "../../src/ui/times.ts";
import type { RewardsNeeds } from "./needs.ts";

/** What was asked for, as far as it has been said. */
export type Asked = Omit<Draft, "userId" | "madeAt">;

interface Start {
  readonly startsAt: number;
  /** How it was read. */
  readonly note: string;
}

const MINUTE_MS = 60_000;

/** When the track starts, or the question that has to be answered first; then what was said is kept. */
export async function startOf(
  needs: RewardsNeeds,
  member: Member,
  asked: Asked,
): Promise<{ readonly found: Start } | { readonly question: APIMessageTopLevelComponent[] }> {
  const now = needs.clock.now();
  const { starts: typed, startsAt } = asked;
  if (startsAt !== undefined) return { found: { startsAt, note: readAs(startsAt, "") } };
  const thisMinute = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  if (typed === undefined) return { found: { startsAt: thisMinute, note: say.startsNow } };

  const here = await zoneOf(needs, member);
  const { zone } = here;
  const when = readWhen(typed, { now, zone });
  if (when.kind === "at" && when.at - now < MINUTE_MS)
    return { found: { startsAt: thisMinute, note: say.startsNow } };
  if (when.kind === "at")
    return { found: { startsAt: when.at, note: readAs(when.at, howRead(when.by, here)) } };
  await keepDraft(needs.store, member.guildId, { ...asked, userId: member.userId, madeAt: now });
  return { question: timeQuestion(typed, when, startWays(asked.interactionId), (at) => clockFace(at, zone)) };
}

/** What this officer had begun to say. */
export async function ownDraft(
  { store, clock }: RewardsNeeds,
  { guildId, userId }: Member,
  draftId = "",
): Promise<Asked> {
  const draft = await findDraft(store, guildId, draftId, { userId, now: clock.now() });
  if (draft === undefined) throw new Refusal(say.draftGone);
  const { userId: _userId, madeAt: _madeAt, ...asked } = draft;
  return asked;
}

function readAs(at: number, how: string): string {
  return say.startsAt(timestamp(at, "long"), timestamp(at, "relative"), how);
}
