import type { Career, platforms, RecruitType } from "../catalog/game.ts";
import { oneLine } from "../ui/text.ts";
import { type CaptainKind, type Viewpoint, viewpointOf } from "./viewpoint.ts";

export type Platform = (typeof platforms)[number];

/** `none` is told by the member: this captain is no recruit. Missing means that nobody said. */
export type Recruit = RecruitType | "none";

export interface CaptainFacts {
  readonly name: string;
  readonly kind: CaptainKind;
  readonly career?: Career | undefined;
  readonly level?: number | undefined;
  readonly recruit?: Recruit | undefined;
  readonly platform?: Platform | undefined;
}

export interface Captain extends CaptainFacts {
  /** Never given to another captain of the same member. */
  readonly captainId: string;
}

/** A member's captains. The default is one of them whenever there are any. */
export interface Crew {
  readonly captains: readonly Captain[];
  readonly defaultCaptainId?: string | undefined;
  /** The number of the next captain's id. */
  readonly nextCaptain: number;
}

export const captainLimits = { captains: 20, name: 40 } as const;

export type CaptainResult =
  | { readonly outcome: "done"; readonly captain: Captain; readonly isDefault: boolean }
  | { readonly outcome: "nameless" | "too-many" | "unknown" }
  | { readonly outcome: "name-taken"; readonly name: string };

interface Change<C> {
  readonly document: C;
  readonly outcome: CaptainResult;
}

/** What a member changes of a captain. What is missing stays as it is. */
export type Correction = { readonly [Fact in keyof CaptainFacts]?: CaptainFacts[Fact] | undefined };

export function addCaptain<C extends Crew>(
  crew: C,
  facts: CaptainFacts,
  wish: { readonly makeDefault: boolean },
): Change<C> {
  const name = oneLine(facts.name);
  if (name === "") return unchanged(crew, { outcome: "nameless" });
  if (crew.captains.length >= captainLimits.captains) return unchanged(crew, { outcome: "too-many" });
  if (captainNamed(crew, name)) return unchanged(crew, { outcome: "name-taken", name });

  const captain: Captain = { ...facts, name, captainId: `c${crew.nextCaptain}` };
  const added = { ...crew, captains: [...crew.captains, captain], nextCaptain: crew.nextCaptain + 1 };
  const isFirst = crew.captains.length === 0;
  return done(
    isFirst || wish.makeDefault ? { ...added, defaultCaptainId: captain.captainId } : added,
    captain,
  );
}

export function editCaptain<C extends Crew>(
  crew: C,
  typed: string,
  correction: Correction,
  wish: { readonly makeDefault: boolean },
): Change<C> {
  const before = captainNamed(crew, typed);
  if (before === undefined) return unchanged(crew, { outcome: "unknown" });
  const name = correction.name === undefined ? before.name : oneLine(correction.name);
  if (name === "") return unchanged(crew, { outcome: "nameless" });
  const holder = captainNamed(crew, name);
  if (holder !== undefined && holder !== before) return unchanged(crew, { outcome: "name-taken", name });

  const told = Object.fromEntries(Object.entries(correction).filter(([, value]) => value !== undefined));
  const captain: Captain = { ...before, ...told, name };
  const edited = { ...crew, captains: crew.captains.map((one) => (one === before ? captain : one)) };
  return done(wish.makeDefault ? { ...edited, defaultCaptainId: captain.captainId } : edited, captain);
}

/** The first of those who stay takes over when the default goes. */
export function removeCaptain<C extends Crew>(crew: C, typed: string): Change<C> {
  const captain = captainNamed(crew, typed);
  if (captain === undefined) return unchanged(crew, { outcome: "unknown" });
  const captains = crew.captains.filter((one) => one !== captain);
  const wasDefault = crew.defaultCaptainId === captain.captainId;
  const defaultCaptainId = wasDefault ? captains[0]?.captainId : crew.defaultCaptainId;
  return done({ ...crew, captains, defaultCaptainId }, captain);
}

export function chooseDefault<C extends Crew>(crew: C, captainId: string): Change<C> {
  const captain = crew.captains.find((one) => one.captainId === captainId);
  if (captain === undefined) return unchanged(crew, { outcome: "unknown" });
  return crew.defaultCaptainId === captainId
    ? { document: crew, outcome: { outcome: "done", captain, isDefault: true } }
    : done({ ...crew, defaultCaptainId: captainId }, captain);
}

export function defaultCaptain({ captains, defaultCaptainId }: Crew): Captain | undefined {
  return captains.find((one) => one.captainId === defaultCaptainId);
}

/** A member's captains, the default first. */
export function defaultFirst(crew: Crew): readonly Captain[] {
  const first = defaultCaptain(crew);
  return first === undefined ? crew.captains : [first, ...crew.captains.filter((one) => one !== first)];
}

/** The eyes of one captain. */
export function viewpointOfCaptain({ kind, career, level, recruit }: CaptainFacts): Viewpoint {
  return { ...viewpointOf(kind, career, level), ...(recruit && { recruit }) };
}

/** Two names are one when they read alike, whatever their case. */
export function captainNamed({ captains }: Crew, typed: string): Captain | undefined {
  const wanted = folded(typed);
  return captains.find((one) => folded(one.name) === wanted);
}

/** The captains whose name holds what was typed, those that begin with it first. */
export function captainsLike({ captains }: Crew, typed: string): readonly Captain[] {
  const wanted = folded(typed);
  const found = captains.filter((one) => folded(one.name).includes(wanted));
  const begins = (one: Captain) => folded(one.name).startsWith(wanted);
  return [...found.filter(begins), ...found.filter((one) => !begins(one))];
}

function folded(name: string): string {
  return oneLine(name).normalize("NFKC").toLowerCase();
}

function done<C extends Crew>(document: C, captain: Captain): Change<C> {
  const isDefault = document.defaultCaptainId === captain.captainId;
  return { document, outcome: { outcome: "done", captain, isDefault } };
}

function unchanged<C extends Crew>(document: C, outcome: CaptainResult): Change<C> {
  return { document, outcome };
}
