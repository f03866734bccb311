import { type Logger, pino } from "pino";

export type Log = Logger;

export const logLevels = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** Where finished lines go. */
export interface Out {
  write(line: string): void;
}

/** One JSON line for each event, on standard error. No token gets into it, and no member's id. */
export function createLog(level: LogLevel, token?: string, out: Out = standardError()): Log {
  const write = (line: string) => out.write(withoutMembers(withoutSecrets(line, token)));
  return pino({ level, base: null, serializers: { error: safeError } }, { write });
}

function standardError(): Out {
  return pino.destination({ fd: process.stderr.fd, sync: true });
}

const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/(\/interactions\/\d+\/)[^/\s"\\]+/g, "$1<token>"],
  [/(\/webhooks\/\d+\/)[^/\s"\\]+/g, "$1<token>"],
  [/[\w-]{20,30}\.[\w-]{5,8}\.[\w-]{25,}/g, "<token>"],
];

/** Takes Discord's tokens out of a text: the bot's own, and those in the paths of interactions and webhooks. */
export function withoutSecrets(text: string, token?: string): string {
  const clean = token ? text.replaceAll(token, "<token>") : text;
  return SECRETS.reduce((cleaner, [secret, instead]) => cleaner.replace(secret, instead), clean);
}

/** Documents of members are kept under their ids; a field or a delivery that is theirs has the id behind a point. */
const MEMBERS = /(?<=\buser:)\d+|(?<=\b[a-z][\w.-]*\.)\d{17,20}\b/gi;

function withoutMembers(text: string): string {
  return text.replace(MEMBERS, "<member>");
}

/** An error that is its own cause has to end somewhere. */
const MOST_CAUSES = 4;

/** What of an error stands in a log: no request bodies. */
function safeError(error: unknown, causes = 0): unknown {
  if (!(error instanceof Error)) return String(error);
  const { code, status, errors } = error as Error & Readonly<Record<"code" | "status" | "errors", unknown>>;
  const inner = (one: unknown) => safeError(one, causes + 1);
  const isDeep = causes >= MOST_CAUSES;
  return {
    name: error.name,
    message: error.message,
    ...(code === undefined ? {} : { code }),
    ...(status === undefined ? {} : { status }),
    ...(error.stack === undefined ? {} : { stack: error.stack }),
    ...(error.cause === undefined || isDeep ? {} : { cause: inner(error.cause) }),
    ...(Array.isArray(errors) && !isDeep ? { errors: errors.map(inner) } : {}),
  };
}
