import type { APIMessage } from "discord-api-types/v10";
import type { OpenModal, Outcome } from "../../src/sandbox/people/protocol.ts";
import { textOf } from "./seen.ts";

interface Posted {
  readonly message: APIMessage;
  readonly ephemeral: boolean;
}

/** The message that somebody sees; fails when none came. */
export function posted(outcome: Outcome): Posted {
  if (outcome.kind !== "message" && outcome.kind !== "update")
    throw new Error(`No message came: ${JSON.stringify(outcome)}`);
  return outcome;
}

/** The words of a message that only the person who asked sees; fails when everybody does. */
export function whispered(outcome: Outcome): string {
  const { message, ephemeral } = posted(outcome);
  if (!ephemeral) throw new Error(`Everybody sees this: ${textOf(message)}`);
  return textOf(message);
}

export function opened(outcome: Outcome): OpenModal {
  if (outcome.kind !== "modal") throw new Error(`No form opened: ${JSON.stringify(outcome)}`);
  return outcome;
}
