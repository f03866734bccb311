import type { APIInteractionResponse } from "discord-api-types/v10";
import { Pool } from "undici";
import { post, type Reply } from "./post.ts";

/** Discord takes the first answer to an interaction for three seconds. */
const ANSWER_WITHIN_MS = 3_000;
/** With less than this left, a second try would come too late. */
const RETRY_NEEDS_MS = 500;

/**
 * How an answer fared. `late`: the interaction had expired. `answered-elsewhere`: somebody else was first. `refused`:
 * Discord did not take it. `unreachable`: Discord did not say.
 */
export type Delivery =
  | { readonly outcome: "delivered" | "late" | "answered-elsewhere" | "unauthorized" }
  | { readonly outcome: "refused"; readonly status: number; readonly body: string }
  | { readonly outcome: "unreachable"; readonly error: unknown };

/**
 * Sends first answers. They lie outside Discord's rate limits and cannot wait, so they do not queue behind anything:
 * ready bytes over connections that stay open.
 */
export interface Callbacks {
  send(interactionId: string, token: string, answer: APIInteractionResponse): Promise<Delivery>;
  /** Ends what is still under way. */
  close(): Promise<void>;
}

export function createCallbacks(apiUrl: string): Callbacks {
  const { origin, pathname } = new URL(apiUrl);
  const pool = new Pool(origin, {
    connections: 64,
    pipelining: 1,
    keepAliveTimeout: 60_000,
    connect: { timeout: ANSWER_WITHIN_MS },
  });

  return {
    send: async (interactionId, token, answer) => {
      const path = `${pathname}/v10/interactions/${interactionId}/${token}/callback`;
      const json = bytesOf(answer);
      const startedAt = performance.now();
      const leftMs = () => ANSWER_WITHIN_MS - (performance.now() - startedAt);
      const attempt = async (withinMs: number) => heard(await post(pool, { path, json, withinMs }));
      try {
        return deliveryOf(await attempt(ANSWER_WITHIN_MS), "first");
      } catch (error) {
        if (leftMs() < RETRY_NEEDS_MS) return { outcome: "unreachable", error };
        return await attempt(leftMs()).then(
          (reply) => deliveryOf(reply, "retry"),
          (again: unknown) => ({ outcome: "unreachable", error: again }) as const,
        );
      }
    },
    close: () => pool.destroy(),
  };
}

/** An answer by whatever stands before Discord and cannot reach it is as good as none. */
function heard(reply: Reply): Reply {
  if (reply.status >= 500) throw new Error(`Discord answered with ${reply.status}.`);
  return reply;
}

const UNKNOWN_INTERACTION = 10_062;
const ALREADY_ACKNOWLEDGED = 40_060;
const INVALID_WEBHOOK_TOKEN = 50_027;

function deliveryOf({ status, body }: Reply, attempt: "first" | "retry"): Delivery {
  if (status < 300) return { outcome: "delivered" };
  const code = codeIn(body);
  if (code === UNKNOWN_INTERACTION || code === INVALID_WEBHOOK_TOKEN) return { outcome: "late" };
  if (code === ALREADY_ACKNOWLEDGED)
    return { outcome: attempt === "retry" ? "delivered" : "answered-elsewhere" };
  if (status === 401) return { outcome: "unauthorized" };
  return { outcome: "refused", status, body };
}

function codeIn(body: string): unknown {
  try {
    return (JSON.parse(body) as { readonly code?: unknown } | null)?.code;
  } catch {
    return undefined;
  }
}

const bytes = new WeakMap<APIInteractionResponse, Buffer>();

/** An answer that is frozen is the same for ever, so its JSON is written once. */
function bytesOf(answer: APIInteractionResponse): Buffer {
  if (!Object.isFrozen(answer)) return Buffer.from(JSON.stringify(answer));
  const known = bytes.get(answer);
  if (known !== undefined) return known;
  const written = Buffer.from(JSON.stringify(answer));
  bytes.set(answer, written);
  return written;
}
