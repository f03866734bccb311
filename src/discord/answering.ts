import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Log } from "../ops/log.ts";
import type { Callbacks, Delivery } from "./callbacks.ts";
import { type Fatal, tokenRefused } from "./fatal.ts";

export interface AnsweringOptions {
  readonly callbacks: Callbacks;
  readonly log: Log;
  dispatch(interaction: unknown): Promise<APIInteractionResponse | undefined>;
  apologise(interactionId: string): APIInteractionResponse;
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
  const address = addressOf(interaction);
  if (address === undefined) return options.log.warn("an interaction without id or token was left out");

  const response = await options.dispatch(interaction);
  if (response === undefined)
    return options.log.warn({ id: address.id }, "an interaction of no known kind was left out");

  const delivery = await options.callbacks.send(address.id, address.token, response);
  if (delivery.outcome === "refused") {
    await options.callbacks.send(address.id, address.token, options.apologise(address.id));
  }
  tell(options, address.id, delivery);
}

function tell({ log, onFatal }: AnsweringOptions, id: string, delivery: Delivery): void {
  switch (delivery.outcome) {
    case "delivered":
      break;
    case "late":
      log.warn({ id, ageMs: ageOf(id) }, "the interaction had expired before it was answered");
      break;
    case "unauthorized":
      onFatal({ exitCode: 78, message: tokenRefused });
      break;
    case "refused":
      log.error({ id, status: delivery.status, body: delivery.body }, "Discord refused an answer");
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
/** A token is part of an address, so it has to be one path segment. */
const TOKEN = /^[^\s/?#%]{1,512}$/;

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
