import { HIDDEN_MS, type Mail, type Message, type Sight, type Trouble } from "../../src/reminders/mail.ts";

export interface Posted {
  readonly id: string;
  readonly channelId: string;
  readonly text: string;
  readonly message: Message;
  readonly at: number;
}

/** Discord as the engine sees it: channels that take messages, and remember a nonce for three minutes. */
export interface Postbox extends Mail {
  readonly posted: readonly Posted[];
  /** What comes of the next calls, one after the other; then all is well again. */
  answers(...troubles: readonly (Trouble | "sent, but no answer")[]): void;
  /** A channel in which this comes of every call. */
  breaks(channelId: string, trouble: Trouble | undefined): void;
  /** Somebody is no member any more. */
  departs(userId: string): void;
  /** So many members of a guild may be looked up in a second. */
  rations(guildId: string, lookups: number): void;
  /** A channel that looks like this, whatever comes of a call. */
  looks(channelId: string, sight: Sight): void;
  /** A channel whose history the bot may not read. */
  hides(channelId: string): void;
  /** A channel in which the bot may attach no files. */
  bars(channelId: string): void;
  readonly calls: number;
}

const NONCE_MS = 180_000;

export function postbox(now: () => number): Postbox {
  const posted: (Posted & { readonly nonce: string; readonly body: string })[] = [];
  const broken = new Map<string, Trouble>();
  const hidden = new Set<string>();
  const sights = new Map<string, Sight>();
  const toldHidden = new Map<string, number>();
  const departed = new Set<string>();
  const barred = new Set<string>();
  let script: readonly (Trouble | "sent, but no answer")[] = [];
  const rations = new Map<string, number>();
  let lookedUp: readonly number[] = [];
  let calls = 0;

  function write(channelId: string, message: Message, nonce: string): Posted {
    const earlier = posted.find((one) => one.nonce === nonce && now() - one.at <= NONCE_MS);
    if (earlier !== undefined) return earlier;
    const body = JSON.stringify(message);
    const one = {
      id: `${posted.length + 1}`,
      channelId,
      text: message.content ?? "",
      message,
      at: now(),
      nonce,
      body,
    };
    posted.push(one);
    return one;
  }

  return {
    posted,
    answers: (...troubles) => {
      script = troubles;
    },
    breaks: (channelId, trouble) =>
      trouble === undefined ? broken.delete(channelId) : broken.set(channelId, trouble),
    looks: (channelId, sight) => sights.set(channelId, sight),
    hides: (channelId) => hidden.add(channelId),
    departs: (userId) => departed.add(userId),
    rations: (guildId, lookups) => rations.set(guildId, lookups),
    bars: (channelId) => barred.add(channelId),
    get calls() {
      return calls;
    },
    send: async (channelId, message, nonce, _lane, isTimely = () => true) => {
      if (!isTimely()) return { outcome: "later", afterMs: 0 };
      calls += 1;
      const [next, ...later] = script;
      script = later;
      if (next === "sent, but no answer") {
        write(channelId, message, nonce);
        return { outcome: "unreachable" };
      }
      const isBarred = message.files !== undefined && barred.has(channelId);
      const refused: Trouble | undefined = isBarred ? { outcome: "forbidden", code: 50_013 } : undefined;
      const trouble = next ?? broken.get(channelId) ?? refused;
      return trouble ?? { outcome: "sent", messageId: write(channelId, message, nonce).id };
    },
    find: async (channelId, mark, since) => {
      calls += 1;
      if (hidden.has(channelId)) return { outcome: "unreadable" };
      const found = posted.find(
        (one) => one.channelId === channelId && one.at >= since && one.body.includes(mark),
      );
      return found === undefined ? { outcome: "absent" } : { outcome: "found", messageId: found.id };
    },
    look: async (_guildId, channelId, waiting) => {
      const sight = sights.get(channelId) ?? (broken.has(channelId) ? "shut" : "open");
      if (sight !== "hidden" || waiting === undefined) return sight;
      const last = toldHidden.get(`${channelId} ${waiting.key}`);
      if (last !== undefined && now() - last < HIDDEN_MS) return "still-hidden";
      toldHidden.set(`${channelId} ${waiting.key}`, now());
      return "hidden";
    },
    openDirect: async (userId) => {
      calls += 1;
      return broken.get(userId) ?? { outcome: "open", channelId: `direct-${userId}` };
    },
    membership: async (guildId, userId) => {
      calls += 1;
      lookedUp = lookedUp.filter((at) => at > now() - 1_000);
      if (lookedUp.length >= (rations.get(guildId) ?? Number.POSITIVE_INFINITY))
        return { outcome: "later", afterMs: (lookedUp[0] ?? 0) + 1_000 - now() };
      lookedUp = [...lookedUp, now()];
      return broken.get(guildId) ?? { outcome: departed.has(userId) ? "departed" : "here" };
    },
  };
}
