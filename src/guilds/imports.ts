import { z } from "zod";
import { botKey, type DocumentKey, guildKey } from "../store/document-key.ts";
import { documentKind } from "../store/document-kind.ts";
import type { Decision, Store } from "../store/store.ts";
import type { Kept } from "./bundle.ts";
import { dropParts, dropPartsBut, keepParts, putParts, takeBackParts } from "./import-parts.ts";
import { inTurn } from "./in-turn.ts";
import { nameless, overrides, overridesKey, overridesOfGuild, withNames } from "./overrides.ts";
import type { Portable, Unpacked } from "./portable.ts";
import { guildSettings, settings, settingsKey } from "./settings.ts";

/** How long an import that was shown waits to be carried out. */
const WAITS_MS = 15 * 60_000;

const kept = z.object({ settings, overrides: overridesOfGuild }).readonly();
const importId = z.string().regex(/^[a-z0-9]{1,12}$/);

const importOfGuild = z
  .object({
    /** Shown to an officer, and not yet carried out. */
    pending: z.object({ importId, after: kept, shownAt: z.number().int() }).readonly().optional(),
    /** Being carried out; whoever finds this after a crash finishes it. */
    underWay: z.object({ importId, before: kept, after: kept, isUndo: z.boolean() }).readonly().optional(),
    /** Carried out, and what was there before it. */
    done: z.object({ importId, before: kept }).readonly().optional(),
  })
  .readonly();

type Import = z.infer<typeof importOfGuild>;

export const imports = documentKind({
  name: "import",
  version: 1,
  schema: importOfGuild,
  initial: {} as Import,
});

export const openImports = documentKind({
  name: "imports",
  version: 1,
  schema: z.object({ guildIds: z.array(z.string().regex(/^\d{1,20}$/)).readonly() }).readonly(),
  initial: { guildIds: [] as readonly string[] },
});

const OPEN = botKey("imports");

function importKey(guildId: string): DocumentKey {
  return guildKey(guildId, "import");
}

/** A guild's settings and words. They name no member, so that nothing here has to be forgotten. */
export async function keptFor(store: Store, guildId: string): Promise<Kept> {
  const [set, said] = await Promise.all([
    store.read(settingsKey(guildId), guildSettings),
    store.read(overridesKey(guildId), overrides),
  ]);
  return { settings: set, overrides: nameless(said) };
}

/** Keeps what was shown until somebody decides. An import that was shown before is forgotten. */
export function planImport(
  store: Store,
  guildId: string,
  { after, documents }: { readonly after: Kept; readonly documents: readonly Unpacked[] },
  now: number,
): Promise<string> {
  const id = now.toString(36);
  return inTurn(store, guildId, async () => {
    const { underWay, done } = await store.read(importKey(guildId), imports);
    await dropPartsBut(store, guildId, idsOf(underWay, done));
    if (documents.length > 0) {
      await noteOpen(store, guildId);
      await keepParts(store, guildId, id, documents);
    }
    await store.update(importKey(guildId), imports, (one) => ({
      ...one,
      pending: { importId: id, after, shownAt: now },
    }));
    return id;
  });
}

function idsOf(...some: readonly ({ readonly importId: string } | undefined)[]): readonly string[] {
  return some.flatMap((one) => (one === undefined ? [] : [one.importId]));
}

/** `under-way`: somebody has it carried out. */
export type DropResult = "dropped" | "under-way" | "gone";

/** Lets go of what was shown, unless somebody has decided otherwise. */
export async function dropImport(store: Store, guildId: string, id: string): Promise<DropResult> {
  const result = await store.decide(importKey(guildId), imports, (one): Decision<Import, DropResult> => {
    const { pending, underWay } = one;
    if (pending?.importId === id) return { document: { ...one, pending: undefined }, outcome: "dropped" };
    const isBegun = underWay?.importId === id && !underWay.isUndo;
    return { document: one, outcome: isBegun ? "under-way" : "gone" };
  });
  if (result === "dropped") await dropParts(store, guildId, id);
  return result;
}

/**
 * `under-way`: it is written down, and what failed is done by the next round. `needs-manager`: it changes the officer
 * role, and that is not for every officer.
 */
export type ImportResult = "done" | "under-way" | "gone" | "needs-manager";

export interface Wish {
  readonly guildId: string;
  readonly importId: string;
  readonly mayNameOfficers: boolean;
}

interface By {
  readonly portables: readonly Portable[];
  readonly now: number;
}

