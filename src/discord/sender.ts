import { RateLimitError, REST, RESTEvents } from "@discordjs/rest";
import { type APIChannel, type APIMessage, RESTJSONErrorCodes as Code, Routes } from "discord-api-types/v10";
import type { DirectBudget } from "../reminders/direct-budget.ts";
import type {
  Finding,
  Lane,
  Mail,
  Membership,
  Message,
  Opening,
  Sending,
  Trouble,
} from "../reminders/mail.ts";
import type { Timers } from "../time/timers.ts";
import { type Fatal, tokenRefused } from "./fatal.ts";
import { pace } from "./pace.ts";
import { refusalBudget } from "./refusal-budget.ts";
import { troubleOf } from "./trouble.ts";

export type Editing = { readonly outcome: "edited" } | Trouble;

/** Everything the bot says that is no answer to an interaction. */
export interface Sender extends Omit<Mail, "look"> {
  edit(channelId: string, messageId: string, message: Message): Promise<Editing>;
  /** Nothing is sent any more. */
  close(): void;
}

export interface SenderOptions {
  readonly token: string;
  readonly apiUrl: string;
  readonly timers: Timers;
  readonly directs: DirectBudget;
  onFatal(fatal: Fatal): void;
}

/**
 * Each call makes at most a few requests and then says what came of it. What Discord asks to wait for is kept here,
 * for the channel it was said of or for all: until then calls answer `later` at once, and no other channel waits.
 */
