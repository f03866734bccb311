import { channelJson, memberJson } from "../world/json.ts";
import { channelPermissions } from "../world/permissions.ts";
import type { Channel, World } from "../world/world.ts";

/** The things that ids in an interaction stand for, as Discord sends them along. Undefined where there are none. */
export function resolvedJson(world: World, channel: Channel, ids: readonly string[], actorId: string) {
  if (ids.length === 0) return undefined;
  const guild = world.guilds.get(channel.guildId ?? "");
  const users: Record<string, unknown> = {};
  const members: Record<string, unknown> = {};
  const roles: Record<string, unknown> = {};
  const channels: Record<string, unknown> = {};
  const attachments: Record<string, unknown> = {};

  for (const id of ids) {
    const user = id === world.bot.id ? world.bot : world.people.get(id)?.user;
    const member = guild?.members.get(id);
    const role = guild?.roles.get(id);
    const other = world.channels.get(id);
    const upload = world.uploads.get(id);
    if (user) users[id] = user;
    if (member) {
      const { user: _user, ...rest } = memberJson(member);
      members[id] = { ...rest, permissions: channelPermissions(world, channel, id).toString() };
    }
    if (role) roles[id] = role;
    if (upload) attachments[id] = upload;
    if (other) {
      channels[id] = {
        ...channelJson(world, other),
        permissions: channelPermissions(world, other, actorId).toString(),
      };
    }
  }
  const groups = Object.entries({ users, members, roles, channels, attachments });
  return Object.fromEntries(groups.filter(([, group]) => Object.keys(group).length > 0));
}
