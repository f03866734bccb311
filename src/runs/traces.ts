import { guildRange } from "../store/document-key.ts";
import type { Store } from "../store/store.ts";
import { promotedBetween, withPromotions } from "./debts.ts";
import { isOver, NOBODY, type Run, signupOf } from "./run.ts";
import { settled, withoutSignup } from "./seats.ts";
import { runs } from "./store.ts";

/** Where guilds' runs name a member; see `Trace`. The run stays, and its seat goes to whoever waits, who is told. */
export const runTraces = {
  what: "your sign-ups and the runs you led",
  collect: async (store: Store, guildId: string, userId: string): Promise<unknown> => {
    const { documents } = await store.list(guildRange(guildId, "run"), runs);
    const own = documents.flatMap(({ document }) => traceIn(document, userId) ?? []);
    return own.length === 0 ? undefined : own;
  },
  erase: async (store: Store, guildId: string, userId: string, now: number): Promise<number> => {
    const { documents } = await store.list(guildRange(guildId, "run"), runs);
    const named = documents.filter(({ document }) => names(document, userId));
    for (const { key } of named) await store.update(key, runs, (run) => run && without(run, userId, now));
    return named.length;
  },
};

function traceIn(run: Run, userId: string) {
  if (!names(run, userId)) return undefined;
  const { runId, title, startsAt, state, leaderId, present, heard, signups, deliveries } = run;
  const told = deliveries.all.filter(({ about }) => isAbout(about, userId));
  return {
    runId,
    title,
    startsAt,
    state,
    isLeader: leaderId === userId,
    signup: signupOf(run, userId),
    wasThere: present?.includes(userId),
    signedUpOthers: signups.filter(({ addedBy }) => addedBy === userId).length,
    presses: heard.find((one) => one.userId === userId)?.interactionIds ?? [],
    told: told.map(({ kind, at }) => ({ kind, at })),
  };
}

/** Anywhere in the document, whatever it is there for. */
function names(run: Run, userId: string): boolean {
  return (
    JSON.stringify(run).includes(`"${userId}"`) ||
    run.deliveries.all.some(({ about }) => isAbout(about, userId))
  );
}

function without(run: Run, userId: string, now: number): Run {
  const { offshoot } = run;
  const rest = withoutSignup(run, userId);
  const erased: Run = {
    ...rest,
    heard: rest.heard.filter((one) => one.userId !== userId),
    leaderId: run.leaderId === userId ? NOBODY : run.leaderId,
    signups: rest.signups.map((one) => (one.addedBy === userId ? { ...one, addedBy: undefined } : one)),
    ...(run.present && { present: run.present.filter((one) => one !== userId) }),
    ...(offshoot && { offshoot: without(offshoot, userId, now) }),
    deliveries: {
      ...run.deliveries,
      all: run.deliveries.all.filter(({ about }) => !isAbout(about, userId)),
    },
  };
  if (isOver(erased)) return erased;
  const after = settled(erased);
  return withPromotions(after, promotedBetween(run, after), now);
}

/** Deliveries name a member alone, or with the reason behind a point. */
function isAbout(about: string, userId: string): boolean {
  return about === userId || about.startsWith(`${userId}.`);
}
