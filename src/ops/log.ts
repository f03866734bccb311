import { type Logger, pino } from "pino";

export type Log = Logger;

export const logLevels = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** One JSON line for each event, on standard error. Tokens never get into it. */
export function createLog(level: LogLevel): Log {
  return pino(
    { level, base: null, serializers: { error: safeError } },
    pino.destination({ fd: process.stderr.fd, sync: true }),
  );
}

const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/(\/interactions\/\d+\/)[^/\s"]+/g, "$1<token>"],
  [/(\/webhooks\/\d+\/)[^/\s"]+/g, "$1<token>"],
  [/[\w-]{20,30}\.[\w-]{5,8}\.[\w-]{25,}/g, "<token>"],
];

/** Takes Discord's tokens out of a text: the bot's own, and those in the paths of interactions and webhooks. */
export function withoutSecrets(text: string): string {
  return SECRETS.reduce((clean, [secret, instead]) => clean.replace(secret, instead), text);
}

/** What of an error may stand in a log: no request bodies, no addresses with tokens. */
function safeError(error: unknown): unknown {
  if (!(error instanceof Error)) return withoutSecrets(String(error));
  const { code, status } = error as { readonly code?: unknown; readonly status?: unknown };
  return {
    name: error.name,
    message: withoutSecrets(error.message),
    ...(code === undefined ? {} : { code }),
    ...(status === undefined ? {} : { status }),
    ...(error.stack === undefined ? {} : { stack: withoutSecrets(error.stack) }),
    ...(error.cause === undefined ? {} : { cause: safeError(error.cause) }),
  };
}
