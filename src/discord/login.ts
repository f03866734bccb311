import { setTimeout as wait } from "node:timers/promises";
import { DiscordAPIError, HTTPError } from "@discordjs/rest";
import type { Log } from "../ops/log.ts";
import { type Fatal, tokenRefused } from "./fatal.ts";

export interface Attempts {
  readonly log: Log;
  readonly signal: AbortSignal;
  onFatal(fatal: Fatal): void;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 5 * 60_000;

/**
 * Tries until it works, waiting longer each time, as long as the network or Discord is at fault. What Discord refuses
 * once it refuses for ever: that ends it at once, through `onFatal`. True when it worked.
 */
export async function untilReached(
  what: string,
  attempt: () => Promise<unknown>,
  how: Attempts,
): Promise<boolean> {
  for (let failures = 0; !how.signal.aborted; failures += 1) {
    try {
      await attempt();
      return true;
    } catch (error) {
      if (how.signal.aborted) break;
      if (isRefusal(error)) {
        how.onFatal(fatalFor(what, error));
        break;
      }
      const waitMs = waitAfter(failures);
      how.log.warn({ error, waitMs }, `${what} failed; trying again`);
      await wait(waitMs, undefined, { signal: how.signal }).catch(() => undefined);
    }
  }
  return false;
}

/** Doubles from a second to five minutes. */
export function waitAfter(failures: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS);
}

type Refused = DiscordAPIError | HTTPError;

function isRefusal(error: unknown): error is Refused {
  return (
    (error instanceof DiscordAPIError || error instanceof HTTPError) &&
    error.status >= 400 &&
    error.status < 500 &&
    error.status !== 429
  );
}

function fatalFor(what: string, { status, message }: Refused): Fatal {
  if (status === 401) return { exitCode: 78, message: tokenRefused };
  const place = `${what} was refused by Discord (${status}: ${message}).`;
  return status === 403 || status === 404
    ? { exitCode: 78, message: `${place} ${notInServer}` }
    : { exitCode: 1, message: place };
}

const notInServer =
  "If DISCORD_GUILD_ID is set, check that it is the id of a server that the bot was invited to with the applications.commands scope.";
