import { ChannelType, PermissionFlagsBits } from "discord-api-types/v10";
import { type Capability, capabilities, may } from "../ui/permissions.ts";
import type { ChannelFacts, GuildFacts } from "./facts.ts";
import type { Settings } from "./settings.ts";

/** Where a missing permission is switched on. */
export type Remedy =
  /** The bot's role lacks it in the whole server. */
  | { readonly place: "server"; readonly roleId: string | undefined }
  /** The channel, or the channel above a thread, takes it away from somebody: @everyone, a role, or the bot itself. */
  | {
      readonly place: "channel";
      readonly channelId: string;
      readonly from: "everyone" | "bot" | { readonly roleId: string };
    };

/** `open-…`: no channel that is set, but cards of runs or boards of rewards stand there that are not over. */
export type ChannelUse = "runs" | "rewards" | "open-runs" | "open-rewards";
export type RoleUse = "ping" | "officer";

export type Finding =
  | { readonly about: ChannelUse; readonly is: "unset" | "gone" }
  | { readonly about: ChannelUse; readonly is: "fine" | "unfit" | "locked"; readonly channelId: string }
  | {
      readonly about: ChannelUse;
      readonly is: "missing";
      readonly channelId: string;
      readonly capability: Capability;
      readonly remedy: Remedy;
    }
  | { readonly about: RoleUse; readonly is: "unset" | "gone" }
  | { readonly about: RoleUse; readonly is: "fine" | "not-mentionable" | "managed"; readonly roleId: string }
  | { readonly about: "bot"; readonly is: "timed-out"; readonly until: number };

/** Where cards may go. */
export const cardChannels = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
] as const;

export function isCardChannel(type: number): boolean {
  return cardChannels.some((one) => one === type);
}

/** Everything that a fleet has set, and where its open runs and rewards stand, held against what is true on Discord. */
export function checkUp(
  settings: Settings,
  facts: GuildFacts,
  now: number,
  openRunsIn: readonly string[] = [],
  openRewardsIn: readonly string[] = [],
): readonly Finding[] {
  const { timedOutUntil } = facts;
  const isOther = (id: string) => id !== settings.runsChannelId && id !== settings.rewardsChannelId;
  const othersOf = (about: ChannelUse, ids: readonly string[]) =>
    ids
      .filter(isOther)
      .flatMap((id) => checkChannel(about, id, facts))
      .filter(({ is }) => is !== "fine");
  return [
    ...(timedOutUntil !== undefined && timedOutUntil > now
      ? [{ about: "bot" as const, is: "timed-out" as const, until: timedOutUntil }]
      : []),
    ...checkChannel("runs", settings.runsChannelId, facts),
    ...checkChannel("rewards", settings.rewardsChannelId, facts),
    ...othersOf("open-runs", openRunsIn),
    ...othersOf(
      "open-rewards",
      openRewardsIn.filter((id) => !openRunsIn.includes(id)),
    ),
    checkRole("ping", settings.pingRoleId, facts, mayPingAnyRole(settings.runsChannelId, facts)),
    checkRole("officer", settings.officerRoleId, facts),
  ];
}

function checkChannel(
  about: ChannelUse,
  channelId: string | undefined,
  facts: GuildFacts,
): readonly Finding[] {
  if (channelId === undefined) return [{ about, is: "unset" }];
  const channel = facts.channels.find(({ id }) => id === channelId);
  if (channel === undefined) return [{ about, is: "gone" }];
  if (!isCardChannel(channel.type)) return [{ about, is: "unfit", channelId }];
  const missing = missingIn(channel, facts).map(
    ({ capability, remedy }): Finding => ({ about, is: "missing", channelId, capability, remedy }),
  );
  const locked: readonly Finding[] = channel.isLocked ? [{ about, is: "locked", channelId }] : [];
  const found = [...missing, ...locked];
  return found.length === 0 ? [{ about, is: "fine", channelId }] : found;
}

/** Where runs go: a role that nobody may mention is pinged all the same by who may mention everyone. */
function mayPingAnyRole(channelId: string | undefined, facts: GuildFacts): boolean {
  const channel = facts.channels.find(({ id }) => id === channelId);
  const allowed =
    channel === undefined ? permissionsInServer(facts) : permissionsIn(holderOf(channel, facts), facts);
  return may(allowed, "MentionEveryone");
}

