import {
  AllowedMentionsTypes,
  type APIAllowedMentions,
  type APIUser,
  ComponentType,
  PermissionFlagsBits,
} from "discord-api-types/v10";
import { type MessageDraft, visitComponents } from "./draft.ts";
import { channelPermissions } from "./permissions.ts";
import type { Channel, World } from "./world.ts";

export interface Mentioned {
  readonly mentions: APIUser[];
  readonly mention_roles: string[];
  readonly mention_everyone: boolean;
  /** Everybody whom a notification reaches, through a role or everyone too. */
  readonly pinged: readonly string[];
}

/** Where `allowed_mentions` is left out: messages ping everything, answers and follow-ups only users. */
export type UnsaidMentions = "everything" | "users";

const DEFAULTS: Readonly<Record<UnsaidMentions, AllowedMentionsTypes[]>> = {
  everything: [AllowedMentionsTypes.User, AllowedMentionsTypes.Role, AllowedMentionsTypes.Everyone],
  users: [AllowedMentionsTypes.User],
};
const NOBODY: Mentioned = { mentions: [], mention_roles: [], mention_everyone: false, pinged: [] };
const USER = /<@!?(\d+)>/g;
const ROLE = /<@&(\d+)>/g;
const EVERYONE = /@(everyone|here)/;

export function mentionsOf(
  world: World,
  channel: Channel,
  authorId: string,
  draft: MessageDraft,
  unsaid: UnsaidMentions,
): Mentioned {
  const text = pingingText(draft);
  if (!text.includes("@")) return NOBODY;

  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
  const allowed: APIAllowedMentions = draft.allowed_mentions ?? {
    parse: DEFAULTS[unsaid],
  };
  const kinds: readonly string[] = allowed.parse ?? [];
  const mayPingAll =
    (channelPermissions(world, channel, authorId) & PermissionFlagsBits.MentionEveryone) !== 0n;

  const mentions = ids(text, USER)
    .filter((id) => kinds.includes("users") || allowed.users?.includes(id))
    .flatMap((id) => (id === world.bot.id ? world.bot : (world.people.get(id)?.user ?? [])));
  const roleIds = ids(text, ROLE)
    .filter((id) => kinds.includes("roles") || allowed.roles?.includes(id))
    .filter((id) => guild?.roles.has(id));
  const everyone = kinds.includes("everyone") && mayPingAll && EVERYONE.test(text);

  const pinging = roleIds.filter((id) => mayPingAll || guild?.roles.get(id)?.mentionable);
  const reached = [...(guild?.members.values() ?? [])]
    .filter((member) => everyone || member.roleIds.some((id) => pinging.includes(id)))
    .map((member) => member.user.id);
  const pinged = new Set([...mentions.map(({ id }) => id), ...reached]);
  pinged.delete(authorId);
  return { mentions, mention_roles: roleIds, mention_everyone: everyone, pinged: [...pinged] };
}

function pingingText(draft: MessageDraft): string {
  let text = draft.content ?? "";
  visitComponents(draft.components ?? [], ({ type, content }) => {
    if (type === ComponentType.TextDisplay) text += `\n${content ?? ""}`;
  });
  return text;
}

function ids(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].flatMap((match) => match[1] ?? []))];
}
