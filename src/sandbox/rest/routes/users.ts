import type { Discord } from "../../discord.ts";
import { directMessagesWith } from "../../world/direct-messages.ts";
import { channelJson, ownGuildJson, selfJson } from "../../world/json.ts";
import { unknownUser } from "../errors.ts";
import { asObject } from "../request.ts";
import { ok, type Route, route } from "../router.ts";

export function userRoutes(discord: Discord): readonly Route[] {
  const { world } = discord;
  const self = () => ok(selfJson(world));

  return [
    route("GET", "/users/@me", self),
    route("GET", "/users/@me/guilds", (_, { query }) => {
      const after = BigInt(query.get("after") ?? "0");
      const own = [...world.guilds.values()]
        .filter(({ id, members }) => members.has(world.bot.id) && BigInt(id) > after)
        .sort((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1))
        .slice(0, Number(query.get("limit") ?? "200"));
      return ok(own.map((guild) => ownGuildJson(world, guild)));
    }),
    route("POST", "/users/@me/channels", (_, { body }) => {
      const recipient = String(asObject<"recipient_id">(body)?.recipient_id);
      if (!world.people.has(recipient)) throw unknownUser();
      return ok(channelJson(world, directMessagesWith(discord, recipient)));
    }),
    route("GET", "/users/:userId", ({ userId }) => {
      if (userId === world.bot.id) return self();
      const person = world.people.get(userId);
      if (!person) throw unknownUser();
      return ok(person.user);
    }),
  ];
}
