import type { bugStates, Faction } from "../catalog/game.ts";
import type { Deliveries } from "../reminders/delivery.ts";
import type { Decision } from "../store/store.ts";

/** What a member says of a bug for captains of one faction. */
export const sayings = ["seen", "works"] as const;
export type Saying = (typeof sayings)[number];

/** A member has one voice for each bug and faction. */
export interface Voice {
  readonly userId: string;
  readonly faction: Faction;
  readonly says: Saying;
}

/** What officers write of a bug that their fleet found. */
export interface Report {
  readonly summary: string;
  /** The step of the mission concerned. */
  readonly objective?: string | undefined;
  readonly workaround?: string | undefined;
  /** Whose captains are known to meet it. */
  readonly factions: readonly Faction[];
}

/** Names a bug: one of the data by its record and id, one of the fleet's by an id that no other fleet has. */
export interface BugName {
  readonly slug: string;
  readonly bugId: string;
}

/** All that a fleet has to say of one bug. */
export interface Kept extends BugName {
  /** For a bug that the fleet found itself. */
  readonly own?: (Report & { readonly addedOn: string }) | undefined;
  /** The day on which officers marked it fixed. */
  readonly fixedOn?: string | undefined;
  readonly voices: readonly Voice[];
  /** Who wants to hear of it, and the channel in which they said so. */
  readonly followers: readonly { readonly userId: string; readonly channelId: string }[];
  /** What the data said of it when they began to follow, or were last told. */
  readonly dataState?: DataState | undefined;
}

export type DataState = (typeof bugStates)[number];

export interface Ledger {
  readonly bugs: readonly Kept[];
  /** What those who follow are yet to be told. */
  readonly deliveries: Deliveries;
}

export const ledgerLimits = {
  /** Bugs of the fleet's own, in all and on one mission. */
  own: 100,
  ownOnOne: 20,
  /** Bugs of any sort that something is kept of. */
  bugs: 400,
  /** In all; every one of them is read and written with each change. */
  voices: 2_000,
  /** Of one bug; Discord pings at most a hundred people with one message. */
  followers: 100,
  summary: 200,
  objective: 200,
  workaround: 300,
} as const;

export type SpeakResult =
  | { readonly outcome: "noted" | "changed" | "same" }
  | { readonly outcome: "unknown" | "too-many" };

const OWN = "F";

/** The id of a bug that a fleet found, from the interaction that told of it: told twice by Discord it is one bug. */
export function ownBugId(interactionId: string): string {
  return `${OWN}${BigInt(interactionId).toString(36)}`;
}

/** Slugs have no capitals, so no bug of the data is taken for one of a fleet. */
export function isOwn({ bugId }: Pick<BugName, "bugId">): boolean {
  return bugId.startsWith(OWN);
}

export function keptOf({ bugs }: Ledger, { slug, bugId }: BugName): Kept | undefined {
  return bugs.find((one) => one.bugId === bugId && one.slug === slug);
}

export function speak(ledger: Ledger, bug: BugName, voice: Voice): Decision<Ledger, SpeakResult> {
  const kept = keptOf(ledger, bug);
  if (kept === undefined && isOwn(bug)) return unchanged(ledger, { outcome: "unknown" });
  const before = kept?.voices.find((one) => isSameVoice(one, voice));
  if (before?.says === voice.says) return unchanged(ledger, { outcome: "same" });
  if (before === undefined && !hasRoom(ledger, kept)) return unchanged(ledger, { outcome: "too-many" });

  const others = (kept?.voices ?? []).filter((one) => one !== before);
  return {
    document: withKept(ledger, { ...(kept ?? plain(bug)), voices: [...others, voice] }),
    outcome: { outcome: before === undefined ? "noted" : "changed" },
  };
}

/** True when there was a voice to take back. */
export function takeBack(
  ledger: Ledger,
  bug: BugName,
  whose: Omit<Voice, "says">,
): Decision<Ledger, boolean> {
  const kept = keptOf(ledger, bug);
  const voices = kept?.voices.filter((one) => !isSameVoice(one, whose)) ?? [];
  if (kept === undefined || voices.length === kept.voices.length) return unchanged(ledger, false);
  return { document: withKept(ledger, { ...kept, voices }), outcome: true };
}

/** Takes out everything that names a member, and tells how often they stood there. The counts follow. */
export function forgetMember(ledger: Ledger, userId: string): Decision<Ledger, number> {
  const count = tracesOf(ledger, userId).length;
  const isNotTheirs = (one: { readonly userId: string }) => one.userId !== userId;
  const all = ledger.deliveries.all.filter(({ about }) => !about.split(".").includes(userId));
  if (count === 0 && all.length === ledger.deliveries.all.length) return unchanged(ledger, 0);
  const bugs = ledger.bugs.map((kept) => ({
    ...kept,
    voices: kept.voices.filter(isNotTheirs),
    followers: kept.followers.filter(isNotTheirs),
  }));
  const deliveries = { ...ledger.deliveries, all };
  return { document: { bugs: bugs.filter(saysSomething), deliveries }, outcome: count };
}

/** Everything that names a member, as they may read it. */
export function tracesOf({ bugs }: Ledger, userId: string): readonly object[] {
  return bugs.flatMap(({ slug, bugId, voices, followers }) => [
    ...voices
      .filter((voice) => voice.userId === userId)
      .map(({ faction, says }) => ({ slug, bugId, faction, says })),
    ...followers
      .filter((one) => one.userId === userId)
      .map(({ channelId }) => ({ slug, bugId, follows: true, channelId })),
  ]);
}

/** Puts a bug in its place, or at the end; one of the data of which nothing is left to say goes. */
export function withKept(ledger: Ledger, kept: Kept): Ledger {
  const isThere = keptOf(ledger, kept) !== undefined;
  const bugs = isThere
    ? ledger.bugs.map((one) => (one.bugId === kept.bugId && one.slug === kept.slug ? kept : one))
    : [...ledger.bugs, kept];
  return { ...ledger, bugs: bugs.filter(saysSomething) };
}

export function plain({ slug, bugId }: BugName): Kept {
  return { slug, bugId, voices: [], followers: [] };
}

export function unchanged<Outcome>(document: Ledger, outcome: Outcome): Decision<Ledger, Outcome> {
  return { document, outcome };
}

function saysSomething(kept: Kept): boolean {
  return isShown(kept) || kept.followers.length > 0;
}

/** Whether anything of it shows on a card; that somebody follows it does not. */
export function isShown({ own, fixedOn, voices }: Kept): boolean {
  return own !== undefined || fixedOn !== undefined || voices.length > 0;
}

function hasRoom({ bugs }: Ledger, kept: Kept | undefined): boolean {
  if (kept === undefined && bugs.length >= ledgerLimits.bugs) return false;
  return bugs.reduce((sum, { voices }) => sum + voices.length, 0) < ledgerLimits.voices;
}

function isSameVoice(one: Omit<Voice, "says">, other: Omit<Voice, "says">): boolean {
  return one.userId === other.userId && one.faction === other.faction;
}
