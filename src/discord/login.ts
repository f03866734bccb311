import { DiscordAPIError, HTTPError } from "@discordjs/rest";
import type { Log } from "../ops/log.ts";
import { type Fatal, tokenRefused } from "./fatal.ts";
import type { Wait } from "./wait.ts";

/** Something that has to be done with Discord sooner or later. */
export interface Errand {
  /** In words for the log: "connecting to Discord". */
  readonly what: string;
  attempt(): Promise<unknown>;
  /** What a refusal with this status means to the operator; `undefined` when trying again can help. */
  refusal(status: number): string | undefined;
}

export interface Patience {
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly wait: Wait;
  onFatal(fatal: Fatal): void;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 5 * 60_000;

/**
 * Tries until it works, waiting longer each time, as long as the network or Discord is at fault. What only the operator
 * can mend ends it at once, through `onFatal`. True when it worked.
 */
export async function untilDone(errand: Errand, patience: Patience): Promise<boolean> {
  const { log, signal, wait, onFatal } = patience;
  for (let failures = 0; !signal.aborted; failures += 1) {
    try {
      await errand.attempt();
      return true;
    } catch (error) {
      if (signal.aborted) break;
      const fatal = fatalFor(errand, error);
      if (fatal !== undefined) {
        onFatal(fatal);
        break;
      }
      const waitMs = waitAfter(failures);
      log.warn({ error, waitMs }, `${errand.what} failed; trying again`);
      await wait(waitMs, signal).catch(() => undefined);
    }
  }
  return false;
}

/** Doubles from a second to five minutes. */
export function waitAfter(failures: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS);
}

function fatalFor({ what, refusal }: Errand, error: unknown): Fatal | undefined {
  if (!(error instanceof DiscordAPIError || error instanceof HTTPError)) return undefined;
  if (error.status === 401) return { exitCode: 78, message: tokenRefused };
  const meaning = refusal(error.status);
  if (meaning === undefined) return undefined;
  const exitCode = error.status === 400 ? 1 : 78;
  return { exitCode, message: `Discord refused ${what} (${error.status}: ${error.message}). ${meaning}` };
}
