import type { TrafficEntry } from "../../traffic.ts";
import { type Gauge, gaugesOfAnswer } from "./gauges.ts";

/** One thing that went over the wire, as the inspector lists it. */
export interface Exchange {
  /** Who said it to whom. */
  readonly way: "to the bot" | "from the bot";
  readonly title: string;
  /** What it is about, where a title says too little. */
  readonly about: string;
  /** The status of the answer, for a request. */
  readonly status: number | undefined;
  readonly tookMs: number | undefined;
  readonly at: number;
  /** What was said, and what was said back. */
  readonly bodies: readonly { readonly name: string; readonly text: string }[];
  /** The interaction that is told of, or answered. */
  readonly interactionId: string | undefined;
  /** The kind of answer to an interaction. */
  readonly answers: number | undefined;
  /** Discord's limits on what is not a message. */
  readonly gauges: readonly Gauge[];
}

/** Discord's numbers for answers that a message shows no trace of. */
export const UPDATE = 7;
const ANSWERS: Readonly<Record<number, string>> = {
  4: "a message",
  5: "thinking, the message comes later",
  6: "taken, nothing to see yet",
  [UPDATE]: "a new state of the message",
  8: "options to choose from",
  9: "a form",
};

export function exchangeOf(entry: TrafficEntry): Exchange {
  return entry.kind === "gateway" ? eventOf(entry) : requestOf(entry);
}

/** Whether a bot has left an interaction without an answer that Discord took. */
export function isUnanswered(event: Exchange, all: readonly Exchange[]): boolean {
  const { way, interactionId } = event;
  if (way === "from the bot" || interactionId === undefined) return false;
  return !all.some(
    (one) => one.interactionId === interactionId && one.status !== undefined && one.status < 300,
  );
}

function eventOf({ at, direction, payload }: Extract<TrafficEntry, { readonly kind: "gateway" }>): Exchange {
  const { t, d } = read<{ readonly t?: string | null; readonly d?: InteractionEvent }>(payload);
  const isInteraction = t === "INTERACTION_CREATE";
  return {
    way: direction === "out" ? "to the bot" : "from the bot",
    title: t ?? "Gateway",
    about: isInteraction ? deedIn(d) : "",
    status: undefined,
    tookMs: undefined,
    at,
    bodies: [{ name: "Event", text: payload }],
    interactionId: isInteraction ? d?.id : undefined,
    answers: undefined,
    gauges: [],
  };
}

function requestOf(entry: Extract<TrafficEntry, { readonly kind: "rest" }>): Exchange {
  const { method, path, status, took, at, request, response } = entry;
  const [, interactionId] = /\/interactions\/(\d+)\/[^/]+\/callback(?:\?|$)/.exec(path) ?? [];
  const answer = interactionId === undefined ? {} : read<{ readonly type?: number }>(request);
  return {
    way: "from the bot",
    title: `${method} ${shortened(path)}`,
    about: ANSWERS[answer.type ?? 0] ?? "",
    status,
    tookMs: took,
    at,
    bodies: [
      { name: "Request", text: request },
      { name: "Answer", text: response },
    ].filter(({ text }) => text !== ""),
    interactionId,
    answers: answer.type,
    gauges: gaugesOfAnswer(answer),
  };
}

interface InteractionEvent {
  readonly id?: string;
  readonly type?: number;
  readonly data?: { readonly name?: string; readonly custom_id?: string };
}

/** What somebody did, in a few words. */
function deedIn({ type, data = {} }: InteractionEvent = {}): string {
  if (type === 2) return `/${data.name}`;
  if (type === 4) return `typing an option of /${data.name}`;
  return type === 5 ? `a form: ${data.custom_id}` : (data.custom_id ?? "");
}

/** What a bot says need not be JSON. */
function read<T extends object>(text: string): Partial<T> {
  try {
    return (JSON.parse(text) ?? {}) as Partial<T>;
  } catch {
    return {};
  }
}

/** Tokens in an address are long and tell nobody anything. */
function shortened(path: string): string {
  return path
    .replace(/^\/api\/v\d+/, "")
    .split("/")
    .map((part) => part.replace(/^[\w-]{40,}/, "…"))
    .join("/");
}
