import { setTimeout as wait } from "node:timers/promises";
import type { User } from "../../src/captains/store.ts";
import type { Overrides } from "../../src/guilds/overrides.ts";
import type { Run } from "../../src/runs/run.ts";
import type { Actor } from "../../src/sandbox/people/actor.ts";
import type { Outcome } from "../../src/sandbox/people/protocol.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { hasButton, idOn, textOf } from "../end-to-end/seen.ts";
import type { KeptDocuments } from "./kept-documents.ts";

export type Verdict = "kept" | "lost" | "half";

/** Somebody who clicks on and on, and writes down what they were told. */
export interface Clicker {
  readonly name: string;
  readonly acknowledged: number;
  /** One click after the other, until the bot is gone. */
  clickOn(life: AbortSignal): Promise<void>;
  /** Holds what is kept against what was acknowledged; what was asked for last may be kept or not. */
  compare(kept: KeptDocuments): Verdict;
  /** Holds what the bot shows against the same. */
  look(): Promise<Verdict>;
}

/** A change that somebody asks for, and how they are told that it is made. */
interface Deed<State> {
  readonly next: State;
  send(): Promise<Outcome>;
  readonly isTold: (text: string) => boolean;
}

interface Ways<State> {
  readonly name: string;
  readonly first: State;
  deed(state: State, round: number): Deed<State>;
  /** As it is kept; `undefined` when it makes no sense in itself. */
  read(kept: KeptDocuments): State | undefined;
  show(): Promise<Outcome>;
  isShown(text: string, state: State): boolean;
}

function clicker<State>({ name, first, deed, read, show, isShown }: Ways<State>): Clicker {
  const same = (one: State | undefined, other: State | undefined) =>
    JSON.stringify(one) === JSON.stringify(other);
  let state = first;
  let asked: State | undefined;
  let acknowledged = 0;
  let round = 0;

  return {
    name,
    get acknowledged() {
      return acknowledged;
    },
    clickOn: async (life) => {
      while (!life.aborted) {
        const { next, send, isTold } = deed(state, round++);
        asked = next;
        const outcome = await send();
        if (outcome.kind === "no-response") return;
        const text = wordsOf(outcome);
        if (!isTold(text)) throw new Error(`${name} was told something else: ${text}`);
        state = next;
        asked = undefined;
        acknowledged++;
        await wait(10);
      }
    },
    compare: (kept) => {
      const found = read(kept);
      const before = state;
      const wanted = asked;
      asked = undefined;
      if (found !== undefined) state = found;
      if (same(found, before) || (wanted !== undefined && same(found, wanted))) return "kept";
      return found === undefined ? "half" : "lost";
    },
    look: async () => {
      const outcome = await show();
      return isShown(wordsOf(outcome), state) ? "kept" : "lost";
    },
  };
}

const { people, fleet } = CAST;

/** Two with captains, an officer with the fleet's words on a mission, and three on one run. */
export async function clickersOn(sandbox: Sandbox, seed: number): Promise<readonly Clicker[]> {
  const as = (userId: string, channelId: string) => sandbox.as(userId, { channelId });
  const admiral = as(people.admiral, fleet.channels.officers);
  const leader = as(people.officer, fleet.channels.lounge);
  while ((await leader.type("/lfg mission:second wave tomorrow 20:00 seats:3")).kind !== "message")
    await wait(20);
  const isCard = () => leader.messages().find(({ message }) => hasButton(message, "Join"));
  while (isCard() === undefined) await wait(5);
  const card = isCard()?.message;
  if (card === undefined) throw new Error("No card stands here.");
  const runId = idOn(card, "Join").split(":")[3] ?? "";

  return [
    withCaptains("admiral", as(people.admiral, fleet.channels.lounge)),
    withCaptains("stranger", as(people.stranger, fleet.channels.lounge)),
    withWords(admiral, seed),
    ...(["juno", "reyes", "kvorrah"] as const).map((name) =>
      onRun(sandbox, name, as(people[name], fleet.channels.lounge), { messageId: card.id, runId }),
    ),
  ];
}

const PLATFORMS = ["pc", "playstation", "xbox"] as const;
const PLATFORM_NAMES = ["PC", "PlayStation", "Xbox"] as const;
const CAPTAINS = 4;

/** Each captain's level; the platform follows from it, so that half an edit shows. */
type Levels = Readonly<Record<string, number>>;

