import { setTimeout as pause } from "node:timers/promises";
import type { APIMessage } from "discord-api-types/v10";
import { GatewayCloseCodes } from "discord-api-types/v10";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { posted } from "./posted.ts";
import { press } from "./press.ts";
import { type Rehearsal, rehearse } from "./rehearsal.ts";
import { hasButton, textOf } from "./seen.ts";
import { messagesIn } from "./watching.ts";

/** How the gateway loses the bot. Resolves when it is lost, and the gateway is there again. */
type Way = (sandbox: Sandbox) => Promise<void> | void;

const closed =
  (code: number): Way =>
  ({ gateway }) =>
    gateway.drop(code);

/** Every way that Discord documents for an end of a connection after which the bot may come back. */
export const ways = {
  "cut without a word": ({ gateway }) => gateway.drop(),
  "no heartbeat acknowledged": async ({ gateway }) => {
    gateway.stopAcking();
    while (gateway.isConnected) await pause(5);
    gateway.recover();
  },
  "asked to reconnect (op 7)": ({ gateway }) => gateway.reconnect(),
  "session invalid, may be resumed (op 9 true)": ({ gateway }) => gateway.invalidate({ resumable: true }),
  "session invalid (op 9 false)": ({ gateway }) => gateway.invalidate({ resumable: false }),
  "closed with 4000": closed(GatewayCloseCodes.UnknownError),
  "closed with 4007": closed(GatewayCloseCodes.InvalidSeq),
  "closed with 4008": closed(GatewayCloseCodes.RateLimited),
  "closed with 4009": closed(GatewayCloseCodes.SessionTimedOut),
} as const satisfies Record<string, Way>;

export type WayName = keyof typeof ways;

export interface Tally {
  readonly drops: Map<WayName, DropsOfAWay>;
  readonly reminders: number;
  readonly lost: number;
  readonly doubled: number;
  /** What stopped the bot, if something did. */
  readonly failures: readonly unknown[];
}

export interface DropsOfAWay {
  readonly drops: number;
  readonly resumes: number;
  readonly identifies: number;
  /** What came of clicks after a recovery that got no answer. */
  readonly unanswered: readonly string[];
  /** From when the gateway answers to the bot's next session. */
  readonly longestMs: number;
}

const MINUTE = 60_000;
const { missionBriefings, runs, lounge } = CAST.fleet.channels;
/** Discord takes only a few messages at once in one channel. */
const CHANNELS = [runs, lounge, missionBriefings] as const;
/** Nobody may hold more than five open runs. */
const LEADERS = [CAST.people.officer, CAST.people.admiral, CAST.people.kvorrah, CAST.people.juno] as const;
const MISSIONS = [
  "second-wave",
  "home",
  "facility-4028",
  "operation-gamma",
  "badlands",
  "kendren-system-patrol",
  "jabberwocky",
  "coliseum",
] as const;
const LASTING = "assimilation";
/** A reminder comes a quarter of an hour before its run. */
const LEAD_MINUTES = 15;
/** One that would come after the start is left out, by the rule; a step passes over no such quarter of an hour. */
const LONGEST_STEP_MINUTES = 10;

/** Drops a bot's connection again and again, each time while the next reminder becomes due. */
export async function dropAgainAndAgain({
  drops,
  by,
  reminders = MISSIONS.length,
}: {
  readonly drops: number;
  readonly by: readonly WayName[];
  readonly reminders?: number;
}): Promise<Tally> {
  const rehearsal = await rehearse({
    rateLimits: false,
    sessionStartsPerDay: 100_000,
    ...(by.includes("no heartbeat acknowledged") ? { heartbeatIntervalMs: 3_000 } : {}),
  });
  try {
    const stepMinutes = Math.min(LONGEST_STEP_MINUTES, Math.ceil(300 / drops));
    await gather(rehearsal, Math.min(reminders, drops), stepMinutes * drops);
    const click = await clicker(rehearsal);
    const tally = new Map<WayName, DropsOfAWay>();
    for (let drop = 0; drop < drops && rehearsal.failures.length === 0; drop++) {
      const name = by[drop % by.length] as WayName;
      tally.set(name, added(tally.get(name), await dropOnce(rehearsal, ways[name], stepMinutes, click)));
    }
    const owed = Math.min(reminders, drops);
    await allTold(rehearsal, owed);
    await quiet(rehearsal);
    const told = remindersIn(rehearsal);
    return {
      drops: tally,
      reminders: owed,
      lost: owed - told.size,
      doubled: [...told.values()].filter((same) => same.length > 1).length,
      failures: rehearsal.failures,
    };
  } finally {
    await rehearsal.stop();
  }
}

