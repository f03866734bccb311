import { DiscordAPIError, REST } from "@discordjs/rest";
import {
  type APIApplication,
  type APIChannel,
  type APIGuildMember,
  type APIPartialGuild,
  type APIRole,
  type APIUser,
  Routes,
} from "discord-api-types/v10";
import { request } from "undici";
import type { ChannelFacts, GuildReader, RoleFacts } from "../guilds/facts.ts";

/** Looks at Discord for what no interaction tells. */
export interface Reader extends GuildReader {
  /** Every guild that the bot is in, also those that are away for a while. */
  guildIds(): Promise<ReadonlySet<string>>;
}

interface Place {
  readonly token: string;
  readonly apiUrl: string;
}

const GUILDS_AT_ONCE = 200;
const FILE_WITHIN_MS = 5_000;
/** Where Discord keeps what members attach. */
const FILE_ORIGINS: readonly string[] = ["https://cdn.discordapp.com", "https://media.discordapp.net"];

export function createReader({ token, apiUrl }: Place): Reader {
  const rest = new REST({ version: "10", api: apiUrl }).setToken(token);
  const get = async <T>(route: `/${string}`, query?: URLSearchParams) =>
    (await rest.get(route, query === undefined ? {} : { query })) as T;
  const origins = [...FILE_ORIGINS, new URL(apiUrl).origin];

  /**
   * A thread is on no list; one that is gone, or that the bot may not see, is not there for it. The bot sees other
   * guilds' channels too: those are nobody's business here.
   */
  async function thread(guildId: string, channelId: string): Promise<readonly ChannelFacts[]> {
    try {
      const channel = await get<APIChannel>(Routes.channel(channelId));
      return "guild_id" in channel && channel.guild_id === guildId ? [factsOfChannel(channel)] : [];
    } catch (error) {
      if (error instanceof DiscordAPIError && (error.status === 403 || error.status === 404)) return [];
      throw error;
    }
  }

  return {
    facts: async (guildId, channelIds) => {
      const [bot, application, roles, listed] = await Promise.all([
        get<APIUser>(Routes.user()),
        get<APIApplication>(Routes.currentApplication()),
        get<readonly APIRole[]>(Routes.guildRoles(guildId)),
        get<readonly APIChannel[]>(Routes.guildChannels(guildId)),
      ]);
      const member = await get<APIGuildMember>(Routes.guildMember(guildId, bot.id));
      const channels = listed.map(factsOfChannel);
      const others = channelIds.filter((wanted) => !channels.some(({ id }) => id === wanted));
      const threads = (await Promise.all(others.map((id) => thread(guildId, id)))).flat();
      const until = member.communication_disabled_until;
      return {
        guildId,
        applicationId: application.id,
        botId: bot.id,
        botRoleIds: member.roles,
        timedOutUntil: until ? Date.parse(until) : undefined,
        roles: roles.map(factsOfRole),
        channels: [...channels, ...threads],
      };
    },
    guildIds: async () => {
      const found = new Set<string>();
      for (let after = "0"; ; ) {
        const query = new URLSearchParams({ limit: String(GUILDS_AT_ONCE), after });
        const page = await get<readonly APIPartialGuild[]>(Routes.userGuilds(), query);
        for (const { id } of page) found.add(id);
        const last = page.at(-1)?.id;
        if (page.length < GUILDS_AT_ONCE || last === undefined || last === after) return found;
        after = last;
      }
    },
    file: async (url, most) =>
      URL.canParse(url) && origins.includes(new URL(url).origin) ? await textAt(url, most) : undefined,
  };
}

/** No redirect is followed, and nothing beyond `most` bytes is read. */
async function textAt(url: string, most: number): Promise<string | undefined> {
  const response = await request(url, { signal: AbortSignal.timeout(FILE_WITHIN_MS) });
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of response.body as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (response.statusCode !== 200 || bytes > most) {
      response.body.destroy();
      return undefined;
    }
    parts.push(part);
  }
  return response.statusCode === 200 ? Buffer.concat(parts).toString("utf8") : undefined;
}

function factsOfRole({ id, name, permissions, managed, mentionable, tags }: APIRole): RoleFacts {
  return {
    id,
    name,
    permissions,
    isManaged: managed,
    isMentionable: mentionable,
    botId: tags?.bot_id,
  };
}

function factsOfChannel(channel: APIChannel): ChannelFacts {
  const { id, type } = channel;
  const parentId = "parent_id" in channel ? channel.parent_id : undefined;
  const overwrites = "permission_overwrites" in channel ? channel.permission_overwrites : undefined;
  return {
    id,
    type,
    parentId: parentId ?? undefined,
    isLocked: "thread_metadata" in channel && channel.thread_metadata?.locked === true,
    overwrites: (overwrites ?? []).map((one) => ({ id: one.id, allow: one.allow, deny: one.deny })),
  };
}