function checkRole(
  about: RoleUse,
  roleId: string | undefined,
  { roles }: GuildFacts,
  mayPingAny = false,
): Finding {
  if (roleId === undefined) return { about, is: "unset" };
  const role = roles.find(({ id }) => id === roleId);
  if (role === undefined) return { about, is: "gone" };
  if (role.isManaged) return { about, is: "managed", roleId };
  return about === "ping" && !role.isMentionable && !mayPingAny
    ? { about, is: "not-mentionable", roleId }
    : { about, is: "fine", roleId };
}

/** Whether a message would be taken there now; `undefined` when the channel is not to be seen. */
export function takesMessages(facts: GuildFacts, channelId: string, now: number): boolean | undefined {
  const channel = facts.channels.find(({ id }) => id === channelId);
  if (channel === undefined) return undefined;
  const isHushed = channel.isLocked || (facts.timedOutUntil ?? 0) > now;
  return (
    !isHushed && !missingIn(channel, facts).some(({ capability }) => SPEAKING.has(capability.permission))
  );
}

const SPEAKING: ReadonlySet<Capability["permission"]> = new Set([
  "ViewChannel",
  "SendMessages",
  "SendMessagesInThreads",
]);

interface Missing {
  readonly capability: Capability;
  readonly remedy: Remedy;
}

/** What the bot needs in a channel and does not have; when it cannot even see the channel, that alone. */
function missingIn(channel: ChannelFacts, facts: GuildFacts): readonly Missing[] {
  const holder = holderOf(channel, facts);
  const where = isThread(channel) ? "in-threads" : "outside-threads";
  const allowed = permissionsIn(holder, facts);
  const missing = capabilities
    .filter(({ needed }) => needed === "everywhere" || needed === where)
    .filter(({ permission }) => !may(allowed, permission))
    .map((capability) => ({ capability, remedy: remedyFor(capability, holder, facts) }));
  const blind = missing.filter(({ capability }) => capability.permission === "ViewChannel");
  return blind.length > 0 ? blind : missing;
}

/** A thread has the permissions of the channel above it. */
function holderOf(channel: ChannelFacts, { channels }: GuildFacts): ChannelFacts {
  return (isThread(channel) && channels.find(({ id }) => id === channel.parentId)) || channel;
}

function isThread({ parentId, type }: ChannelFacts): boolean {
  return parentId !== undefined && THREADS.has(type);
}

const THREADS: ReadonlySet<number> = new Set([
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
]);

/** The order is Discord's: everybody, then all roles together, then the member. */
function permissionsIn({ overwrites }: ChannelFacts, facts: GuildFacts): bigint {
  const base = permissionsInServer(facts);
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return base;
  const steps = [[facts.guildId], facts.botRoleIds, [facts.botId]];
  return steps.reduce((permissions, ids) => {
    const own = overwrites.filter(({ id }) => ids.includes(id));
    const denied = own.reduce((all, { deny }) => all | BigInt(deny), 0n);
    const allowed = own.reduce((all, { allow }) => all | BigInt(allow), 0n);
    return (permissions & ~denied) | allowed;
  }, base);
}

function permissionsInServer({ guildId, botRoleIds, roles }: GuildFacts): bigint {
  return roles
    .filter(({ id }) => id === guildId || botRoleIds.includes(id))
    .reduce((all, { permissions }) => all | BigInt(permissions), 0n);
}

function remedyFor({ permission }: Capability, channel: ChannelFacts, facts: GuildFacts): Remedy {
  if (!may(permissionsInServer(facts), permission))
    return { place: "server", roleId: facts.roles.find(({ botId }) => botId === facts.botId)?.id };
  const bit = PermissionFlagsBits[permission];
  const denies = (id: string) =>
    channel.overwrites.some((one) => one.id === id && (BigInt(one.deny) & bit) !== 0n);
  const roleId = facts.botRoleIds.find(denies);
  const from = denies(facts.botId) ? "bot" : roleId === undefined ? "everyone" : { roleId };
  return { place: "channel", channelId: channel.id, from };
}
