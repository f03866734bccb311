import { z } from "zod";
import { limits } from "../ui/limits.ts";
import { isCardChannel } from "./doctor.ts";
import type { GuildFacts } from "./facts.ts";
import { nameless, type Overrides, override, overrideLimits, overrideOf, saysTheSame } from "./overrides.ts";
import type { Packed } from "./portable.ts";
import { type Settings, settings } from "./settings.ts";

/** What a fleet takes along: everything that is kept for it. Its runs, bugs and rewards name members. */
export const bundle = z
  .object({
    format: z.literal("away-team-fleet"),
    version: z.literal(1),
    exportedAt: z.string().max(40),
    guildId: z.string().regex(/^\d{1,20}$/),
    settings,
    overrides: z.array(override).max(overrideLimits.records).readonly(),
    /** Missing in the bundles of older versions. */
    documents: z
      .array(
        z
          .object({ kind: z.string().max(40), version: z.number().int().min(1), document: z.unknown() })
          .readonly(),
      )
      .readonly()
      .optional(),
  })
  .readonly();

export type Bundle = z.infer<typeof bundle>;

/** What one bundle may hold. Each document is written several times by an import, and each member's own once. */
export const bundleLimits = { bytes: limits.fileBytes, documents: 20_000, members: 10_000 } as const;
export type BundleLimit = keyof typeof bundleLimits;

/** The limit that a bundle is beyond, if any. */
export function limitMet(counted: Readonly<Partial<Record<BundleLimit, number>>>): BundleLimit | undefined {
  return (["bytes", "documents", "members"] as const).find(
    (name) => (counted[name] ?? 0) > bundleLimits[name],
  );
}

/** What is kept for a guild and goes into its bundle. */
export interface Kept {
  readonly settings: Settings;
  readonly overrides: Overrides;
}

export function bundleOf(
  guildId: string,
  { settings: set, overrides }: Kept,
  documents: readonly Packed[],
  exportedAt: string,
): Bundle {
  return {
    format: "away-team-fleet",
    version: 1,
    exportedAt,
    guildId,
    settings: set,
    overrides: nameless(overrides).records,
    documents,
  };
}

/** Reads a bundle's file; `undefined` when it is none. */
export function readBundle(text: string): Bundle | undefined {
  try {
    const parsed = bundle.safeParse(JSON.parse(text));
    if (!parsed.success) return undefined;
    const { overrides } = parsed.data;
    return new Set(overrides.map(({ slug }) => slug)).size === overrides.length ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Something in a bundle that cannot be taken over into this guild. */
export type Obstacle =
  | "runsChannelId"
  | "rewardsChannelId"
  | "pingRoleId"
  | "officerRoleId"
  | "officer-right"
  | "documents-elsewhere"
  | "documents-channels"
  | "documents-alone"
  | "documents-unreadable";

export interface Fitted {
  readonly kept: Kept;
  readonly obstacles: readonly Obstacle[];
}

interface Situation {
  readonly present: Kept;
  readonly facts: GuildFacts;
  readonly mayNameOfficers: boolean;
}

/**
 * A bundle as it can stand in this guild: channels and roles that are not here stay as they are, and the officer role
 * changes only by the hand of who may name it.
 */
export function fitInto({ settings: wanted, overrides }: Bundle, situation: Situation): Fitted {
  const { present, facts, mayNameOfficers } = situation;
  const isChannel = (id: string) => facts.channels.some((one) => one.id === id && isCardChannel(one.type));
  const isRole = (id: string) =>
    id !== facts.guildId && facts.roles.some((one) => one.id === id && !one.isManaged);
  const obstacles: Obstacle[] = [];
  const taken = (
    name: Exclude<Obstacle, "officer-right" | `documents-${string}`>,
    isFit: (id: string) => boolean,
  ) => {
    const id = wanted[name];
    if (id === undefined || isFit(id)) return id;
    obstacles.push(name);
    return present.settings[name];
  };

  const fitted = {
    ...wanted,
    runsChannelId: taken("runsChannelId", isChannel),
    rewardsChannelId: taken("rewardsChannelId", isChannel),
    pingRoleId: taken("pingRoleId", isRole),
    officerRoleId: taken("officerRoleId", isRole),
  };
  const isOfficerChange = fitted.officerRoleId !== present.settings.officerRoleId;
  if (isOfficerChange && !mayNameOfficers) obstacles.push("officer-right");
  const officerRoleId = mayNameOfficers ? fitted.officerRoleId : present.settings.officerRoleId;
  return {
    kept: { settings: { ...fitted, officerRoleId }, overrides: nameless({ records: overrides }) },
    obstacles,
  };
}

export interface Difference {
  /** The settings that change. */
  readonly settings: readonly (keyof Settings)[];
  /** The records whose correction is new, other, or gone. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

export function differenceOf(before: Kept, after: Kept): Difference {
  const names = Object.keys({ ...before.settings, ...after.settings }) as (keyof Settings)[];
  const is = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const find = ({ overrides }: Kept, slug: string) => overrideOf(overrides, slug);
  const slugs = (kept: Kept) => kept.overrides.records.map(({ slug }) => slug);
  return {
    settings: names.filter((name) => !is(before.settings[name], after.settings[name])),
    added: slugs(after).filter((slug) => find(before, slug) === undefined),
    changed: slugs(after).filter(
      (slug) => find(before, slug) !== undefined && !saysTheSame(find(before, slug), find(after, slug)),
    ),
    removed: slugs(before).filter((slug) => find(after, slug) === undefined),
  };
}

export function isDifferent({ settings: names, added, changed, removed }: Difference): boolean {
  return names.length + added.length + changed.length + removed.length > 0;
}
