import { GatewayOpcodes } from "discord-api-types/v10";
import { asObject } from "../rest/request.ts";
import type { Traffic, TrafficEntry } from "../traffic.ts";

/** What went over the wire about these ids, and how each interaction in which one of them occurs was answered. */
export function wireAbout(traffic: Traffic, ids: readonly string[]): readonly TrafficEntry[] {
  const interactions = traffic.entries(...ids).flatMap(interactionIdIn);
  return traffic.entries(...ids, ...interactions);
}

/** The last things said, without what only keeps a connection up or opens it. */
export function latestOnWire(traffic: Traffic, count: number): readonly TrafficEntry[] {
  return traffic.entries().filter(isTelling).slice(-count);
}

function interactionIdIn(entry: TrafficEntry): readonly string[] {
  const { t, d } = payloadOf(entry) ?? {};
  const id = t === "INTERACTION_CREATE" ? asObject<"id">(d)?.id : undefined;
  return typeof id === "string" ? [id] : [];
}

function isTelling(entry: TrafficEntry): boolean {
  if (entry.kind === "rest") return true;
  const { op, t } = payloadOf(entry) ?? {};
  return op === GatewayOpcodes.Dispatch && t !== "GUILD_CREATE" && t !== "READY";
}

function payloadOf(entry: TrafficEntry) {
  const isOurs = entry.kind === "gateway" && entry.direction === "out";
  return isOurs ? asObject<"op" | "t" | "d">(JSON.parse(entry.payload)) : undefined;
}
