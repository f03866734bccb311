import { checkWhole } from "../../rules/fields.ts";
import { valueBetween } from "../../rules/rule.ts";
import { isSnowflake } from "../../world/snowflakes.ts";
import type { Channel, Message } from "../../world/world.ts";
import { enforce } from "../enforce.ts";

const LIMIT = valueBetween(
  1,
  100,
  "A page of messages holds 1 to 100.",
  "resources/message#get-channel-messages",
);
const USUAL_LIMIT = 50;

/** One page of a channel's messages, newest first, as `limit`, `before`, `after` and `around` ask for it. */
export function pageOf(channel: Channel, query: URLSearchParams): readonly Message[] {
  const limit = query.has("limit") ? Number(query.get("limit")) : USUAL_LIMIT;
  enforce((refuse) => checkWhole(refuse, LIMIT, "limit", limit, { min: 1, max: 100 }));
  const all = [...channel.messages.values()].filter(({ visibleTo }) => visibleTo === undefined);

  const after = idIn(query, "after");
  const around = idIn(query, "around");
  const before = idIn(query, "before");
  if (around !== undefined) {
    const older = all.filter((message) => idOf(message) < around).slice(-Math.floor(limit / 2));
    const rest = all.filter((message) => idOf(message) >= around).slice(0, limit - older.length);
    return [...older, ...rest].reverse();
  }
  if (after !== undefined) {
    return all
      .filter((message) => idOf(message) > after)
      .slice(0, limit)
      .reverse();
  }
  return all
    .filter((message) => before === undefined || idOf(message) < before)
    .slice(-limit)
    .reverse();
}

function idOf({ json }: Message): bigint {
  return BigInt(json.id);
}

function idIn(query: URLSearchParams, name: string): bigint | undefined {
  const text = query.get(name);
  return text !== null && (isSnowflake(text) || /^\d+$/.test(text)) ? BigInt(text) : undefined;
}