/** Runs whose reminders become due one after the other, as long as the drops last. */
async function gather(rehearsal: Rehearsal, count: number, forMinutes: number): Promise<void> {
  for (let one = 0; one < count; one++) {
    const who = rehearsal.sandbox.as(at(LEADERS, one), { channelId: at(CHANNELS, one) });
    const minutes = LEAD_MINUTES + Math.ceil(((one + 1) * forMinutes) / (count + 1));
    posted(await who.run("lfg", { mission: at(MISSIONS, one), when: `in ${minutes} minutes` }));
  }
  if (cards(rehearsal).length !== count)
    throw new Error(`Of ${count} runs ${cards(rehearsal).length} were posted.`);
}

/** A member who joins and leaves a run in turn, and what came of it when it was no answer. */
async function clicker(rehearsal: Rehearsal): Promise<() => Promise<readonly string[]>> {
  const leader = rehearsal.sandbox.as(CAST.people.reyes, { channelId: lounge });
  posted(await leader.run("lfg", { mission: LASTING, when: `in ${7 * 24} hours` }));
  const card = await cardOf(rehearsal, "Assimilation");
  const juno = rehearsal.sandbox.as(CAST.people.juno, { channelId: lounge });
  let clicks = 0;
  return async () => {
    const outcome = await press(juno, card(), clicks++ % 2 === 0 ? "Join" : "Leave");
    return outcome.kind === "message" || outcome.kind === "update" ? [] : [JSON.stringify(outcome)];
  };
}

/** The card of a run as it is when it is asked for. The first is waited for: five go into a channel in five seconds. */
async function cardOf(rehearsal: Rehearsal, title: string): Promise<() => APIMessage> {
  const found = () => cards(rehearsal).find((one) => textOf(one).includes(`## ${title}`));
  for (let looks = 0; looks < 1_000 && found() === undefined; looks++) await pause(10);
  return () => {
    const card = found();
    if (card === undefined) throw new Error(`No card of ${title} stands here.`);
    return card;
  };
}

async function dropOnce(
  { sandbox, failures }: Rehearsal,
  lose: Way,
  stepMinutes: number,
  click: () => Promise<readonly string[]>,
): Promise<DropsOfAWay> {
  const { gateway } = sandbox;
  const before = { identifies: gateway.identifies, resumes: gateway.resumes };
  await lose(sandbox);
  const backAt = performance.now();
  sandbox.clock.turnBy(stepMinutes * MINUTE);
  while (gateway.identifies + gateway.resumes === before.identifies + before.resumes && failures.length === 0)
    await pause(5);
  const longestMs = performance.now() - backAt;
  const unanswered = await click();
  return {
    drops: 1,
    resumes: gateway.resumes - before.resumes,
    identifies: gateway.identifies - before.identifies,
    unanswered,
    longestMs,
  };
}

/** Until every reminder came; one that does not come at all is not waited for. */
async function allTold(rehearsal: Rehearsal, owed: number): Promise<void> {
  for (let looks = 0; looks < 2_000 && remindersIn(rehearsal).size < owed; looks++) {
    if (rehearsal.failures.length > 0) return;
    await pause(10);
  }
}

/** Until nothing more has been asked of Discord for a moment. */
async function quiet({ sandbox }: Rehearsal): Promise<void> {
  for (let still = 0, before = -1; still < 10; ) {
    await pause(50);
    still = sandbox.traffic.requests === before ? still + 1 : 0;
    before = sandbox.traffic.requests;
  }
}

function everything({ sandbox }: Rehearsal): readonly APIMessage[] {
  return CHANNELS.flatMap((id) => messagesIn(sandbox, id));
}

function said(rehearsal: Rehearsal): readonly APIMessage[] {
  return everything(rehearsal).filter(({ content }) => /^\*\*.+\*\* starts/.test(content));
}

/** By what they say first: those of one run say the same. */
function remindersIn(rehearsal: Rehearsal): ReadonlyMap<string, readonly APIMessage[]> {
  return Map.groupBy(said(rehearsal), ({ content }) => content.split("\n")[0] ?? "");
}

function cards(rehearsal: Rehearsal): readonly APIMessage[] {
  return everything(rehearsal).filter((one) => hasButton(one, "Join"));
}

/** Both together. */
export function added(one: DropsOfAWay | undefined, other: DropsOfAWay): DropsOfAWay {
  if (one === undefined) return other;
  return {
    drops: one.drops + other.drops,
    resumes: one.resumes + other.resumes,
    identifies: one.identifies + other.identifies,
    unanswered: [...one.unanswered, ...other.unanswered],
    longestMs: Math.max(one.longestMs, other.longestMs),
  };
}

function at<One>(all: readonly [One, ...One[]], number: number): One {
  return all[number % all.length] ?? all[0];
}
