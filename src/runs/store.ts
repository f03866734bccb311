import { z } from "zod";
import { captainKinds } from "../captains/viewpoint.ts";
import { careers } from "../catalog/game.ts";
import { deliveriesSchema } from "../reminders/delivery.ts";
import { type DocumentKey, guildKey, guildRange } from "../store/document-key.ts";
import { documentKind } from "../store/document-kind.ts";
import { part, parts } from "../store/part.ts";
import type { Store } from "../store/store.ts";
import { rhythms } from "../time/recurrence.ts";
import { withDebts } from "./debts.ts";
import { heardInList } from "./older.ts";
import { asOf } from "./passing.ts";
import { difficulties, endings, type Ruling, type Run, roles, runStates, standings } from "./run.ts";

const ID = /^\d{1,20}$/;
const id = z.string().regex(ID);
const at = z.number().int();

const captain = z
  .object({
    captainId: z.string(),
    name: z.string(),
    kind: z.enum(captainKinds),
    career: z.enum(careers).optional(),
    level: z.number().int().optional(),
  })
  .readonly();

const signup = z
  .object({
    userId: id,
    order: z.number().int().min(0),
    standing: z.enum(standings),
    role: z.enum(roles).optional(),
    lateMinutes: z.number().int().optional(),
    captain: captain.optional(),
    addedBy: id.optional(),
  })
  .readonly();

const heard = z.object({ userId: id, interactionIds: z.array(id).readonly() }).readonly();

const plainRun = z.object({
  runId: z.string().regex(/^[a-z0-9]{1,24}$/),
  slug: z.string().max(60),
  title: z.string().max(120),
  leaderId: id,
  startsAt: at,
  isInstant: z.boolean(),
  seats: z.number().int().min(1).max(50),
  roles: z.array(z.object({ role: z.enum(roles), most: z.number().int().optional() }).readonly()).readonly(),
  difficulty: z.enum(difficulties).optional(),
  minLevel: z.number().int().optional(),
  note: z.string().max(300).optional(),
  state: z.enum(runStates),
  startedAt: at.optional(),
  wasLocked: z.boolean().optional(),
  ending: z.enum(endings).optional(),
  signups: parts(signup),
  nextOrder: z.number().int().min(0),
  departed: z.number().int().optional(),
  present: z.array(id).readonly().optional(),
  heard: parts(heard),
  card: z.object({ channelId: id, messageId: id }).readonly().optional(),
  channelId: id,
  series: z
    .object({
      seriesId: z.string(),
      count: z.number().int(),
      rhythm: z.enum(rhythms),
      firstOn: z.string(),
      zone: z.string(),
      isCarriedOn: z.boolean().optional(),
    })
    .readonly()
    .optional(),
  leadMinutes: z.array(z.number().int()).readonly(),
  deliveries: part(deliveriesSchema),
});

const run: z.ZodType<Run> = plainRun.extend({ offshoot: plainRun.readonly().optional() }).readonly();

export const runs = documentKind({ name: "run", version: 2, schema: run, migrations: [heardInList] });

export function runKey(guildId: string, runId: string): DocumentKey {
  return guildKey(guildId, "run", runId);
}

/** The same command delivered twice makes the same run. */
export function runIdFor(interactionId: string): string {
  return `r${BigInt(interactionId).toString(36)}`;
}

export function isRunId(text: string): boolean {
  return /^[a-z0-9]{1,24}$/.test(text);
}

/** The runs of a guild that are not over at a time, the next first. */
export async function openRuns(store: Store, guildId: string, now: number): Promise<readonly Run[]> {
  const { documents } = await store.list(guildRange(guildId, "run"), runs);
  return documents
    .map(({ document }) => asOf(document, now))
    .filter(({ state }) => state !== "over")
    .toSorted((one, other) => one.startsAt - other.startsAt || (one.runId < other.runId ? -1 : 1));
}

/** A change by somebody's click: who, and by which interaction. */
export interface Deed {
  readonly userId: string;
  readonly interactionId: string;
  readonly now: number;
}

/** What became of a change, from the document as it is on disk. `again`: this very click has been heard before. */
export type Changed<Said> =
  | { readonly outcome: "changed"; readonly before: Run; readonly run: Run; readonly said: Said }
  | { readonly outcome: "again"; readonly run: Run }
  | { readonly outcome: "gone" };

/** Decides and saves in one step, on the run as time has made it. */
export function changeRun<Said>(
  store: Store,
  guildId: string,
  runId: string,
  { userId, interactionId, now }: Deed,
  rule: (run: Run) => Ruling<Said>,
): Promise<Changed<Said>> {
  return store.decide<Run, undefined, Changed<Said>>(runKey(guildId, runId), runs, (stored) => {
    if (stored === undefined) return { document: stored, outcome: { outcome: "gone" } };
    const before = asOf(stored, now);
    if (wasHeard(before, userId, interactionId))
      return { document: stored, outcome: { outcome: "again", run: before } };
    const { run: after, said } = rule(before);
    if (after === before)
      return { document: stored, outcome: { outcome: "changed", before, run: before, said } };
    const run = { ...withDebts(before, after, now, userId), heard: heardWith(after, userId, interactionId) };
    return { document: run, outcome: { outcome: "changed", before, run, said } };
  });
}

function wasHeard({ heard }: Run, userId: string, interactionId: string): boolean {
  return heard.some((one) => one.userId === userId && one.interactionIds.includes(interactionId));
}

const MEMBERS_HEARD = 600;
const HEARD_OF_EACH = 3;

function heardWith({ heard }: Run, userId: string, interactionId: string): Run["heard"] {
  const before = heard.find((one) => one.userId === userId);
  const others = before === undefined ? heard : heard.filter((one) => one !== before);
  const interactionIds = [...(before?.interactionIds ?? []), interactionId].slice(-HEARD_OF_EACH);
  return [...others.slice(1 - MEMBERS_HEARD), { userId, interactionIds }];
}
