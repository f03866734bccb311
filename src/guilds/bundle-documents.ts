import { isDeepStrictEqual } from "node:util";
import { guildKey, guildRange } from "../store/document-key.ts";
import type { Store } from "../store/store.ts";
import type { Bundle, Obstacle } from "./bundle.ts";
import { isCardChannel } from "./doctor.ts";
import type { GuildFacts } from "./facts.ts";
import { type Packed, type Portable, packed, type Unpacked, unpacked } from "./portable.ts";

/** What of a guild goes into its bundle beside settings and words. */
export interface Taken {
  readonly documents: readonly Packed[];
  /** How many members they name. */
  readonly members: number;
  /** How many documents stay behind, because nobody understands them. */
  readonly unreadable: number;
}

export async function takenFrom(
  store: Store,
  guildId: string,
  portables: readonly Portable[],
): Promise<Taken> {
  const documents: Packed[] = [];
  const members = new Set<string>();
  let unreadable = 0;
  for (const portable of portables) {
    const found = await store.list(guildRange(guildId, portable.sort), portable.kind);
    unreadable += found.unreadable.length;
    for (const { document } of found.documents) {
      documents.push(packed(portable, document));
      for (const userId of portable.membersIn(document)) members.add(userId);
    }
  }
  return { documents, members: members.size, unreadable };
}

/** What an import brings beside settings and words: new documents, and others in the place of those that are here. */
export interface Brought {
  readonly documents: readonly Unpacked[];
  readonly changes: readonly DocumentChange[];
  readonly obstacles: readonly Obstacle[];
}

export interface DocumentChange {
  readonly sort: string;
  readonly added: number;
  readonly changed: number;
}

interface Here {
  readonly store: Store;
  readonly guildId: string;
  readonly portables: readonly Portable[];
}

const NOTHING: Brought = { documents: [], changes: [], obstacles: [] };

/** The channels that a bundle's documents are in, for asking which of them are here. */
export function channelsOf({ documents = [] }: Bundle, portables: readonly Portable[]): readonly string[] {
  const found = documents.flatMap((one) => unpacked(portables, one) ?? []);
  return [...new Set(found.flatMap(({ portable, document }) => portable.channelsIn(document)))];
}

/**
 * The documents of a bundle that can stand in this guild. They speak of its channels and members, so they come back
 * only where they came from, and only where every channel is still here.
 */
export async function broughtBy(
  { documents = [], guildId: from }: Bundle,
  situation: Here & { readonly facts: GuildFacts },
): Promise<Brought> {
  const { store, guildId, facts, portables } = situation;
  if (documents.length === 0) return NOTHING;
  if (from !== guildId) return { ...NOTHING, obstacles: ["documents-elsewhere"] };

  const sound = documents.flatMap((one) => unpacked(portables, one) ?? []);
  const here = new Set(facts.channels.filter(({ type }) => isCardChannel(type)).map(({ id }) => id));
  const fitting = sound.flatMap(({ portable, document }) => {
    const fit = portable.within(document, (id) => here.has(id));
    return fit === undefined ? [] : [{ portable, document: fit }];
  });
  const owned = await withOwners(fitting, situation);
  const changes = new Map(portables.map(({ sort }) => [sort, { sort, added: 0, changed: 0 }]));
  const other: Unpacked[] = [];
  for (const one of owned) {
    const { portable, document } = one;
    const present = await store.read(guildKey(guildId, ...portable.pathOf(document)), portable.kind);
    if (isDeepStrictEqual(plain(present), plain(document))) continue;
    const count = changes.get(portable.sort);
    if (count !== undefined) count[present === portable.kind.absent ? "added" : "changed"]++;
    other.push(one);
  }
  return {
    documents: other,
    changes: [...changes.values()].filter(({ added, changed }) => added + changed > 0),
    obstacles: [
      ...(sound.length < documents.length ? ["documents-unreadable" as const] : []),
      ...(fitting.length < sound.length ? ["documents-channels" as const] : []),
      ...(owned.length < fitting.length ? ["documents-alone" as const] : []),
    ],
  };
}

/** Without those that are nothing without another, when that one neither comes along nor is here. */
async function withOwners(
  brought: readonly Unpacked[],
  { store, guildId, portables }: Here,
): Promise<readonly Unpacked[]> {
  const standing = new Set<string>();
  for (const { portable, document } of brought) standing.add(guildKey(guildId, ...portable.pathOf(document)));
  for (const { sort } of portables)
    for await (const key of store.keys(guildRange(guildId, sort))) standing.add(key);
  return brought.filter(({ portable, document }) => {
    const owner = portable.belongsTo?.(document);
    return owner === undefined || standing.has(guildKey(guildId, ...owner));
  });
}

/** As it is once it was written and read. */
function plain(document: unknown): unknown {
  return document === undefined ? undefined : JSON.parse(JSON.stringify(document));
}
