import { ChannelType } from "discord-api-types/v10";
import { guildPermissions, isThread } from "./permissions.ts";
import type { Channel, Guild, Member, World } from "./world.ts";

/** How Discord writes the things of the world on the wire. */
export function memberJson(member: Member) {
  return {
    user: member.user,
    nick: member.nick,
    avatar: null,
    banner: null,
    roles: member.roleIds,
    joined_at: member.joinedAt,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
  };
}

export function channelJson(world: World, channel: Channel) {
  if (channel.type === ChannelType.DM) {
    const recipient = world.people.get(channel.recipientId ?? "");
    return {
      id: channel.id,
      type: channel.type,
      last_message_id: channel.lastMessageId,
      flags: 0,
      recipients: recipient ? [recipient.user] : [],
    };
  }
  const shared = {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId,
    parent_id: channel.parentId ?? null,
    name: channel.name,
    last_message_id: channel.lastMessageId,
    rate_limit_per_user: 0,
    flags: 0,
  };
  if (isThread(channel)) {
    return {
      ...shared,
      owner_id: world.bot.id,
      message_count: channel.messages.size,
      member_count: 1,
      total_message_sent: channel.messages.size,
      thread_metadata: {
        archived: channel.isArchived === true,
        auto_archive_duration: 10_080,
        archive_timestamp: "2020-01-02T03:04:05.000000+00:00",
        locked: false,
      },
    };
  }
  return {
    ...shared,
    topic: channel.topic,
    position: channel.position,
    permission_overwrites: channel.overwrites,
    nsfw: false,
    last_pin_timestamp: null,
  };
}

export function guildJson(guild: Guild) {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    description: null,
    owner_id: guild.ownerId,
    region: "deprecated",
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 1,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    roles: [...guild.roles.values()],
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    max_presences: null,
    max_members: 500_000,
    vanity_url_code: null,
    banner: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: guild.locale,
    nsfw: false,
    nsfw_level: 0,
    home_header: null,
    widget_enabled: false,
    widget_channel_id: null,
    max_video_channel_users: 25,
    max_stage_video_channel_users: 50,
    premium_progress_bar_enabled: false,
    hub_type: null,
    incidents_data: null,
  };
}

/** What GUILD_CREATE carries. Of the members only the bot comes along, as for a bot without the members intent. */
export function guildCreateJson(world: World, guild: Guild) {
  const channels = guild.channelIds.flatMap((id) => world.channels.get(id) ?? []);
  const bot = guild.members.get(world.bot.id);
  return {
    ...guildJson(guild),
    joined_at: guild.joinedAt,
    large: guild.members.size > 250,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    members: bot ? [memberJson(bot)] : [],
    channels: channels.filter((channel) => !isThread(channel)).map((channel) => channelJson(world, channel)),
    threads: channels.filter(isThread).map((channel) => channelJson(world, channel)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function ownGuildJson(world: World, guild: Guild) {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    banner: null,
    owner: guild.ownerId === world.bot.id,
    permissions: guildPermissions(guild, world.bot.id).toString(),
    features: [],
  };
}

export function applicationJson(world: World) {
  const owner = [...world.people.values()][0]?.user;
  return {
    ...world.application,
    icon: null,
    bot: world.bot,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: "0".repeat(64),
    summary: "",
    team: null,
    owner,
    integration_types_config: { 0: {}, 1: {} },
    approximate_guild_count: world.guilds.size,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    type: null,
    flags_new: "0",
    role_connections_verification_url: null,
    explicit_content_filter: 0,
    eligible_oauth2_scopes: [],
    redirect_uris: [],
    interactions_endpoint_url: null,
    event_webhooks_status: 1,
  };
}

export function selfJson(world: World) {
  return { ...world.bot, verified: true, mfa_enabled: true, email: null, locale: "en-US" };
}
