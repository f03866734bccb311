import { z } from "zod";
import { deliveriesSchema } from "../reminders/delivery.ts";
import { type DocumentKey, guildKey, guildRange } from "../store/document-key.ts";
import { documentKind } from "../store/document-kind.ts";
import { parts } from "../store/part.ts";
import type { Store } from "../store/store.ts";
import type { Period } from "./claims.ts";
import { phaseAt, spansOf } from "./periods.ts";
import { cadences, counted, type Track, trackLimits } from "./track.ts";

const id = z.string().regex(/^\d{1,20}$/);
const at = z.number().int();
const trackId = z.string().regex(/^t[a-z0-9]{1,23}$/);

const choice = z
  .object({
    name: z.string().min(1).max(120),
    quantity: z.number().int().min(1),
    usableFromLevel: z.number().int().optional(),
  })
  .readonly();

const track: z.ZodType<Track> = z
  .object({
    trackId,
    title: z.string().min(1).max(120),
    slug: z.string().max(60).optional(),
    openedBy: id,
    startsAt: at,
    zone: z.string().max(64),
    cadence: z.enum(cadences),
    length: z.number().int().min(1).max(trackLimits.days),
    needed: z.number().int().min(1),
    per: z.enum(counted),
    minLevel: z.number().int().optional(),
    choices: z.array(choice).readonly(),
    closedAt: at.optional(),
    leadMinutes: z.number().int().min(1),
    watchers: z.array(id).readonly(),
    hidden: z.array(id).readonly(),
    channelId: id,
    pictures: z.enum(["off", "refused"]).optional(),
    board: z.object({ channelId: id, messageId: id }).readonly().optional(),
    deliveries: deliveriesSchema,
  })
  .readonly();

const claim = z
  .object({
    userId: id,
    at,
    choice: z.number().int().min(0).optional(),
    captain: z.object({ captainId: z.string(), name: z.string() }).readonly().optional(),
    notedBy: id.optional(),
    interactionId: id,
  })
  .readonly();

const period: z.ZodType<Period> = z.object({ trackId, plannedAt: at, claims: parts(claim) }).readonly();

export const tracks = documentKind({ name: "track", version: 1, schema: track });
/** A claim by a captain with the longest of names takes some 300 characters. */
const MOST_OF_A_CLAIM = 320;

export const periods = documentKind({
  name: "period",
  version: 1,
  schema: period,
  most: trackLimits.claimsInPeriod * MOST_OF_A_CLAIM,
});

export function trackKey(guildId: string, id: string): DocumentKey {
  return guildKey(guildId, "track", id);
}

export function periodKey(guildId: string, id: string, plannedAt: number): DocumentKey {
  return guildKey(guildId, "period", id, plannedAt);
}

/** The track that a period belongs to. */
export function trackKeyOf(period: DocumentKey): DocumentKey {
  const [, guildId = "", , id = ""] = period.split(":");
  return trackKey(guildId, id);
}

/** The same command delivered twice opens the same track. */
export function trackIdFor(interactionId: string): string {
  return `t${BigInt(interactionId).toString(36)}`;
}

export function isTrackId(text: string): boolean {
  return /^t[a-z0-9]{1,23}$/.test(text);
}

/** The tracks of a guild, the newest first. */
export async function tracksOf(store: Store, guildId: string): Promise<readonly Track[]> {
  const { documents } = await store.list(guildRange(guildId, "track"), tracks);
  return documents
    .map(({ document }) => document)
    .toSorted((one, other) => other.startsAt - one.startsAt || (one.trackId < other.trackId ? 1 : -1));
}

export async function openTracks(store: Store, guildId: string, now: number): Promise<readonly Track[]> {
  return (await tracksOf(store, guildId)).filter((one) => phaseAt(one, now).is !== "over");
}

/**
 * What was claimed so far, in the order of the periods; one in which nobody claimed is left out. Each is read by its
 * key, because the store remembers those and no listing.
 */
export async function periodsOf(
  store: Store,
  guildId: string,
  of: Track,
  now: number,
): Promise<readonly Period[]> {
  const begun = spansOf(of).filter(({ plannedAt }) => plannedAt <= now);
  const found = await Promise.all(
    begun.map(({ plannedAt }) => store.read(periodKey(guildId, of.trackId, plannedAt), periods)),
  );
  return found.filter((one) => one !== undefined);
}

export function emptyPeriod(trackId: string, plannedAt: number): Period {
  return { trackId, plannedAt, claims: [] };
}
