import { placeOf, type Run, seated, signupOf, waiting } from "../../src/runs/run.ts";
import { runs } from "../../src/runs/store.ts";
import { guildRange } from "../../src/store/document-key.ts";
import type { Driver } from "../../src/store/driver.ts";
import { textOf } from "../end-to-end/seen.ts";
import { house, messageOf } from "../house.ts";

/** The guild of a house. */
const GUILD = "2";

interface Rush {
  readonly seed: number;
  readonly people: number;
  readonly seats: number;
  readonly leaves: number;
  readonly driver?: Driver;
}

export interface RushVerdict {
  readonly run: Run;
  readonly wrong: readonly string[];
}

/**
 * Many people press Join in one moment, some of them Leave right after, each click delivered twice now and then; and
 * everybody's last private answer is compared with the document.
 */
export async function rush({ seed, people, seats, leaves, driver }: Rush): Promise<RushVerdict> {
  const chance = randomly(seed);
  const bot = house(driver === undefined ? {} : { driver });
  await bot.as({ userId: "100" }).run("lfg", { mission: "second wave", when: "tomorrow 20:00", seats });
  const theRun = async (): Promise<Run> => {
    const [only] = (await bot.store.list(guildRange(GUILD, "run"), runs)).documents;
    if (only === undefined) throw new Error("No run was made.");
    return only.document;
  };
  const { runId } = await theRun();
  const join = `v1:lfg:join:${runId}`;
  const leave = `v1:lfg:leave:${runId}`;

  const ids = shuffled(
    Array.from({ length: people }, (_, at) => String(1_000 + at)),
    chance,
  );
  const leavers = new Set(ids.toSorted(() => chance() - 0.5).slice(0, leaves));
  const answers = new Map<string, string>();
  await Promise.all(
    ids.map(async (userId) => {
      const member = bot.as({ userId });
      await pause(chance);
      answers.set(userId, textOf(messageOf(await member.press(join))));
      if (!leavers.has(userId)) return;
      await pause(chance);
      answers.set(userId, textOf(messageOf(await member.press(leave))));
    }),
  );

  const after = await theRun();
  await bot.store.close();
  return {
    run: after,
    wrong: [
      ...invariants(after, seats, people + 1 - leaves),
      ...liars(after, answers, leavers),
      ...bot.failures.map(String),
    ],
  };
}

function invariants(run: Run, seats: number, left: number): readonly string[] {
  const orders = waiting(run).map(({ order }) => order);
  const isInOrder = orders.every((order, at) => order > (orders[at - 1] ?? -1));
  const lastSeated = Math.max(...seated(run).map(({ order }) => order));
  return [
    ...(seated(run).length === Math.min(seats, left)
      ? []
      : [`${seated(run).length} people for ${seats} seats`]),
    ...(run.signups.length === left ? [] : [`${run.signups.length} sign-ups of ${left}`]),
    ...(isInOrder ? [] : ["the waitlist is not in the order of the commits"]),
    ...(orders.every((order) => order > lastSeated)
      ? []
      : ["somebody who waits came before somebody who sits"]),
  ];
}

/** Whose private answer does not agree with the document. A place can only have become better since. */
function liars(
  run: Run,
  answers: ReadonlyMap<string, string>,
  leavers: ReadonlySet<string>,
): readonly string[] {
  return [...answers].flatMap(([userId, answer]) => {
    const signup = signupOf(run, userId);
    if (leavers.has(userId))
      return signup === undefined && answer.startsWith("You are out of") ? [] : [`${userId} left: ${answer}`];
    if (signup === undefined) return [`${userId} is lost: ${answer}`];
    const seat = /^You are in: seat (\d+) of/.exec(answer)?.[1];
    if (seat !== undefined) return signup.standing === "seated" ? [] : [`${userId} was promised a seat`];
    const told = Number(/You are number (\d+) on the waitlist/.exec(answer)?.[1]);
    const isTrue = signup.standing === "seated" || placeOf(run, signup) <= told;
    return isTrue ? [] : [`${userId} was told place ${told} and has ${placeOf(run, signup)}`];
  });
}

async function pause(chance: () => number): Promise<void> {
  for (let turns = Math.floor(chance() * 20); turns > 0; turns--) await Promise.resolve();
  if (chance() < 0.3) await new Promise((resolve) => setImmediate(resolve));
}

function shuffled<T>(list: readonly T[], chance: () => number): T[] {
  return list
    .map((one) => ({ one, at: chance() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

/** Mulberry32: small, and the same on every machine. */
function randomly(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
