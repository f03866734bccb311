import { z } from "zod";
import { bugStates, factions } from "../catalog/game.ts";
import { deliveriesSchema, noDeliveries } from "../reminders/delivery.ts";
import { type DocumentKey, guildKey } from "../store/document-key.ts";
import { documentKind } from "../store/document-kind.ts";
import type { Store } from "../store/store.ts";
import { forgetMember, type Ledger, ledgerLimits, sayings, tracesOf } from "./ledger.ts";

const id = z.string().regex(/^\d{1,20}$/);
const day = z.iso.date();
const faction = z.enum(factions);

const voice = z.object({ userId: id, faction, says: z.enum(sayings) }).readonly();

const own = z
  .object({
    summary: z.string().min(1).max(ledgerLimits.summary),
    objective: z.string().min(1).max(ledgerLimits.objective).optional(),
    workaround: z.string().min(1).max(ledgerLimits.workaround).optional(),
    factions: z.array(faction).readonly(),
    addedOn: day,
  })
  .readonly();

const kept = z
  .object({
    slug: z.string().regex(/^[a-z0-9-]{1,60}$/),
    bugId: z.string().regex(/^(F[a-z0-9]{1,15}|[a-z0-9-]{1,60})$/),
    own: own.optional(),
    fixedOn: day.optional(),
    voices: z.array(voice).readonly(),
    followers: z
      .array(z.object({ userId: id, channelId: id }).readonly())
      .max(ledgerLimits.followers)
      .readonly(),
    dataState: z.enum(bugStates).optional(),
  })
  .readonly();

const ledger = z
  .object({ bugs: z.array(kept).max(ledgerLimits.bugs).readonly(), deliveries: deliveriesSchema })
  .readonly();

/** What a fleet has to say of bugs. One that was never written says nothing. */
export const ledgers = documentKind({
  name: "bugs",
  version: 1,
  schema: ledger,
  initial: { bugs: [], deliveries: noDeliveries } as Ledger,
});

export function ledgerKey(guildId: string): DocumentKey {
  return guildKey(guildId, "bugs", "ledger");
}

/** Nobody's in a direct message. */
export async function ledgerOf(store: Store, guildId: string | undefined): Promise<Ledger> {
  return guildId === undefined ? ledgers.absent : await store.read(ledgerKey(guildId), ledgers);
}

/** Where a fleet's ledger names a member; see `Trace`. */
export const voiceTraces = {
  what: "what you told fleets of bugs, and which of them you follow",
  collect: async (store: Store, guildId: string, userId: string): Promise<unknown> => {
    const traces = tracesOf(await ledgerOf(store, guildId), userId);
    return traces.length === 0 ? undefined : traces;
  },
  erase: async (store: Store, guildId: string, userId: string): Promise<number> =>
    await store.decide(ledgerKey(guildId), ledgers, (before) => forgetMember(before, userId)),
};
