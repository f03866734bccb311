import { DiscordAPIError, type REST } from "@discordjs/rest";
import {
  type APIInteractionResponse,
  type APIInteractionResponseCallbackData,
  Routes,
} from "discord-api-types/v10";
import type { Log } from "../ops/log.ts";
import type { Wait } from "./wait.ts";

/** Says one thing more to who pressed, behind the first answer. It never rejects. */
export type FollowUp = (interaction: unknown, aside: APIInteractionResponse) => Promise<void>;

interface Patience {
  readonly log: Log;
  readonly wait: Wait;
  readonly signal: AbortSignal;
}

/** Discord takes follow-ups for fifteen minutes; nobody looks for them so long. */
const PAUSES_MS = [250, 1_000, 4_000, 15_000];

/**
 * Discord has no nonce for follow-ups, so one that was taken without an answer comes twice: only one member sees it, and
 * nothing would be worse.
 */
export function followingUp(rest: REST, { log, wait, signal }: Patience): FollowUp {
  return async (interaction, aside) => {
    const { application_id: applicationId = "", token = "" } = interaction as Readonly<
      Record<string, string>
    >;
    const { data: body } = aside as { readonly data: APIInteractionResponseCallbackData };
    for (const pauseMs of [...PAUSES_MS, undefined]) {
      try {
        await rest.post(Routes.webhook(applicationId, token), { auth: false, body });
        return;
      } catch (error) {
        const isRefused = error instanceof DiscordAPIError && error.status < 500;
        if (isRefused || pauseMs === undefined || signal.aborted)
          return log.warn({ error }, "a member could not be told what came of a press");
        await wait(pauseMs, signal).catch(() => undefined);
      }
    }
  };
}