export function createSender({ token, apiUrl, timers, directs: budget, onFatal }: SenderOptions): Sender {
  const rest = restThatNeverWaits(apiUrl).setToken(token);
  const turns = pace(timers);
  const refusals = refusalBudget(timers.now);
  const heldUntil = new Map<string, number>();
  const directs = new Map<string, string>();
  rest.on(RESTEvents.InvalidRequestWarning, refusals.refused);
  let isStopped = false;

  const leftMs = (route: string) =>
    Math.max(
      (heldUntil.get(route) ?? 0) - timers.now(),
      (heldUntil.get(EVERYWHERE) ?? 0) - timers.now(),
      refusals.waitMs(),
    );

  async function ask<Answer>(
    lane: Lane,
    route: string,
    request: () => Promise<Answer>,
    isTimely: () => boolean = () => true,
  ): Promise<{ readonly outcome: "done"; readonly answer: Answer } | Trouble> {
    if (leftMs(route) > 0) return { outcome: "later", afterMs: leftMs(route) };
    if (isStopped || !(await turns.turn(lane)) || isStopped) return { outcome: "stopped" };
    if (leftMs(route) > 0) return { outcome: "later", afterMs: leftMs(route) };
    if (!isTimely()) return { outcome: "later", afterMs: 0 };
    refusals.began();
    try {
      return { outcome: "done", answer: await request() };
    } catch (error) {
      return failed(route, error);
    } finally {
      refusals.ended();
    }
  }

  function failed(route: string, error: unknown): Trouble {
    const trouble = troubleOf(error);
    if (trouble === "unauthorized") {
      isStopped = true;
      onFatal({ exitCode: 78, message: tokenRefused });
      return { outcome: "stopped" };
    }
    if (trouble.outcome === "later") hold(isGlobal(error) ? EVERYWHERE : route, trouble.afterMs);
    return trouble;
  }

  function hold(route: string, forMs: number): void {
    const now = timers.now();
    heldUntil.set(route, now + forMs);
    if (heldUntil.size > HOLDS_KEPT)
      for (const [one, until] of heldUntil) if (until <= now) heldUntil.delete(one);
  }

  async function send(
    channelId: string,
    message: Message,
    nonce: string,
    lane: Lane,
    isTimely?: () => boolean,
  ): Promise<Sending> {
    const { files = [], ...said } = message;
    const attachments = files.map(({ name, words }, at) => ({
      id: `${at}`,
      filename: name,
      description: words,
    }));
    const body = {
      ...said,
      nonce,
      enforce_nonce: true,
      ...(files.length > 0 && { attachments }),
    };
    const parcel = { body, files: files.map(({ name, data }) => ({ name, data: Buffer.from(data) })) };
    const posted = await ask(
      lane,
      `send ${channelId}`,
      () => rest.post(Routes.channelMessages(channelId), parcel) as Promise<APIMessage>,
      isTimely,
    );
    return posted.outcome === "done" ? { outcome: "sent", messageId: posted.answer.id } : posted;
  }

  async function page(channelId: string, query: Record<string, string>) {
    return ask(
      "background",
      `read ${channelId}`,
      () =>
        rest.get(Routes.channelMessages(channelId), { query: new URLSearchParams(query) }) as Promise<
          readonly APIMessage[]
        >,
    );
  }

  async function find(channelId: string, mark: string, since: number): Promise<Finding> {
    let after = snowflakeAt(since);
    for (let pages = 0; pages < PAGES; pages++) {
      const read = await page(channelId, { limit: `${PAGE}`, after });
      if (read.outcome !== "done") return read;
      const found = read.answer.find((message) => JSON.stringify(message.components ?? []).includes(mark));
      if (found !== undefined) return { outcome: "found", messageId: found.id };
      if (read.answer.length === 0 && pages === 0) return await emptiness(channelId);
      if (read.answer.length < PAGE) return { outcome: "absent" };
      after = read.answer.reduce((last, { id }) => (BigInt(id) > BigInt(last) ? id : last), after);
    }
    return { outcome: "unreadable" };
  }

  /** Without the right to read a channel's history Discord shows an empty one. */
  async function emptiness(channelId: string): Promise<Finding> {
    const read = await page(channelId, { limit: "1" });
    if (read.outcome !== "done") return read;
    if (read.answer.length > 0) return { outcome: "absent" };
    const seen = await ask(
      "background",
      `look ${channelId}`,
      () => rest.get(Routes.channel(channelId)) as Promise<APIChannel>,
    );
    if (seen.outcome !== "done") return seen;
    const hasMessages = "last_message_id" in seen.answer && typeof seen.answer.last_message_id === "string";
    return { outcome: hasMessages ? "unreadable" : "absent" };
  }

  async function openDirect(userId: string): Promise<Opening> {
    const known = directs.get(userId);
    if (known !== undefined) return { outcome: "open", channelId: known };
    if (leftMs(DIRECTS) > 0) return { outcome: "later", afterMs: leftMs(DIRECTS) };
    const waitMs = await budget.mayOpenDirect();
    if (waitMs > 0) return { outcome: "later", afterMs: waitMs };

    const body = { recipient_id: userId };
    const opened = await ask(
      "background",
      DIRECTS,
      () => rest.post(Routes.userChannels(), { body }) as Promise<APIChannel>,
    );
    /** What cannot be written down is still held here while the process lives. */
    if (opened.outcome === "later") await budget.holdDirects(opened.afterMs).catch(() => undefined);
    if (opened.outcome !== "done") return opened;
    if (directs.size >= DIRECTS_KEPT) directs.clear();
    directs.set(userId, opened.answer.id);
    return { outcome: "open", channelId: opened.answer.id };
  }

  /** A thread that rests takes no edits until it is opened again, which whoever may write there may do. */
  async function wake(threadId: string): Promise<boolean> {
    const opened = await ask("prompt", `wake ${threadId}`, () =>
      rest.patch(Routes.channel(threadId), { body: { archived: false } }),
    );
    return opened.outcome === "done";
  }

  async function membership(guildId: string, userId: string): Promise<Membership> {
    const route = Routes.guildMember(guildId, userId);
    const looked = await ask("background", `member ${guildId}`, () => rest.get(route));
    if (looked.outcome === "done") return { outcome: "here" };
    return "code" in looked && DEPARTED.has(looked.code) ? { outcome: "departed" } : looked;
  }

  return {
    send,
    edit: async (channelId, messageId, message) => {
      const route = Routes.channelMessage(channelId, messageId);
      const put = () => ask("prompt", `edit ${channelId}`, () => rest.patch(route, { body: message }));
      const first = await put();
      const isAsleep = "code" in first && first.code === Code.InvalidActionOnArchivedThread;
      const edited = isAsleep && (await wake(channelId)) ? await put() : first;
      return edited.outcome === "done" ? { outcome: "edited" } : edited;
    },
    find,
    openDirect,
    membership,
    close: () => {
      isStopped = true;
      turns.close();
      rest.clearHandlerSweeper();
      rest.clearHashSweeper();
    },
  };
}

/** How long Discord may take over one request; a claim lasts longer. */
const ANSWER_WITHIN_MS = 10_000;

/** The library keeps its buckets, but says so instead of waiting, and what failed is tried again by who asked. */
function restThatNeverWaits(apiUrl: string): REST {
  return new REST({
    version: "10",
    api: apiUrl,
    retries: 0,
    timeout: ANSWER_WITHIN_MS,
    rejectOnRateLimit: () => true,
    invalidRequestWarningInterval: 1,
  });
}

/** Whoever deleted their account has left every server. */
const DEPARTED: ReadonlySet<number> = new Set([Code.UnknownMember, Code.UnknownUser]);

/** Places in which Discord's waits are kept. */
const EVERYWHERE = "everywhere";
const DIRECTS = "directs";
const HOLDS_KEPT = 1_000;
const DIRECTS_KEPT = 10_000;

const PAGE = 100;
const PAGES = 5;
const DISCORD_EPOCH = 1_420_070_400_000;

/** The id that a message of this instant (epoch ms) would have at the least. */
function snowflakeAt(at: number): string {
  return `${BigInt(Math.max(0, Math.floor(at - DISCORD_EPOCH))) << 22n}`;
}

/** The library's own `global` is also true of what only one channel was refused for, while all are limited. */
function isGlobal(error: unknown): boolean {
  return error instanceof RateLimitError && error.scope === "global";
}