interface Reporting extends By {
  /** Hears of a failure that is made good later. */
  report(error: unknown): void;
}

/** Carries out what was shown. It is written down as a whole first, so that a crash leaves nothing half done. */
export function carryOutImport(store: Store, wish: Wish, by: Reporting): Promise<ImportResult> {
  return begin(store, wish, by, ({ pending, underWay }, before) => {
    if (pending?.importId !== wish.importId || by.now - pending.shownAt > WAITS_MS || underWay)
      return undefined;
    return { importId: wish.importId, before, after: pending.after, isUndo: false };
  });
}

/** Puts back what was there before the last import. */
export function undoImport(store: Store, wish: Wish, by: Reporting): Promise<ImportResult> {
  return begin(store, wish, by, ({ done, underWay }, before) => {
    if (done?.importId !== wish.importId || underWay) return undefined;
    return { importId: wish.importId, before, after: done.before, isUndo: true };
  });
}

type UnderWay = NonNullable<Import["underWay"]>;

function begin(
  store: Store,
  { guildId, mayNameOfficers }: Wish,
  by: Reporting,
  rule: (one: Import, before: Kept) => UnderWay | undefined,
): Promise<ImportResult> {
  return inTurn(store, guildId, async () => {
    await finishImport(store, guildId, by);
    await noteOpen(store, guildId);
    const before = await keptFor(store, guildId);
    const result = await store.decide(importKey(guildId), imports, (one): Decision<Import, ImportResult> => {
      const underWay = rule(one, before);
      if (underWay === undefined) return { document: one, outcome: "gone" };
      return changesOfficers(underWay) && !mayNameOfficers
        ? { document: one, outcome: "needs-manager" }
        : { document: { underWay }, outcome: "done" };
    });
    try {
      await finishImport(store, guildId, by);
    } catch (error) {
      if (result !== "done") throw error;
      by.report(error);
      return "under-way";
    }
    return result;
  });
}

async function noteOpen(store: Store, guildId: string): Promise<void> {
  await store.update(OPEN, openImports, ({ guildIds }) => ({
    guildIds: guildIds.includes(guildId) ? guildIds : [...guildIds, guildId],
  }));
}

function changesOfficers({ before, after }: UnderWay): boolean {
  return before.settings.officerRoleId !== after.settings.officerRoleId;
}

/** Finishes an import that is under way; done twice it does no more than once. What waited too long is let go of. */
async function finishImport(store: Store, guildId: string, by: By): Promise<void> {
  const { underWay, pending } = await store.read(importKey(guildId), imports);
  if (underWay !== undefined) {
    await carryOn(store, guildId, underWay, by);
    await dropPartsBut(store, guildId, idsOf(pending, underWay.isUndo ? undefined : underWay));
    await store.update(importKey(guildId), imports, (one) => over(one, underWay));
  }
  if (pending !== undefined && by.now - pending.shownAt <= WAITS_MS) return;
  if (pending !== undefined) await dropImport(store, guildId, pending.importId);
  await store.update(OPEN, openImports, (open) =>
    open.guildIds.includes(guildId) ? { guildIds: open.guildIds.filter((one) => one !== guildId) } : open,
  );
}

async function carryOn(
  store: Store,
  guildId: string,
  { importId, after, isUndo }: UnderWay,
  { portables, now }: By,
): Promise<void> {
  await store.update(settingsKey(guildId), guildSettings, () => after.settings);
  await store.update(overridesKey(guildId), overrides, (known) => withNames(after.overrides, known));
  const parts = { store, guildId, importId, portables, now };
  await (isUndo ? takeBackParts(parts) : putParts(parts));
}

function over(one: Import, { importId: id, before, isUndo }: UnderWay): Import {
  const { underWay, ...others } = one;
  if (underWay?.importId !== id) return one;
  return isUndo ? others : { ...others, done: { importId: id, before } };
}

/** Finishes what a crash or a failing store left half done for a guild, before anybody looks at what is there. */
export function resumeImport(store: Store, guildId: string, by: By): Promise<void> {
  return inTurn(store, guildId, () => finishImport(store, guildId, by));
}

/** After a crash: finishes the imports that it interrupted. What was shown and nobody decided on is let go of. */
export async function resumeImports(store: Store, by: By): Promise<void> {
  const { guildIds } = await store.read(OPEN, openImports);
  for (const guildId of guildIds) await resumeImport(store, guildId, by);
}
