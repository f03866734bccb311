import { DiscordAPIError, RateLimitError } from "@discordjs/rest";
import { RESTJSONErrorCodes as Code } from "discord-api-types/v10";
import type { Trouble } from "../reminders/mail.ts";

const GONE: ReadonlySet<number> = new Set([
  Code.UnknownChannel,
  Code.UnknownGuild,
  Code.UnknownMessage,
  Code.CannotSendMessagesInNonTextChannel,
]);
const FORBIDDEN: ReadonlySet<number> = new Set([
  Code.MissingAccess,
  Code.MissingPermissions,
  Code.InvalidActionOnArchivedThread,
  Code.ThreadLocked,
]);
const CLOSED: ReadonlySet<number> = new Set([
  Code.CannotSendMessagesToThisUser,
  Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
  Code.UnknownUser,
]);
const SOON: ReadonlySet<number> = new Set([
  Code.MaximumNumberOfEditsToMessagesOlderThanOneHourReached,
  Code.ActionCannotBePerformedDueToSlowmodeRateLimit,
  Code.APIResourceOverloaded,
]);

const SOON_MS = 5_000;
/** A proxy or Discord's own guard answered instead of the API. */
const GUARDED_MS = 5 * 60_000;
const LONGEST_MS = 60 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

/** What an error of the library means for who wanted something sent. `unauthorized` ends the bot. */
export function troubleOf(error: unknown): Trouble | "unauthorized" {
  if (error instanceof RateLimitError) return { outcome: "later", afterMs: pauseOf(error.retryAfter) };
  if (!(error instanceof DiscordAPIError)) return { outcome: "unreachable" };
  const { status, code } = error;
  if (status === 401) return "unauthorized";
  if (typeof code !== "number") return { outcome: "later", afterMs: GUARDED_MS };
  if (GONE.has(code)) return { outcome: "gone", code };
  if (FORBIDDEN.has(code)) return { outcome: "forbidden", code };
  if (CLOSED.has(code)) return { outcome: "closed", code };
  if (code === Code.OpeningDirectMessagesTooFast) return { outcome: "later", afterMs: DAY_MS };
  if (SOON.has(code)) return { outcome: "later", afterMs: SOON_MS };
  return { outcome: "rejected", code };
}

function pauseOf(retryAfterMs: number): number {
  return retryAfterMs > 0 ? Math.min(retryAfterMs, LONGEST_MS) : SOON_MS;
}
