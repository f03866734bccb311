import type { APIInteractionResponse } from "discord-api-types/v10";
import { Pool } from "undici";

/** Discord takes the first answer to an interaction for three seconds. */
const ANSWER_WITHIN_MS = 3_000;

/** How an answer fared. `late`: the interaction had expired. `refused`: Discord did not take it. */
export type Delivery =
  | { readonly outcome: "delivered" | "late" | "unauthorized" }
  | { readonly outcome: "refused"; readonly status: number; readonly body: string }
  | { readonly outcome: "unreachable"; readonly error: unknown };

/**
 * Sends first answers. They lie outside Discord's rate limits and cannot wait, so they do not queue behind anything:
 * ready bytes over connections that stay open.
 */
export interface Callbacks {
  send(interactionId: string, token: string, answer: APIInteractionResponse): Promise<Delivery>;
  close(): Promise<void>;
}

export function createCallbacks(apiUrl: string): Callbacks {
  const { origin, pathname } = new URL(apiUrl);
  const pool = new Pool(origin, {
    connections: 64,
    pipelining: 1,
    keepAliveTimeout: 60_000,
    headersTimeout: ANSWER_WITHIN_MS,
    bodyTimeout: ANSWER_WITHIN_MS,
    connect: { timeout: ANSWER_WITHIN_MS },
  });
  const post = async (path: string, body: Buffer) => {
    const response = await pool.request({ path, method: "POST", headers: JSON_HEADERS, body });
    if (response.statusCode >= 400) return { status: response.statusCode, body: await response.body.text() };
    await response.body.dump();
    return { status: response.statusCode, body: "" };
  };

  return {
    send: async (interactionId, token, answer) => {
      const path = `${pathname}/v10/interactions/${interactionId}/${token}/callback`;
      const body = bytesOf(answer);
      const startedAt = performance.now();
      try {
        return deliveryOf(await post(path, body), "first");
      } catch (error) {
        if (performance.now() - startedAt > ANSWER_WITHIN_MS / 2) return { outcome: "unreachable", error };
        return await post(path, body).then(
          (response) => deliveryOf(response, "retry"),
          (again: unknown) => ({ outcome: "unreachable", error: again }) as const,
        );
      }
    },
    close: () => pool.close(),
  };
}

const JSON_HEADERS = { "content-type": "application/json" };

const UNKNOWN_INTERACTION = 10_062;
const ALREADY_ACKNOWLEDGED = 40_060;

function deliveryOf(
  { status, body }: { readonly status: number; readonly body: string },
  attempt: "first" | "retry",
): Delivery {
  if (status < 300) return { outcome: "delivered" };
  if (status === 401) return { outcome: "unauthorized" };
  const code = codeIn(body);
  if (code === UNKNOWN_INTERACTION) return { outcome: "late" };
  if (code === ALREADY_ACKNOWLEDGED && attempt === "retry") return { outcome: "delivered" };
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
