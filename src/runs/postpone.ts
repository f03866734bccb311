import { z } from "zod";
import { guildKey } from "../store/document-key.ts";
import { documentKind } from "../store/document-kind.ts";
import type { Decision, Store } from "../store/store.ts";
import { NO_ACTOR, withDebts } from "./debts.ts";
import { moveRun } from "./lead.ts";
import { asOf } from "./passing.ts";
import { isOver, type Run } from "./run.ts";
import { runKey, runs } from "./store.ts";

/** `from`: whoever moved the run meanwhile has the last word. */
const move = z
  .object({ runId: z.string(), from: z.number().int().optional(), to: z.number().int() })
  .readonly();

const postponings = z
  .object({
    /** What is still to be done. */
    moves: z.array(move).readonly(),
    /** The questions that were agreed to, the last ones: a second press moves nothing twice. */
    agreed: z.array(z.string()).readonly(),
  })
  .readonly();
type Postponings = z.infer<typeof postponings>;

export const postponing = documentKind({
  name: "postponing",
  version: 1,
  schema: postponings,
  initial: { moves: [], agreed: [] } as Postponings,
});

const AGREED_KEPT = 20;

/** Runs that were about to begin so long ago have perhaps not begun: the game went down over them. */
const JUST_NOW_MS = 3_600_000;

/** The runs that a breakdown of the game is in the way of: planned ones that begin before an instant. */
export function runsUntil(open: readonly Run[], now: number, until: number): readonly Run[] {
  return open.filter(
    ({ isInstant, startsAt }) => !isInstant && startsAt >= now - JUST_NOW_MS && startsAt <= until,
  );
}

/** The question that was agreed to last; it was shown what came of those before. */
export async function lastAgreed(store: Store, guildId: string): Promise<string> {
  const { agreed } = await store.read(guildKey(guildId, "postponing"), postponing);
  return agreed.at(-1) ?? NONE;
}

/** Where nothing was agreed to yet. */
const NONE = "0";

/** `overtaken`: another question was agreed to since this one was shown. */
export type Postponed = "moved" | "moved-before" | "overtaken";

export interface Postponement {
  /** Names the question that was agreed to. */
  readonly questionId: string;
  /** The one that had been agreed to last when it was shown; missing on buttons of earlier versions. */
  readonly after: string | undefined;
  readonly moving: readonly Run[];
  readonly byMs: number;
}

/**
 * Moves runs, keeps their crews, and leaves everyone to be told once. What is to be done is written down first, so
 * that a crash in between leaves the rest to `resumePostponing`. Two officers who were asked the same move nothing twice.
 */
export async function postponeRuns(
  store: Store,
  guildId: string,
  { questionId, after = NONE, moving, byMs }: Postponement,
  now: number,
): Promise<Postponed> {
  const moves = moving.map(({ runId, startsAt }) => ({ runId, from: startsAt, to: startsAt + byMs }));
  const outcome = await store.decide(
    guildKey(guildId, "postponing"),
    postponing,
    (before): Decision<Postponings, Postponed> => {
      if (before.agreed.includes(questionId)) return { document: before, outcome: "moved-before" };
      if ((before.agreed.at(-1) ?? NONE) !== after) return { document: before, outcome: "overtaken" };
      const agreed = [...before.agreed, questionId].slice(-AGREED_KEPT);
      return { document: { moves: [...before.moves, ...moves], agreed }, outcome: "moved" };
    },
  );
  await finishPostponing(store, guildId, now);
  return outcome;
}

export async function resumePostponing(store: Store, now: number): Promise<void> {
  for await (const guildId of store.guildIds()) await finishPostponing(store, guildId, now);
}

async function finishPostponing(store: Store, guildId: string, now: number): Promise<void> {
  const key = guildKey(guildId, "postponing");
  const { moves } = await store.read(key, postponing);
  if (moves.length === 0) return;
  for (const { runId, from, to } of moves)
    await store.update(runKey(guildId, runId), runs, (run) => run && moved(run, { from, to }, now));
  const isDone = (one: { readonly runId: string; readonly to: number }) =>
    moves.some(({ runId, to }) => runId === one.runId && to === one.to);
  await store.update(key, postponing, (latest) => ({
    ...latest,
    moves: latest.moves.filter((one) => !isDone(one)),
  }));
}

function moved(
  stored: Run,
  { from = stored.startsAt, to }: { readonly from: number | undefined; readonly to: number },
  now: number,
): Run {
  const run = asOf(stored, now);
  if (isOver(run) || run.startsAt === to || run.startsAt !== from) return stored;
  return withDebts(run, moveRun(run, to, now), now, NO_ACTOR);
}
