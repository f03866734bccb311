import { users } from "../captains/store.ts";
import { guildSettings, settingsKey } from "../guilds/settings.ts";
import type { Composed, Owed } from "../reminders/source.ts";
import { readCrewCall, wantedInCrew } from "../rewards/crew.ts";
import { NAMED_AT_ONCE } from "../rewards/debts.ts";
import { standingsOf } from "../rewards/standings.ts";
import { periodsOf } from "../rewards/store.ts";
import type { Track } from "../rewards/track.ts";
import { crewLetter, directCrewLetter } from "../rewards/view/letters.ts";
import { asOf } from "../runs/passing.ts";
import { cardLink } from "../runs/public-card.ts";
import { signupOf } from "../runs/run.ts";
import { runKey, runs } from "../runs/store.ts";
import { userKey } from "../store/document-key.ts";
import type { Store } from "../store/store.ts";
import { isToBeNamed } from "./reward-names.ts";

/** A word about a run to those who still need its reward, as long as they may come along. */
export async function crewCalled(
  store: Store,
  { guildId, document: track, delivery, now }: Owed<Track>,
): Promise<Composed> {
  const { runId, directlyTo, part } = readCrewCall(delivery.about);
  const stored = await store.read(runKey(guildId, runId), runs);
  const run = stored && asOf(stored, now);
  if (run === undefined || (run.state !== "open" && run.state !== "started")) return "nobody";
  const { timeZone = "UTC" } = await store.read(settingsKey(guildId), guildSettings);
  const standings = standingsOf(track, await periodsOf(store, guildId, track, now), now);
  const named: string[] = [];
  const asked = new Set(
    directlyTo === undefined
      ? track.watchers.slice(part * NAMED_AT_ONCE, (part + 1) * NAMED_AT_ONCE)
      : [directlyTo],
  );
  const wanted = wantedInCrew(track, standings).filter(
    (userId) => asked.has(userId) && signupOf(run, userId) === undefined,
  );
  for (const userId of wanted) {
    const user = await store.read(userKey(userId), users);
    const isDirect = user.reminders.by === "dm";
    if (isDirect === (directlyTo !== undefined) && isToBeNamed(user, timeZone, now)) named.push(userId);
  }
  const call = { startsAt: run.isInstant ? undefined : run.startsAt, link: cardLink(guildId, run), runId };
  if (named.length === 0) return "nobody";
  if (directlyTo !== undefined) return { userId: directlyTo, message: directCrewLetter(track, call) };
  return { channelId: run.card?.channelId ?? run.channelId, message: crewLetter(track, call, named) };
}
