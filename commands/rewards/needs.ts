import type { Asker, Member } from "../../src/bot/asker.ts";
import { insistOnOfficer, type Officer } from "../../src/bot/officer.ts";
import { needsGuild } from "../../src/bot/text.ts";
import { type User, users } from "../../src/captains/store.ts";
import type { CatalogIndex } from "../../src/catalog/find.ts";
import type { Catalog } from "../../src/catalog/load.ts";
import { guildSettings, type Settings, settingsKey } from "../../src/guilds/settings.ts";
import type { Draw } from "../../src/rewards/easel.ts";
import { phaseAt } from "../../src/rewards/periods.ts";
import type { RewardBoards } from "../../src/rewards/public-board.ts";
import { isTrackId, trackKey, tracks, tracksOf } from "../../src/rewards/store.ts";
import { claimTexts } from "../../src/rewards/text/claim.ts";
import { openTexts } from "../../src/rewards/text/open.ts";
import type { Track } from "../../src/rewards/track.ts";
import { userKey } from "../../src/store/document-key.ts";
import type { Store } from "../../src/store/store.ts";
import type { Clock } from "../../src/time/clock.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { escapeText, shorten } from "../../src/ui/text.ts";

export interface RewardsNeeds {
  readonly catalog: Catalog;
  readonly index: CatalogIndex;
  readonly store: Store;
  readonly clock: Clock;
  readonly boards: RewardBoards;
  readonly draw: Draw;
  /** Hears of a failure behind an answer that is made good later. */
  report(error: unknown): void;
}

const TYPED_SHOWN = 60;

/** Rewards belong to a guild; dispatch has seen to that. */
export function memberOf(asker: Asker): Member {
  if (asker.guildId === undefined) throw new Refusal(needsGuild("rewards"));
  return { ...asker, guildId: asker.guildId };
}

export function officerOf({ store }: RewardsNeeds, asker: Asker): Promise<Officer> {
  return insistOnOfficer(store, memberOf(asker), openTexts.officersDeed);
}

export function settingsOf({ store }: RewardsNeeds, { guildId }: Member): Promise<Settings> {
  return store.read(settingsKey(guildId), guildSettings);
}

export function userOf({ store }: RewardsNeeds, { userId }: Asker): Promise<User> {
  return store.read(userKey(userId), users);
}

/** The track of a button; a refusal when it is another guild's, or none at all. */
export async function knownTrack({ store }: RewardsNeeds, { guildId }: Member, trackId = ""): Promise<Track> {
  const track = isTrackId(trackId) ? await store.read(trackKey(guildId, trackId), tracks) : undefined;
  if (track === undefined) throw new Refusal(claimTexts.gone);
  return track;
}

/** The tracks that somebody may mean who typed this, or nothing: open ones before others. None at all only of nothing. */
export async function tracksMeant(
  { store, clock }: RewardsNeeds,
  { guildId }: Member,
  typed: string | undefined,
  which: "open" | "any",
): Promise<readonly Track[]> {
  const all = await tracksOf(store, guildId);
  const open = all.filter((one) => phaseAt(one, clock.now()).is !== "over");
  if (typed === undefined) return open.length > 0 || which === "open" ? open : all;

  const byId = all.find(({ trackId }) => trackId === typed);
  const named = byId ?? titled(open, typed) ?? titled(all, typed);
  if (named !== undefined) return [named];
  const likeOpen = which === "open" ? titledLike(open, typed) : [];
  const like = likeOpen.length > 0 ? likeOpen : titledLike(all, typed);
  if (like.length === 0) throw new Refusal(claimTexts.unknownTrack(escapeText(shorten(typed, TYPED_SHOWN))));
  return like;
}

function titled(tracks: readonly Track[], typed: string): Track | undefined {
  return tracks.find(({ title }) => folded(title) === folded(typed));
}

function titledLike(tracks: readonly Track[], typed: string): readonly Track[] {
  return tracks.filter(({ title }) => folded(title).includes(folded(typed)));
}

function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().trim();
}
