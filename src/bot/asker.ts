import { ChannelType } from "discord-api-types/v10";

/** Who typed or clicked, and where. */
export interface Asker {
  /** Of this one click or command, and of no other; the same again when Discord delivers it twice. */
  readonly interactionId: string;
  readonly userId: string;
  /** Missing in a direct message. */
  readonly guildId: string | undefined;
  readonly channelId: string | undefined;
  /** Threads have rights of their own. */
  readonly isInThread: boolean;
  /** The member's roles in the guild; none in a direct message. */
  readonly roleIds: readonly string[];
  /** What the member may do in the channel, as Discord writes it: one number in decimals. */
  readonly permissions: string;
  /** What the bot may do there, written the same way. */
  readonly botPermissions: string;
}

/** Somebody in a guild. */
export type Member = Asker & { readonly guildId: string };

export interface Loose {
  readonly [key: string]: unknown;
}

export function isObject(value: unknown): value is Loose {
  return typeof value === "object" && value !== null;
}

/** Reads the person and the place out of an interaction; `undefined` when one of them is broken. */
export function askerOf(interaction: Loose): Asker | undefined {
  const {
    id,
    member,
    guild_id: guildId,
    channel_id: channelId,
    channel,
    app_permissions: botMay,
  } = interaction;
  const user = isObject(member) ? member["user"] : interaction["user"];
  if (!isObject(user) || !isId(user["id"]) || !isIdOrMissing(guildId) || !isIdOrMissing(channelId))
    return undefined;
  return {
    interactionId: isId(id) ? id : "0",
    userId: user["id"],
    guildId: guildId ?? undefined,
    channelId: channelId ?? undefined,
    isInThread: isObject(channel) && THREADS.has(channel["type"]),
    ...standingOf(member),
    botPermissions: isId(botMay) ? botMay : "0",
  };
}

const THREADS: ReadonlySet<unknown> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

function standingOf(member: unknown): Pick<Asker, "roleIds" | "permissions"> {
  const { roles, permissions } = isObject(member) ? member : {};
  return {
    roleIds: Array.isArray(roles) ? roles.filter(isId) : [],
    permissions: isId(permissions) ? permissions : "0",
  };
}

function isId(value: unknown): value is string {
  return typeof value === "string" && /^\d{1,20}$/.test(value);
}

function isIdOrMissing(value: unknown): value is string | null | undefined {
  return value === undefined || value === null || isId(value);
}
