import type { Fault, Mishap, RateLimitScope } from "../fault.ts";
import { badRequest } from "../rest/errors.ts";
import { asObject, type Loose } from "../rest/request.ts";
import { text } from "./read.ts";

const HOUR_MS = 3_600_000;
const SCOPES: readonly unknown[] = ["user", "global", "shared"] satisfies readonly RateLimitScope[];

/** A fault as the page describes it. What it leaves out stays out. */
export function readFault(value: unknown): Fault {
  const asked = asObject<keyof Fault>(value) ?? {};
  const { times, method, path } = asked;
  return {
    mishap: readMishap(asked.mishap),
    ...(times === undefined ? {} : { times: whole(times, "times", 1, 1_000) }),
    ...(method === undefined ? {} : { method: text(method, "method") }),
    ...(path === undefined ? {} : { path: text(path, "path") }),
  };
}

function readMishap(value: unknown): Mishap {
  const asked = asObject<"kind" | "scope" | "retryAfterMs" | "status" | "code" | "message" | "delayMs">(
    value,
  );
  switch (asked?.kind) {
    case "rate-limit":
      if (!SCOPES.includes(asked.scope)) throw badRequest("scope is none of Discord's.");
      return {
        kind: asked.kind,
        scope: asked.scope as RateLimitScope,
        retryAfterMs: whole(asked.retryAfterMs, "retryAfterMs", 0, HOUR_MS),
      };
    case "status":
      return { kind: asked.kind, ...refusalIn(asked) };
    case "slow":
      return { kind: asked.kind, delayMs: whole(asked.delayMs, "delayMs", 0, HOUR_MS) };
    case "cut":
    case "cut-after":
      return { kind: asked.kind };
    default:
      throw badRequest("mishap.kind is none that the sandbox knows.");
  }
}

function refusalIn({ status, code, message }: Loose<"status" | "code" | "message">) {
  return {
    status: whole(status, "status", 400, 599),
    ...(code === undefined ? {} : { code: whole(code, "code", 0, 999_999) }),
    ...(message === undefined ? {} : { message: text(message, "message") }),
  };
}

function whole(value: unknown, name: string, min: number, max: number): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= min && value <= max) return value;
  throw badRequest(`${name} has to be a whole number between ${min} and ${max}.`);
}
