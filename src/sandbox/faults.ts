import { type RateLimitScope, tooMany } from "./rest/rate-limits.ts";
import type { Answer } from "./rest/router.ts";

/** What goes wrong with a request to the REST API. */
export type Mishap =
  | { readonly kind: "rate-limit"; readonly scope: RateLimitScope; readonly retryAfterMs: number }
  /** Any other refusal: 500, 502, or a code such as 30046 with its message. */
  | { readonly kind: "status"; readonly status: number; readonly code?: number; readonly message?: string }
  | { readonly kind: "slow"; readonly delayMs: number }
  /** The connection breaks before anything is done. */
  | { readonly kind: "cut" }
  /** The request is carried out, and the connection breaks before the answer. */
  | { readonly kind: "cut-after" };

export interface Fault {
  readonly mishap: Mishap;
  /** How many requests it hits; 1 when left out. */
  readonly times?: number;
  readonly method?: string;
  /** A part of the path, such as `/callback` or a channel's id. */
  readonly path?: string;
}

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  /** The mishap that awaits this request, which is then used up. */
  take(method: string, path: string): Mishap | undefined;
}

export function faults(): Faults {
  let waiting: { readonly fault: Fault; left: number }[] = [];

  return {
    add(fault) {
      waiting.push({ fault, left: fault.times ?? 1 });
    },
    clear() {
      waiting = [];
    },
    take(method, path) {
      if (waiting.length === 0) return undefined;
      const next = waiting.find(
        ({ fault }) => (fault.method ?? method) === method && path.includes(fault.path ?? ""),
      );
      if (!next) return undefined;
      next.left -= 1;
      if (next.left === 0) waiting = waiting.filter((one) => one !== next);
      return next.fault.mishap;
    },
  };
}

/** The answer of a mishap that has one. */
export function mishapAnswer(mishap: Mishap): Answer | undefined {
  switch (mishap.kind) {
    case "rate-limit":
      return tooMany(mishap.scope, mishap.retryAfterMs);
    case "status": {
      const { status, code = 0, message = `${status}: Server Error` } = mishap;
      return { status, body: { message, code } };
    }
    default:
      return undefined;
  }
}
