import type { Discord } from "../discord.ts";
import { CLOSE_REASONS } from "../gateway/close-codes.ts";
import { badRequest } from "../rest/errors.ts";
import { asObject } from "../rest/request.ts";
import type { TroubleRequest } from "./protocol.ts";
import { readFault } from "./read-fault.ts";

type GatewayTrouble = Extract<TroubleRequest, { readonly gateway: unknown }>["gateway"];

/** Carries out a `TroubleRequest`. */
export function makeTrouble({ gateway, faults, changes }: Discord, body: unknown): void {
  const asked = asObject<"rest" | "gateway" | "code">(body);
  if (asked?.rest === "clear") {
    faults.clear();
    return;
  }
  if (asked?.rest !== undefined) {
    faults.add(readFault(asked.rest));
    return;
  }
  switch (asked?.gateway as GatewayTrouble) {
    case "drop":
      gateway.drop();
      break;
    case "reconnect":
      gateway.reconnect();
      break;
    case "invalidate":
      gateway.invalidate({ resumable: false });
      break;
    case "invalidate-resumable":
      gateway.invalidate({ resumable: true });
      break;
    case "close":
      if (CLOSE_REASONS[Number(asked?.code)] === undefined) throw badRequest("code is none of Discord's.");
      gateway.drop(Number(asked?.code));
      break;
    case "stop-acking":
      gateway.stopAcking();
      break;
    case "go-dark":
      gateway.goDark();
      break;
    case "recover":
      gateway.recover();
      break;
    default:
      throw badRequest("Send { rest: fault } or { gateway: what happens }.");
  }
  changes.announce({ kind: "world-changed" });
}