function withCaptains(name: string, person: Actor): Clicker {
  return clicker<Levels>({
    name: `${name}'s captains`,
    first: {},
    deed: (levels, round) => {
      const captain = `C${round % CAPTAINS}`;
      const level = (round % 65) + 1;
      const facts = { level, platform: PLATFORMS[level % 3] ?? "pc" };
      if (levels[captain] === undefined)
        return {
          next: sorted({ ...levels, [captain]: level }),
          send: () => person.run("captain add", { name: captain, faction: "klingon", ...facts }),
          isTold: (text) => text.includes(`**${captain}** is on your list.`),
        };
      if (round % 7 === 0) {
        const { [captain]: _gone, ...others } = levels;
        return {
          next: others,
          send: () => person.run("captain remove", { captain }),
          isTold: (text) => text.includes(`**${captain}** is forgotten.`),
        };
      }
      return {
        next: sorted({ ...levels, [captain]: level }),
        send: () => person.run("captain edit", { captain, ...facts }),
        isTold: (text) => text.includes(`**${captain}** is changed.`),
      };
    },
    read: (kept) => {
      const user = kept.document(`user:${person.userId}`) as User | undefined;
      const captains = user?.captains ?? [];
      const isWhole = captains.every(({ level = 0, platform }) => platform === PLATFORMS[level % 3]);
      return isWhole
        ? sorted(Object.fromEntries(captains.map((one) => [one.name, one.level ?? 0])))
        : undefined;
    },
    show: () => person.type("/captain list"),
    isShown: (text, levels) =>
      Object.entries(levels).every(([captain, level]) =>
        text
          .split("\n")
          .some(
            (line) =>
              line.includes(`**${captain}**`) &&
              new RegExp(`level ${level}\\b`, "i").test(line) &&
              line.includes(PLATFORM_NAMES[level % 3] ?? ""),
          ),
      ),
  });
}

function sorted(levels: Levels): Levels {
  return Object.fromEntries(Object.entries(levels).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The officer's level for a mission, and a note that names the same number. */
function withWords(officer: Actor, seed: number): Clicker {
  return clicker<number>({
    name: "the fleet's words",
    first: 0,
    deed: (_level, round) => {
      const level = ((round + seed) % 65) + 1;
      return {
        next: level,
        send: () => officer.run("fleet override", { mission: "home", level, note: noteOf(level) }),
        isTold: (text) => text.includes(noteOf(level)),
      };
    },
    read: (kept) => {
      const words = kept.document(`guild:${fleet.id}:overrides`) as Overrides | undefined;
      const record = words?.records.find(({ slug }) => slug === "home");
      if (record === undefined) return 0;
      return record.note === noteOf(record.level ?? 0) ? record.level : undefined;
    },
    show: () => officer.run("fleet override", { mission: "home" }),
    isShown: (text, level) => level === 0 || text.includes(noteOf(level)),
  });
}

function noteOf(level: number): string {
  return `We wait until level ${level}.`;
}

type Standing = "out" | "in" | "tentative";

/** Joins, leaves, and is not sure, by the buttons of one card. */
function onRun(
  sandbox: Sandbox,
  name: string,
  person: Actor,
  { messageId, runId }: { readonly messageId: string; readonly runId: string },
): Clicker {
  const press = (label: string) => {
    const card = sandbox.world.channels.get(person.channelId)?.messages.get(messageId);
    return person.click(messageId, idOn(card?.json ?? {}, label));
  };
  return clicker<Standing>({
    name: `${name} on the run`,
    first: "out",
    deed: (standing, round) => {
      if (standing === "out")
        return round % 3 === 0
          ? {
              next: "tentative",
              send: () => press("Tentative"),
              isTold: (text) => text.includes("down as tentative"),
            }
          : { next: "in", send: () => press("Join"), isTold: isIn };
      if (standing === "tentative" && round % 2 === 0)
        return { next: "in", send: () => press("Join"), isTold: isIn };
      return { next: "out", send: () => press("Leave"), isTold: (text) => text.includes("You are out of") };
    },
    read: (kept) => {
      const run = kept.document(`guild:${fleet.id}:run:${runId}`) as Run | undefined;
      if (run === undefined || !isWhole(run)) return undefined;
      const own = run.signups.find(({ userId }) => userId === person.userId);
      if (own === undefined) return "out";
      return own.standing === "tentative" ? "tentative" : "in";
    },
    show: () => person.type("/runs mine:True"),
    isShown: (text, standing) => (standing === "out") !== text.includes("Second Wave"),
  });
}

function isIn(text: string): boolean {
  return /You are in: seat \d of 3|You are number \d on the waitlist/.test(text);
}

/** Never more people than seats, nobody twice, nobody waits beside a free seat. */
function isWhole({ signups, seats, nextOrder }: Run): boolean {
  const seated = signups.filter(({ standing }) => standing === "seated").length;
  const waiting = signups.filter(({ standing }) => standing === "waiting").length;
  const orders = new Set(signups.map(({ order }) => order));
  const isOrdered = orders.size === signups.length && signups.every(({ order }) => order < nextOrder);
  return seated <= seats && (waiting === 0 || seated === seats) && isOrdered;
}

function wordsOf(outcome: Outcome): string {
  return outcome.kind === "message" || outcome.kind === "update"
    ? textOf(outcome.message)
    : JSON.stringify(outcome);
}
