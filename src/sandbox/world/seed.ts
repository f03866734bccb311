import {
  type APIOverwrite,
  type APIRole,
  ChannelType,
  type LocaleString,
  OverwriteType,
  PermissionFlagsBits,
} from "discord-api-types/v10";
import { CAST } from "./cast.ts";
import type { Channel, Guild, Member, Person, World } from "./world.ts";

const EPOCH = "2020-01-02T03:04:05.000000+00:00";

const EVERYONE_MAY =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.UseApplicationCommands;

const BOT_MAY =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory;

const NO_FLAGS = 0 as never;

type Cast = typeof CAST.fleet | typeof CAST.armada;

/** Two fleets, the officer of one of them a member of the other, six people and the bot; more guilds, each empty but for the bot, when scale matters. */
export function startingWorld(options: { readonly extraGuilds?: number } = {}): World {
  const { people } = CAST;
  const world: World = {
    application: {
      id: CAST.application,
      name: "Away Team",
      description: "Mission briefings, runs and weekly rewards for Star Trek Online fleets.",
      flags: NO_FLAGS,
    },
    bot: user(CAST.application, "away-team", "Away Team", { bot: true }),
    people: new Map(
      [
        person(people.admiral, "admiral.okonjo", "Admiral Okonjo", "en-US"),
        person(people.officer, "sovaka", "Sovaka", "en-US"),
        person(people.reyes, "ines.reyes", "Ines Reyes", "es-ES"),
        person(people.kvorrah, "kvorrah", "K'vorrah", "de"),
        person(people.juno, "juno", "Juno", "en-GB"),
        person(people.stranger, "passing.by", "Passing By", "fr"),
      ].map((one) => [one.user.id, one]),
    ),
    guilds: new Map(),
    channels: new Map(),
    closedDms: new Set(),
    uploads: new Map(),
    outages: new Set(),
  };

  addFleet(world, "Starbase 17", CAST.fleet, [
    people.admiral,
    people.officer,
    people.reyes,
    people.kvorrah,
    people.juno,
    people.stranger,
  ]);
  addFleet(world, "Outer Rim Armada", CAST.armada, [
    people.admiral,
    people.officer,
    people.kvorrah,
    people.juno,
  ]);
  for (let index = 0; index < (options.extraGuilds ?? 0); index++) addEmptyGuild(world, index);
  return world;
}

function addFleet(world: World, name: string, cast: Cast, memberIds: readonly string[]): void {
  const { roles, channels } = cast;
  const members = memberIds.map((userId) => {
    const roleIds: string[] = userId === CAST.people.stranger ? [] : [roles.member];
    if (userId === CAST.people.officer && cast === CAST.fleet) roleIds.push(roles.officer);
    return member(world, userId, roleIds);
  });

  addGuild(world, name, cast.id, CAST.people.admiral, members, [
    role(cast.id, "@everyone", EVERYONE_MAY, 0),
    role(roles.member, "Crew", 0n, 1),
    role(roles.runPing, "Run Ping", 0n, 2, { mentionable: true }),
    role(roles.bot, "Away Team", BOT_MAY, 3, { managed: true }),
    role(roles.officer, "Officer", PermissionFlagsBits.ManageGuild | PermissionFlagsBits.ManageMessages, 4),
  ]);

  const hidden: readonly APIOverwrite[] = [
    { id: cast.id, type: OverwriteType.Role, allow: "0", deny: String(PermissionFlagsBits.ViewChannel) },
    {
      id: roles.officer,
      type: OverwriteType.Role,
      allow: String(PermissionFlagsBits.ViewChannel),
      deny: "0",
    },
    { id: roles.bot, type: OverwriteType.Role, allow: String(PermissionFlagsBits.ViewChannel), deny: "0" },
  ];
  const inGuild = { guildId: cast.id, parentId: channels.category };
  addChannel(world, {
    id: channels.category,
    type: ChannelType.GuildCategory,
    name: "Fleet",
    guildId: cast.id,
  });
  addChannel(world, {
    ...inGuild,
    id: channels.missionBriefings,
    name: "mission-briefings",
    topic: "What to expect, and how to get through it.",
  });
  addChannel(world, { ...inGuild, id: channels.runs, name: "runs", topic: "Who flies when." });
  addChannel(world, { ...inGuild, id: channels.lounge, name: "lounge" });
  addChannel(world, { ...inGuild, id: channels.officers, name: "officers", overwrites: hidden });
  addChannel(world, {
    ...inGuild,
    id: channels.announcements,
    type: ChannelType.GuildAnnouncement,
    name: "announcements",
  });
  addChannel(world, {
    id: channels.thread,
    type: ChannelType.PublicThread,
    guildId: cast.id,
    parentId: channels.runs,
    name: "sunday-run",
  });
}

function addEmptyGuild(world: World, index: number): void {
  const id = (1_500_000_000_000_000_000n + (BigInt(index) << 22n)).toString();
  addGuild(
    world,
    `Fleet ${index + 1}`,
    id,
    CAST.people.admiral,
    [member(world, CAST.people.admiral, [])],
    [role(id, "@everyone", EVERYONE_MAY | BOT_MAY, 0)],
  );
  addChannel(world, { id: (BigInt(id) + 1n).toString(), guildId: id, name: "general" });
}

function addGuild(
  world: World,
  name: string,
  id: string,
  ownerId: string,
  people: readonly Member[],
  roles: readonly APIRole[],
): void {
  const bot: Member = {
    user: world.bot,
    nick: null,
    roleIds: roles.filter(({ managed }) => managed).map((one) => one.id),
    joinedAt: EPOCH,
  };
  const guild: Guild = {
    id,
    name,
    ownerId,
    locale: "en-US",
    joinedAt: EPOCH,
    channelIds: [],
    roles: new Map(roles.map((one) => [one.id, one])),
    members: new Map([bot, ...people].map((one) => [one.user.id, one])),
  };
  world.guilds.set(id, guild);
}

function addChannel(
  world: World,
  channel: Pick<Channel, "id" | "name"> & { readonly guildId: string } & Partial<Channel>,
): void {
  const siblings = world.guilds.get(channel.guildId)?.channelIds;
  const position = siblings ? siblings.push(channel.id) - 1 : 0;
  world.channels.set(channel.id, {
    type: ChannelType.GuildText,
    topic: null,
    position,
    overwrites: [],
    lastMessageId: null,
    messages: new Map(),
    ...channel,
  });
}

function member(world: World, userId: string, roleIds: readonly string[]): Member {
  const who = world.people.get(userId);
  if (!who) throw new Error(`Nobody has the id ${userId}.`);
  return { user: who.user, nick: null, roleIds, joinedAt: EPOCH };
}

function person(id: string, username: string, name: string, locale: LocaleString): Person {
  return { user: user(id, username, name, {}), locale };
}

function user(id: string, username: string, name: string, extra: { readonly bot?: true }) {
  return {
    id,
    username,
    discriminator: "0",
    global_name: name,
    avatar: null,
    public_flags: 0,
    flags: 0,
    primary_guild: null,
    ...extra,
  };
}

function role(
  id: string,
  name: string,
  permissions: bigint,
  position: number,
  extra: Partial<Pick<APIRole, "managed" | "mentionable">> = {},
): APIRole {
  return {
    id,
    name,
    permissions: permissions.toString(),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    managed: false,
    mentionable: false,
    flags: NO_FLAGS,
    ...(extra.managed ? { tags: { bot_id: CAST.application } } : {}),
    ...extra,
  };
}
