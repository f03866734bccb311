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
  /** How many were told that the store did not take their change. */
  readonly unsaved: number;
}

/**
 * Many people press Join in one moment, some of them Leave right after; and what everybody was told in private is
 * compared with the document.
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

  const ids = shuffled(
    Array.from({ length: people }, (_, at) => String(1_000 + at)),
    chance,
  );
  const leavers = new Set(shuffled(ids, chance).slice(0, leaves));
  const told = new Map<string, Told>();
  const hear = async (userId: string, action: "join" | "leave") => {
    await pause(chance);
    const answer = textOf(messageOf(await bot.as({ userId }).press(`v1:lfg:${action}:${runId}`)));
    told.set(userId, after(told.get(userId), answer));
  };
  await Promise.all(
    ids.map(async (userId) => {
      await hear(userId, "join");
      if (leavers.has(userId)) await hear(userId, "leave");
    }),
  );

  const run = await theRun();
  await bot.store.close();
  const unsaved = [...told.values()].filter(({ isUnsaved }) => isUnsaved).length;
  const others = bot.failures.length === unsaved ? [] : bot.failures.map(String);
  return { run, wrong: [...invariants(run, seats, told), ...liars(run, told), ...others], unsaved };
}

/** What somebody has to believe after all that they were told. */
interface Told {
  readonly isIn: boolean;
  readonly place: number | undefined;
  readonly isUnsaved: boolean;
  readonly answer: string;
}

function after(before: Told | undefined, answer: string): Told {
  const isUnsaved = before?.isUnsaved === true || answer.startsWith("That was not saved");
  if (answer.startsWith("That was not saved"))
    return { isIn: before?.isIn ?? false, place: before?.place, isUnsaved, answer };
  if (/^You are (?:out of|not signed up)/.test(answer))
    return { isIn: false, place: undefined, isUnsaved, answer };
  const place = /You are number (\d+) on the waitlist/.exec(answer)?.[1];
  const isIn = place !== undefined || answer.startsWith("You are in: seat");
  return { isIn, place: place === undefined ? undefined : Number(place), isUnsaved, answer };
}

function invariants(run: Run, seats: number, told: ReadonlyMap<string, Told>): readonly string[] {
  const left = [...told.values()].filter(({ isIn }) => isIn).length + 1;
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

/** Whose private answers do not agree with the document. A place can only have become better since. */
function liars(run: Run, told: ReadonlyMap<string, Told>): readonly string[] {
  return [...told].flatMap(([userId, { isIn, place, answer }]) => {
    const signup = signupOf(run, userId);
    const isTrue =
      signup === undefined || !isIn
        ? signup === undefined && !isIn
        : signup.standing === "seated" || (place !== undefined && placeOf(run, signup) <= place);
    return isTrue ? [] : [`${userId} was told “${answer}” and is ${signup?.standing ?? "not in"}`];
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
