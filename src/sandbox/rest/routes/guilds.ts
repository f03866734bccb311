import type { Discord } from "../../discord.ts";
import { channelJson, guildJson, memberJson } from "../../world/json.ts";
import { isThread } from "../../world/permissions.ts";
import type { Guild } from "../../world/world.ts";
import { unknownGuild, unknownMember, unknownUser } from "../errors.ts";
import { ok, type Route, route } from "../router.ts";

export function guildRoutes(discord: Discord): readonly Route[] {
  const { world } = discord;

  function guild(guildId: string): Guild {
    const found = world.guilds.get(guildId);
    if (!found?.members.has(world.bot.id)) throw unknownGuild();
    return found;
  }

  function member(guildId: string, userId: string) {
    const found = guild(guildId).members.get(userId);
    if (found) return ok(memberJson(found));
    throw world.people.has(userId) ? unknownMember() : unknownUser();
  }

  return [
    route("GET", "/guilds/:guildId", ({ guildId }, { query }) => {
      const found = guild(guildId);
      const counts = {
        approximate_member_count: found.members.size,
        approximate_presence_count: found.members.size,
      };
      return ok({ ...guildJson(found), ...(query.get("with_counts") === "true" ? counts : {}) });
    }),
    route("GET", "/guilds/:guildId/channels", ({ guildId }) => {
      const channels = guild(guildId).channelIds.flatMap((id) => world.channels.get(id) ?? []);
      return ok(
        channels.filter((channel) => !isThread(channel)).map((channel) => channelJson(world, channel)),
      );
    }),
    route("GET", "/guilds/:guildId/roles", ({ guildId }) => ok([...guild(guildId).roles.values()])),
    route("GET", "/guilds/:guildId/members/@me", ({ guildId }) => member(guildId, world.bot.id)),
    route("GET", "/guilds/:guildId/members/:userId", ({ guildId, userId }) => member(guildId, userId)),
  ];
}
