import { ChannelType, PermissionFlagsBits } from "discord-api-types/v10";
import type { ChannelFacts, GuildFacts, GuildReader, RoleFacts } from "../../src/guilds/facts.ts";
import { capabilities } from "../../src/ui/permissions.ts";

export const GUILD = "2";
export const BOT = "90";
export const BOT_ROLE = "91";

const ALL = capabilities.reduce((all, { permission }) => all | PermissionFlagsBits[permission], 0n);

export function role(facts: Partial<RoleFacts> & { readonly id: string }): RoleFacts {
  return {
    name: "a role",
    permissions: "0",
    isManaged: false,
    isMentionable: true,
    botId: undefined,
    ...facts,
  };
}

export function channel(facts: Partial<ChannelFacts> & { readonly id: string }): ChannelFacts {
  return { type: ChannelType.GuildText, parentId: undefined, isLocked: false, overwrites: [], ...facts };
}

/** A guild where the bot may do all it asks for: channels 10 to 12, roles 20 to 22. */
export function guildFacts(facts: Partial<GuildFacts> = {}): GuildFacts {
  return {
    guildId: GUILD,
    applicationId: BOT,
    botId: BOT,
    botRoleIds: [BOT_ROLE],
    timedOutUntil: undefined,
    roles: [
      role({ id: GUILD }),
      role({ id: BOT_ROLE, permissions: String(ALL), isManaged: true, botId: BOT }),
      ...["20", "21", "22"].map((id) => role({ id })),
    ],
    channels: ["10", "11", "12"].map((id) => channel({ id })),
    ...facts,
  };
}

/** Reads a guild, and files by their address, that never change. */
export function readerOf(facts: GuildFacts, files: Readonly<Record<string, string>> = {}): GuildReader {
  return { facts: async () => facts, file: async (url) => files[url] };
}
