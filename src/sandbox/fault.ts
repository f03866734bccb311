/** Types alone, because the page reads them too. */

export type RateLimitScope = "user" | "global" | "shared";

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

/** A fault, and how many requests it still waits for. */
export interface WaitingFault {
  readonly fault: Fault;
  readonly left: number;
}
