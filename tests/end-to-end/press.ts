import type { APIMessage } from "discord-api-types/v10";
import type { Actor } from "../../src/sandbox/people/actor.ts";
import type { Outcome } from "../../src/sandbox/people/protocol.ts";
import { idOn } from "./seen.ts";

/** Presses a button, by what stands on it. */
export function press(actor: Actor, message: APIMessage, label: string): Promise<Outcome> {
  return actor.click(message.id, idOn(message, label));
}
