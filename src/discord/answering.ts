import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Log } from "../ops/log.ts";
import type { Callbacks, Delivery } from "./callbacks.ts";
import { type Fatal, tokenRefused } from "./fatal.ts";
import type { FillIn, LateMessage } from "./fill-in.ts";
import type { FollowUp } from "./follow-up.ts";

/** An answer in two steps: at once that it takes a while, and then what came of it. */
export interface TwoSteps {
  readonly first: APIInteractionResponse;
  later(): Promise<LateMessage>;
}

/** A card that a press brings up to date, and what only who pressed reads. */
export interface WithAside {
  readonly card: APIInteractionResponse;
  readonly aside: APIInteractionResponse;
  landed(how: "shown" | "not-shown" | "unknown"): void;
}

export interface Answers {
  dispatch(interaction: unknown): Promise<APIInteractionResponse | TwoSteps | WithAside | undefined>;
  /** Reports a failure, and gives what the member reads of it. */
  apologise(interaction: unknown, error: unknown): APIInteractionResponse;
}

export interface AnsweringOptions extends Answers {
  readonly callbacks: Callbacks;
  readonly fillIn: FillIn;
  readonly followUp: FollowUp;
  readonly log: Log;
  onFatal(fatal: Fatal): void;
}

/** Every interaction on its way from the gateway to its answer. */
export interface Answering {
  hear(interaction: unknown): void;
  /** Resolves when everything that was heard is answered. */
  drain(): Promise<void>;
}

export function createAnswering(options: AnsweringOptions): Answering {
  const underWay = new Set<Promise<void>>();
  return {
    hear: (interaction) => {
      const work: Promise<void> = answer(options, interaction)
        .catch((error: unknown) => options.log.error({ error }, "an interaction could not be answered"))
        .finally(() => underWay.delete(work));
      underWay.add(work);
    },
    drain: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

async function answer(options: AnsweringOptions, interaction: unknown): Promise<void> {
  const { callbacks, log } = options;
  const address = addressOf(interaction);
  if (address === undefined) return log.warn("an interaction without id or token was left out");
  const { id, token } = address;

  const answered = await options.dispatch(interaction);
  if (answered === undefined) return log.warn({ id }, "an interaction of no known kind was left out");
  if ("aside" in answered) return await bring(options, interaction, address, answered);

  const delivery = await callbacks.send(id, token, "later" in answered ? answered.first : answered);
  if (delivery.outcome === "refused") {
    const apology = options.apologise(interaction, refusalOf(delivery));
    if (delivery.status !== 429) await callbacks.send(id, token, apology);
    return;
  }
  tell(options, id, delivery);
  if ("later" in answered && delivery.outcome === "delivered")
    await options.fillIn(interaction, await answered.later());
}

/** Who pressed reads what came of it in any case: the card is the courtesy. */
async function bring(
  options: AnsweringOptions,
  interaction: unknown,
  { id, token }: Address,
  { card, aside, landed }: WithAside,
): Promise<void> {
  const { callbacks, followUp, log } = options;
  const delivery = await callbacks.send(id, token, card);
  if (delivery.outcome === "delivered") landed("shown");
  else landed(delivery.outcome === "unreachable" ? "unknown" : "not-shown");
  if (delivery.outcome !== "refused") {
    tell(options, id, delivery);
    if (delivery.outcome === "delivered" || delivery.outcome === "unreachable")
      await followUp(interaction, aside);
    return;
  }
  log.warn({ id, error: refusalOf(delivery) }, "a press could not bring its card along");
  const instead = await callbacks.send(id, token, aside);
  if (instead.outcome !== "refused") tell(options, id, instead);
}

type Refused = Extract<Delivery, { readonly outcome: "refused" }>;

function refusalOf({ status, body }: Refused): Error {
  return new Error(`Discord refused an answer (${status}): ${body.slice(0, 1_000)}`);
}

function tell({ log, onFatal }: AnsweringOptions, id: string, delivery: Exclude<Delivery, Refused>): void {
  switch (delivery.outcome) {
    case "delivered":
      break;
    case "late":
      log.warn({ id, ageMs: ageOf(id) }, "the interaction had expired before it was answered");
      break;
    case "answered-elsewhere":
      log.warn({ id }, "the interaction was answered by somebody else; does another bot use this token?");
      break;
    case "unauthorized":
      onFatal({ exitCode: 78, message: tokenRefused });
      break;
    case "unreachable":
      log.warn({ id, error: delivery.error }, "an answer could not be delivered");
  }
}

interface Address {
  readonly id: string;
  readonly token: string;
}

const ID = /^\d{1,20}$/;
/** A token becomes part of an address, so it has to be one path segment that means nothing else. */
const TOKEN = /^(?!\.+$)[\w.~!$&'()*+,;=:@-]{1,1024}$/;

function addressOf(interaction: unknown): Address | undefined {
  const { id, token } = (interaction ?? {}) as { readonly id?: unknown; readonly token?: unknown };
  const isWhole = typeof id === "string" && ID.test(id) && typeof token === "string" && TOKEN.test(token);
  return isWhole ? { id, token } : undefined;
}

const DISCORD_EPOCH = 1_420_070_400_000;

/** How long ago Discord made the interaction: its id carries the time. */
function ageOf(id: string): number {
  return Date.now() - (Number(BigInt(id) >> 22n) + DISCORD_EPOCH);
}
