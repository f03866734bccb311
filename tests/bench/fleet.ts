import { newUser, users } from "../../src/captains/store.ts";
import { noDeliveries, owe } from "../../src/reminders/delivery.ts";
import { settle } from "../../src/reminders/progress.ts";
import { CARD } from "../../src/runs/debts.ts";
import type { Run } from "../../src/runs/run.ts";
import { joinRun } from "../../src/runs/sign-up.ts";
import { runKey, runs } from "../../src/runs/store.ts";
import { runCard } from "../../src/runs/view/card.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { userKey } from "../../src/store/document-key.ts";
import { openStore } from "../../src/store/open-store.ts";
import { textOf } from "../end-to-end/seen.ts";
import type { Deed } from "./load.ts";

/** Who presses Join, and for what: people of a fleet, and runs whose cards stand there. No two crowds share any. */
export interface Crowd {
  readonly runs: number;
  /** Members to each run. Five find a seat, the others wait in line. */
  readonly each: number;
  /** New: never heard of. Kept: their captain is on disk. Present: they have also used the bot since it started. */
  readonly members: "new" | "kept" | "present";
}

const SEATS = 5;
const DAY_MS = 86_400_000;

/** Writes what the bot is to find at its start. */
export async function seed(dataDir: string, crowds: readonly Crowd[]): Promise<void> {
  const store = await openStore({ storeUrl: undefined, dataDir });
  const work: Promise<unknown>[] = [];
  crowds.forEach((crowd, at) => {
    for (let number = 0; number < crowd.runs; number++) {
      const made = runOf(at, number);
      work.push(store.create(runKey(CAST.fleet.id, made.runId), runs, made));
    }
    if (crowd.members === "new") return;
    for (let number = 0; number < crowd.runs * crowd.each; number++)
      work.push(store.create(userKey(memberId(at, number)), users, KNOWN));
  });
  await Promise.all(work);
  await store.close();
}

/** The people of all crowds enter the fleet, and the cards stand in their channel. */
export function gather({ world }: Sandbox, crowds: readonly Crowd[]): void {
  const fleet = world.guilds.get(CAST.fleet.id);
  const deck = world.channels.get(CAST.fleet.channels.runs);
  const model = world.people.get(CAST.people.juno);
  const membership = fleet?.members.get(CAST.people.juno);
  if (!fleet || !deck || !model || !membership) throw new Error("The fleet is not there.");
  crowds.forEach((crowd, at) => {
    for (let number = 0; number < crowd.runs * crowd.each; number++) {
      const id = memberId(at, number);
      const user = { ...model.user, id, username: `crew.${id}`, global_name: `Crew ${id}` };
      world.people.set(id, { ...model, user });
      fleet.members.set(id, { ...membership, user });
    }
    for (let number = 0; number < crowd.runs; number++) {
      const id = channelId(at, number);
      const json = cardJson(world.bot, runOf(at, number)) as never;
      const card = { channelId: id, guildId: CAST.fleet.id, pinged: [], json };
      world.channels.set(id, { ...deck, id, messages: new Map([[messageId(at, number), card]]) });
    }
  });
}

/** One member of the crowd after the other asks for their captains. */
export function looking(sandbox: Sandbox, crowds: readonly Crowd[], crowd: Crowd): Deed {
  const at = crowds.indexOf(crowd);
  let next = 0;
  return () =>
    sandbox.as(memberId(at, next++), { channelId: CAST.fleet.channels.lounge }).run("captain list", {});
}

/** One member of the crowd after the other presses Join, each run in its turn, and is told a seat or a place in line. */
export function joining(sandbox: Sandbox, crowds: readonly Crowd[], crowd: Crowd): Deed {
  const at = crowds.indexOf(crowd);
  let next = 0;
  return async () => {
    const number = next++;
    const run = number % crowd.runs;
    const member = sandbox.as(memberId(at, number), { channelId: channelId(at, run) });
    const outcome = await member.click(messageId(at, run), `v1:lfg:join:${runId(at, run)}`);
    /** Behind with its edits, the bot answers with the card itself, and what it tells follows. */
    if (outcome.kind === "update") return outcome;
    const told = outcome.kind === "message" ? textOf(outcome.message) : JSON.stringify(outcome);
    if (!/You are (?:in: seat|number) \d/.test(told)) throw new Error(`Not signed up: ${told}`);
    return outcome;
  };
}

const KNOWN = {
  ...newUser,
  captains: [{ captainId: "c1", name: "Zarva", kind: "klingon", career: "tactical", level: 65 }],
  defaultCaptainId: "c1",
  nextCaptain: 2,
  guildIds: [CAST.fleet.id],
} as const;

function runOf(at: number, number: number): Run {
  const now = Date.now();
  const card = { channelId: channelId(at, number), messageId: messageId(at, number) };
  const owed = owe(noDeliveries, { kind: CARD, about: "", at: now, until: now + DAY_MS });
  const made: Run = {
    runId: runId(at, number),
    slug: "second-wave",
    title: "Second Wave",
    leaderId: CAST.people.juno,
    startsAt: Math.floor(now / DAY_MS + 3) * DAY_MS,
    isInstant: false,
    seats: SEATS,
    roles: [],
    state: "open",
    signups: [],
    nextOrder: 0,
    heard: [],
    channelId: card.channelId,
    card,
    leadMinutes: [24 * 60, 15],
    deliveries: settle(owed, `${CARD}.@${now}`, { state: "sent", ...card }),
  };
  return joinRun(made, { userId: made.leaderId }).run;
}

function cardJson(author: object, run: Run) {
  return {
    id: run.card?.messageId,
    type: 0,
    channel_id: run.channelId,
    author,
    content: "",
    timestamp: new Date().toISOString().replace("Z", "000+00:00"),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: runCard(run, undefined),
    pinned: false,
    flags: 32_768,
  };
}

function memberId(at: number, number: number): string {
  return `${1_700_000_000_000_000_000n + BigInt(at) * 10_000_000n + BigInt(number)}`;
}

function messageId(at: number, number: number): string {
  return `${1_600_000_000_000_000_000n + BigInt(at) * 10_000_000n + BigInt(number)}`;
}

/** A channel for each card, because Discord takes five edits in five seconds in one. */
function channelId(at: number, number: number): string {
  return `${1_650_000_000_000_000_000n + BigInt(at) * 10_000_000n + BigInt(number)}`;
}

function runId(at: number, number: number): string {
  return `b${at}r${number}`;
}
