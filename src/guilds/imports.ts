import { z } from "zod";
import { botKey, type DocumentKey, guildKey } from "../store/document-key.ts";
import { documentKind } from "../store/document-kind.ts";
import type { Store } from "../store/store.ts";
import type { Kept } from "./bundle.ts";
import { dropParts, keepParts, putParts, takeBackParts } from "./import-parts.ts";
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
export async function planImport(
  store: Store,
  guildId: string,
  { after, documents }: { readonly after: Kept; readonly documents: readonly Unpacked[] },
  now: number,
): Promise<string> {
  const id = now.toString(36);
  const { done } = await store.read(importKey(guildId), imports);
  await dropParts(store, guildId, done === undefined ? [] : [done.importId]);
  if (documents.length > 0) {
    await noteOpen(store, guildId);
    await keepParts(store, guildId, id, documents);
  }
  await store.update(importKey(guildId), imports, (one) => ({
    ...one,
    pending: { importId: id, after, shownAt: now },
  }));
  return id;
}

export async function dropImport(store: Store, guildId: string, id: string): Promise<void> {
  const { done } = await store.update(importKey(guildId), imports, (one) =>
    one.pending?.importId === id ? { ...one, pending: undefined } : one,
  );
  await dropParts(store, guildId, done === undefined ? [] : [done.importId]);
}

/** `needs-manager`: it changes the officer role, and that is not for every officer. */
export type ImportResult = "done" | "gone" | "needs-manager";

export interface Wish {
  readonly guildId: string;
  readonly importId: string;
  readonly mayNameOfficers: boolean;
}

interface By {
  readonly portables: readonly Portable[];
  readonly now: number;
}

/** Carries out what was shown. It is written down as a whole first, so that a crash leaves nothing half done. */
export async function carryOutImport(store: Store, wish: Wish, by: By): Promise<ImportResult> {
  const before = await keptFor(store, wish.guildId);
  return await begin(store, wish, by, ({ pending, underWay }) => {
    if (pending?.importId !== wish.importId || by.now - pending.shownAt > WAITS_MS || underWay)
      return undefined;
    return { importId: wish.importId, before, after: pending.after, isUndo: false };
  });
}

/** Puts back what was there before the last import. */
export async function undoImport(store: Store, wish: Wish, by: By): Promise<ImportResult> {
  const before = await keptFor(store, wish.guildId);
  return await begin(store, wish, by, ({ done, underWay }) => {
    if (done?.importId !== wish.importId || underWay) return undefined;
    return { importId: wish.importId, before, after: done.before, isUndo: true };
  });
}

type UnderWay = NonNullable<Import["underWay"]>;

async function begin(
  store: Store,
  { guildId, mayNameOfficers }: Wish,
  by: By,
  rule: (one: Import) => UnderWay | undefined,
): Promise<ImportResult> {
  await noteOpen(store, guildId);
  const result = await store.decide(importKey(guildId), imports, (one) => {
    const underWay = rule(one);
    const decided = (document: Import, outcome: ImportResult) => ({ document, outcome });
    if (underWay === undefined) return decided(one, "gone");
    return changesOfficers(underWay) && !mayNameOfficers
      ? decided(one, "needs-manager")
      : decided({ underWay }, "done");
  });
  await finishImport(store, guildId, by);
  return result;
}

async function noteOpen(store: Store, guildId: string): Promise<void> {
  await store.update(OPEN, openImports, ({ guildIds }) => ({
    guildIds: guildIds.includes(guildId) ? guildIds : [...guildIds, guildId],
  }));
}

function changesOfficers({ before, after }: UnderWay): boolean {
  return before.settings.officerRoleId !== after.settings.officerRoleId;
}

/** Finishes an import that is under way; done twice it does no more than once. */
async function finishImport(store: Store, guildId: string, { portables, now }: By): Promise<void> {
  const { underWay, pending } = await store.read(importKey(guildId), imports);
  if (underWay === undefined && pending !== undefined && now - pending.shownAt <= WAITS_MS) return;
  if (underWay !== undefined) {
    const { importId: id, before, after, isUndo } = underWay;
    await store.update(settingsKey(guildId), guildSettings, () => after.settings);
    await store.update(overridesKey(guildId), overrides, (known) => withNames(after.overrides, known));
    const parts = { store, guildId, importId: id, portables, now };
    await (isUndo ? takeBackParts(parts) : putParts(parts));
    await dropParts(store, guildId, isUndo ? [] : [id]);
    await store.update(importKey(guildId), imports, (one) =>
      one.underWay?.importId === id ? (isUndo ? {} : { done: { importId: id, before } }) : one,
    );
  } else if (pending !== undefined) await dropImport(store, guildId, pending.importId);
  await store.update(OPEN, openImports, ({ guildIds }) => ({
    guildIds: guildIds.filter((one) => one !== guildId),
  }));
}

/** After a crash: finishes the imports that it interrupted. What was shown and nobody decided on is let go of. */
export async function resumeImports(store: Store, by: By): Promise<void> {
  const { guildIds } = await store.read(OPEN, openImports);
  for (const guildId of guildIds) await finishImport(store, guildId, by);
}
