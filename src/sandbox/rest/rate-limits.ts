import { createHash } from "node:crypto";
import type { RateLimitScope } from "../fault.ts";
import type { ProtocolTime } from "../protocol-time.ts";
import type { Answer, Match } from "./router.ts";

interface Limit {
  readonly limit: number;
  readonly windowMs: number;
}

interface Bucket {
  used: number;
  resetsAt: number;
}

const GLOBAL: Limit = { limit: 50, windowMs: 1_000 };
const USUAL: Limit = { limit: 50, windowMs: 1_000 };
/** Discord publishes no numbers and asks to read the headers; these are near what a bot meets. */
const LIMITS: Readonly<Record<string, Limit>> = {
  "POST /channels/:channelId/messages": { limit: 5, windowMs: 5_000 },
  "PATCH /channels/:channelId/messages/:messageId": { limit: 5, windowMs: 5_000 },
  "DELETE /channels/:channelId/messages/:messageId": { limit: 5, windowMs: 1_000 },
  "GET /channels/:channelId/messages": { limit: 5, windowMs: 5_000 },
  "POST /users/@me/channels": { limit: 10, windowMs: 10_000 },
  "POST /webhooks/:applicationId/:token": { limit: 5, windowMs: 2_000 },
  "PATCH /webhooks/:applicationId/:token/messages/:messageId": { limit: 5, windowMs: 2_000 },
};
const KEEP_BUCKETS = 10_000;

export interface RateLimits {
  /** Counts a request. Answers with the headers it goes with, and with a 429 when it is one too many. */
  count(match: Match): { readonly headers: Record<string, string>; readonly refusal?: Answer };
}

export function rateLimits(time: ProtocolTime, { enforce }: { readonly enforce: boolean }): RateLimits {
  const buckets = new Map<string, Bucket>();

  function take(key: string, { limit, windowMs }: Limit): Bucket & { readonly isOver: boolean } {
    const now = time.now();
    let bucket = buckets.get(key);
    if (!bucket || bucket.resetsAt <= now) {
      bucket = { used: 0, resetsAt: now + windowMs };
      buckets.delete(key);
      buckets.set(key, bucket);
      forgetOldest(buckets);
    }
    const isOver = bucket.used >= limit;
    if (!isOver) bucket.used += 1;
    return { ...bucket, isOver };
  }

  return {
    count({ route, params }) {
      if (route.path.endsWith("/callback")) return { headers: {} };
      const overall = route.open ? undefined : take("global", GLOBAL);
      if (enforce && overall?.isOver) {
        return { headers: {}, refusal: tooMany("global", overall.resetsAt - time.now()) };
      }

      const name = `${route.method} ${route.path}`;
      const limit = LIMITS[name] ?? USUAL;
      const place = params["channelId"] ?? params["guildId"] ?? params["token"] ?? "";
      const bucket = take(`${name} ${place}`, limit);
      const leftMs = bucket.resetsAt - time.now();
      const headers = {
        "x-ratelimit-limit": `${limit.limit}`,
        "x-ratelimit-remaining": `${limit.limit - bucket.used}`,
        "x-ratelimit-reset": `${bucket.resetsAt / 1_000}`,
        "x-ratelimit-reset-after": `${leftMs / 1_000}`,
        "x-ratelimit-bucket": bucketName(name),
      };
      return enforce && bucket.isOver ? { headers, refusal: tooMany("user", leftMs) } : { headers };
    },
  };
}

export function tooMany(scope: RateLimitScope, retryAfterMs: number): Answer {
  const isGlobal = scope === "global";
  return {
    status: 429,
    headers: {
      "retry-after": `${Math.ceil(retryAfterMs / 1_000)}`,
      "x-ratelimit-scope": scope,
      ...(isGlobal ? { "x-ratelimit-global": "true" } : {}),
    },
    body: { message: "You are being rate limited.", retry_after: retryAfterMs / 1_000, global: isGlobal },
  };
}

const names = new Map<string, string>();

function bucketName(route: string): string {
  let name = names.get(route);
  if (name === undefined) {
    name = createHash("sha1").update(route).digest("hex").slice(0, 32);
    names.set(route, name);
  }
  return name;
}

function forgetOldest(buckets: Map<string, Bucket>): void {
  if (buckets.size <= KEEP_BUCKETS) return;
  const oldest = buckets.keys().next().value;
  if (oldest !== undefined) buckets.delete(oldest);
}
