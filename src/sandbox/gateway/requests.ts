import { GatewayCloseCodes } from "discord-api-types/v10";
import { asObject } from "../rest/request.ts";
import { areIntents, PRIVILEGED } from "./intents.ts";
import type { Shard } from "./session.ts";

/** The close code for a connection that asks for another version, encoding or compression than the sandbox has. */
export function unspoken(query: URLSearchParams): number | undefined {
  if ((query.get("v") ?? "10") !== "10") return GatewayCloseCodes.InvalidAPIVersion;
  if ((query.get("encoding") ?? "json") !== "json" || query.has("compress"))
    return GatewayCloseCodes.DecodeError;
  return undefined;
}

/** An IDENTIFY that can be granted, or the close code that refuses it. */
export function readIdentify(
  data: unknown,
  isToken: (token: string) => boolean,
  privilegedIntents: number,
): { readonly intents: number; readonly shard: Shard } | number {
  const asked = asObject<"token" | "intents" | "shard" | "properties">(data);
  if (typeof asked?.token !== "string" || !isToken(asked.token))
    return GatewayCloseCodes.AuthenticationFailed;
  if (!asObject(asked.properties)) return GatewayCloseCodes.DecodeError;
  if (!areIntents(asked.intents)) return GatewayCloseCodes.InvalidIntents;
  if (asked.intents & PRIVILEGED & ~privilegedIntents) return GatewayCloseCodes.DisallowedIntents;
  const shard = readShard(asked.shard);
  return shard ? { intents: asked.intents, shard } : GatewayCloseCodes.InvalidShard;
}

export function readResume(
  data: unknown,
  isToken: (token: string) => boolean,
): { readonly sessionId: string; readonly sequence: number } | number {
  const asked = asObject<"token" | "session_id" | "seq">(data);
  if (typeof asked?.token !== "string" || !isToken(asked.token))
    return GatewayCloseCodes.AuthenticationFailed;
  if (typeof asked.session_id !== "string") return GatewayCloseCodes.DecodeError;
  if (typeof asked.seq !== "number") return GatewayCloseCodes.InvalidSeq;
  return { sessionId: asked.session_id, sequence: asked.seq };
}

function readShard(asked: unknown): Shard | undefined {
  if (asked === undefined || asked === null) return { id: 0, count: 1 };
  if (!Array.isArray(asked)) return undefined;
  const [id, count] = asked as readonly unknown[];
  if (typeof id !== "number" || typeof count !== "number") return undefined;
  return Number.isInteger(id) && Number.isInteger(count) && id >= 0 && id < count ? { id, count } : undefined;
}
