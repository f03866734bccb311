import { badRequest } from "../rest/errors.ts";
import { asObject } from "../rest/request.ts";
import type { Channel, World } from "../world/world.ts";

/** The page's bodies, read strictly: what is not of its kind is refused by its name. */

export function text(value: unknown, name: string): string {
  if (typeof value !== "string") throw badRequest(`${name} has to be a text.`);
  return value;
}

export function texts(value: unknown, name: string): readonly string[] {
  if (!Array.isArray(value)) throw badRequest(`${name} has to be a list of texts.`);
  return value.map((one) => text(one, name));
}

/** What options or fields hold, by their names. */
export function values<Value>(
  given: unknown,
  name: string,
  isValue: (one: unknown) => one is Value,
): Readonly<Record<string, Value>> {
  const all = given === undefined ? {} : asObject(given);
  if (!all || !Object.values(all).every(isValue)) throw badRequest(`${name} has to hold values by name.`);
  return all as Readonly<Record<string, Value>>;
}

export function channelCalled(world: World, id: unknown): Channel {
  const channel = typeof id === "string" ? world.channels.get(id) : undefined;
  if (!channel) throw badRequest("channelId names no channel.");
  return channel;
}
