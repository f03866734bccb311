import { z } from "zod";
import { type DocumentKey, guildKey, guildRange } from "../store/document-key.ts";
import { documentKind } from "../store/document-kind.ts";
import type { Store } from "../store/store.ts";
import { type Portable, packed, type Unpacked, unpacked } from "./portable.ts";

const packedSchema = z.object({
  kind: z.string().max(40),
  version: z.number().int().min(1),
  document: z.unknown(),
});

const importPart = z
  .object({
    importId: z.string(),
    after: packedSchema.readonly(),
    /** What was there before, once that is known. */
    before: z.object({ document: z.unknown() }).readonly().optional(),
    isPut: z.boolean(),
  })
  .readonly();
type Part = z.infer<typeof importPart>;

/** No kind of document may be larger. */
const MOST_CHARS_OF_ALL = 7_000_000;

/** A document that an import brings, and what it took the place of: so long as it can be taken back. */
export const importParts = documentKind({
  name: "import-part",
  version: 1,
  schema: importPart,
  most: 2 * MOST_CHARS_OF_ALL + 1_000,
});

const SORT = "import-part";

/** Keeps what an import would bring. Whoever asks for it has noted a trace of everybody who is named. */
export async function keepParts(
  store: Store,
  guildId: string,
  importId: string,
  brought: readonly Unpacked[],
): Promise<void> {
  for (const [at, { portable, document }] of brought.entries()) {
    const after = packed(portable, document);
    await store.update(guildKey(guildId, SORT, importId, at), importParts, () => ({
      importId,
      after,
      isPut: false,
    }));
  }
}

/** Lets go of the parts of one import. */
export async function dropParts(store: Store, guildId: string, importId: string): Promise<void> {
  for await (const key of store.keys(guildRange(guildId, SORT, importId))) await store.remove(key);
}

/** Lets go of the parts of all imports but these. */
export async function dropPartsBut(store: Store, guildId: string, kept: readonly string[]): Promise<void> {
  for await (const key of store.keys(guildRange(guildId, SORT)))
    if (!kept.includes(key.split(":")[3] ?? "")) await store.remove(key);
}

interface Occasion {
  readonly store: Store;
  readonly guildId: string;
  readonly importId: string;
  readonly portables: readonly Portable[];
  readonly now: number;
}

/** Puts every document in its place; after a crash, those that are not there yet. */
export async function putParts(occasion: Occasion): Promise<void> {
  const { store, guildId, portables, now } = occasion;
  for (const [partKey, part] of await partsOf(occasion)) {
    const found = unpacked(portables, part.after);
    if (found === undefined || part.isPut) continue;
    const { portable, document } = found;
    const { kind } = portable;
    const key = guildKey(guildId, ...portable.pathOf(document));
    if (part.before === undefined) {
      const present = await store.read(key, kind);
      const before = { document: present === kind.absent ? null : present };
      await store.update(partKey, importParts, (one) => one && { ...one, before: one.before ?? before });
    }
    await store.update(key, kind, (present) => portable.resting(document, present, now));
    await store.update(partKey, importParts, (one) => one && { ...one, isPut: true });
  }
}

/** Puts back what was there before; done twice it does no more than once. */
export async function takeBackParts(occasion: Occasion): Promise<void> {
  const { store, guildId, portables, now } = occasion;
  for (const [partKey, { after, before, isPut }] of await partsOf(occasion)) {
    const found = unpacked(portables, after);
    if (found === undefined || before === undefined || !isPut) continue;
    const { portable } = found;
    const key = guildKey(guildId, ...portable.pathOf(found.document));
    if (before.document === null) await store.remove(key);
    else await store.update(key, portable.kind, (present) => portable.resting(before.document, present, now));
    await store.update(partKey, importParts, (one) => one && { ...one, isPut: false });
  }
}

async function partsOf({ store, guildId, importId }: Occasion): Promise<readonly [DocumentKey, Part][]> {
  const { documents } = await store.list(guildRange(guildId, SORT, importId), importParts);
  return documents.map(({ key, document }) => [key, document]);
}

/** Where what imports brought names a member; see `Trace`. What names them is let go of. */
export const importTraces = {
  what: "you in runs, bugs and rewards that an import can take back",
  collect: async (store: Store, guildId: string, userId: string): Promise<unknown> => {
    const own = await partsNaming(store, guildId, userId);
    return own.length === 0 ? undefined : { copies: own.length };
  },
  erase: async (store: Store, guildId: string, userId: string): Promise<number> => {
    const own = await partsNaming(store, guildId, userId);
    for (const key of own) await store.remove(key);
    return own.length;
  },
};

async function partsNaming(store: Store, guildId: string, userId: string): Promise<readonly DocumentKey[]> {
  const { documents } = await store.list(guildRange(guildId, SORT), importParts);
  return documents.filter(({ document }) => JSON.stringify(document).includes(userId)).map(({ key }) => key);
}
