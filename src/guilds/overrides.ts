import { z } from "zod";
import { difficultyLevels, MAX_LEVEL } from "../catalog/game.ts";
import { type DocumentKey, guildKey } from "../store/document-key.ts";
import { documentKind } from "../store/document-kind.ts";
import type { Store } from "../store/store.ts";
import { oneLine } from "../ui/text.ts";

export const overrideLimits = { records: 100, aliases: 5, alias: 60, note: 300 } as const;

export const override = z
  .object({
    /** The record that it corrects. */
    slug: z.string().regex(/^[a-z0-9-]{1,80}$/),
    difficulty: z.enum(difficultyLevels).optional(),
    level: z.number().int().min(1).max(MAX_LEVEL).optional(),
    aliases: z.array(z.string().min(1).max(overrideLimits.alias)).max(overrideLimits.aliases).readonly(),
    note: z.string().min(1).max(overrideLimits.note).optional(),
    /** The officer who said so last; missing once they asked to be forgotten. */
    setBy: z
      .string()
      .regex(/^\d{1,20}$/)
      .optional(),
  })
  .readonly();

export const overridesOfGuild = z
  .object({ records: z.array(override).max(overrideLimits.records).readonly() })
  .readonly();

/** What a fleet says of a record for itself, over what the sources say. */
export type Override = z.infer<typeof override>;
export type Overrides = z.infer<typeof overridesOfGuild>;
export type Difficulty = NonNullable<Override["difficulty"]>;

export const overrides = documentKind({
  name: "overrides",
  version: 1,
  schema: overridesOfGuild,
  initial: { records: [] } as Overrides,
});

export function overridesKey(guildId: string): DocumentKey {
  return guildKey(guildId, "overrides");
}

export function overrideOf({ records }: Overrides, slug: string): Override | undefined {
  return records.find((one) => one.slug === slug);
}

/** The record that this fleet calls so. */
export function slugCalled({ records }: Overrides, typed: string): string | undefined {
  if (records.length === 0) return undefined;
  const wanted = folded(typed);
  return records.find(({ aliases }) => aliases.some((alias) => folded(alias) === wanted))?.slug;
}

/** The fleet's own names that begin with what was typed, with their records. */
export function aliasesLike(
  { records }: Overrides,
  typed: string,
): readonly { alias: string; slug: string }[] {
  const wanted = folded(typed);
  if (wanted === "") return [];
  return records.flatMap(({ aliases, slug }) =>
    aliases.filter((alias) => folded(alias).startsWith(wanted)).map((alias) => ({ alias, slug })),
  );
}

export interface Saying {
  readonly difficulty?: Difficulty | undefined;
  readonly level?: number | undefined;
  readonly alias?: string | undefined;
  readonly note?: string | undefined;
}

export type OverrideResult =
  | { readonly outcome: "done"; readonly override: Override }
  | { readonly outcome: "too-many" | "too-many-aliases" | "empty" }
  | { readonly outcome: "alias-taken"; readonly slug: string };

/** Adds to what the fleet says of a record; what is missing stays as it was. */
export function say(
  before: Overrides,
  { slug, setBy }: { readonly slug: string; readonly setBy: string },
  { alias: typedAlias, note: typedNote, difficulty, level }: Saying,
): { readonly document: Overrides; readonly outcome: OverrideResult } {
  const refused = (outcome: OverrideResult) => ({ document: before, outcome });
  const alias = typedAlias === undefined ? undefined : oneLine(typedAlias);
  const note = typedNote === undefined ? undefined : oneLine(typedNote);
  if (alias === "" || note === "") return refused({ outcome: "empty" });

  const known = overrideOf(before, slug);
  if (known === undefined && before.records.length >= overrideLimits.records)
    return refused({ outcome: "too-many" });
  const holder = alias === undefined ? undefined : slugCalled(before, alias);
  if (holder !== undefined && holder !== slug) return refused({ outcome: "alias-taken", slug: holder });
  const aliases = known?.aliases ?? [];
  const isNewAlias = alias !== undefined && holder === undefined;
  if (isNewAlias && aliases.length >= overrideLimits.aliases) return refused({ outcome: "too-many-aliases" });

  const said: Override = {
    ...known,
    slug,
    aliases: isNewAlias ? [...aliases, alias] : aliases,
    setBy,
    ...(difficulty && { difficulty }),
    ...(level !== undefined && { level }),
    ...(note !== undefined && { note }),
  };
  const others = before.records.filter((one) => one !== known);
  return { document: { records: [...others, said] }, outcome: { outcome: "done", override: said } };
}

/** Back to what the sources say. */
export function unsay(before: Overrides, slug: string): Overrides {
  return overrideOf(before, slug) === undefined
    ? before
    : { records: before.records.filter((one) => one.slug !== slug) };
}

/** The same words without who said them. */
export function nameless({ records }: Overrides): Overrides {
  return { records: records.map(({ setBy: _setBy, ...rest }) => rest) };
}

/** Words that come back nameless belong to who said them, as long as they are still the same. */
export function withNames({ records }: Overrides, known: Overrides): Overrides {
  return {
    records: records.map((one) => {
      const before = overrideOf(known, one.slug);
      return before !== undefined && saysTheSame(before, one) ? before : one;
    }),
  };
}

export function saysTheSame(one: Override | undefined, other: Override | undefined): boolean {
  const facts = ({ slug, difficulty, level, aliases, note }: Override) =>
    JSON.stringify([slug, difficulty, level, aliases, note]);
  return one === undefined || other === undefined ? one === other : facts(one) === facts(other);
}

function folded(words: string): string {
  return oneLine(words).normalize("NFKC").toLowerCase();
}

/** Where the fleet's corrections name a member; see `Trace`. The correction stays, the name goes. */
export const overrideTraces = {
  what: "your name on a fleet's corrections",
  collect: async (store: Store, guildId: string, userId: string): Promise<unknown> => {
    const { records } = await store.read(overridesKey(guildId), overrides);
    const own = records.filter(({ setBy }) => setBy === userId);
    return own.length === 0 ? undefined : own;
  },
  erase: async (store: Store, guildId: string, userId: string): Promise<number> =>
    await store.decide(overridesKey(guildId), overrides, (before) => {
      const own = before.records.filter(({ setBy }) => setBy === userId).length;
      const records = before.records.map(({ setBy, ...rest }) =>
        setBy === undefined || setBy === userId ? rest : { ...rest, setBy },
      );
      return { document: own === 0 ? before : { records }, outcome: own };
    }),
};
