import {
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
} from "discord-api-types/v10";
import { MAX_FILE_BYTES } from "../world/attachments.ts";
import { channelJson, memberJson } from "../world/json.ts";
import { channelPermissions } from "../world/permissions.ts";
import type { Channel, World } from "../world/world.ts";
import type { Interaction } from "./interactions.ts";

/** What Discord says an application may do in a direct message with its bot. */
const APP_IN_DMS =
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.MentionEveryone |
  PermissionFlagsBits.UseExternalEmojis;

/** What INTERACTION_CREATE carries. */
export function interactionJson(world: World, channel: Channel, interaction: Interaction, data: object) {
  const person = world.people.get(interaction.userId);
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
  const member = guild?.members.get(interaction.userId);
  const permissions = channelPermissions(world, channel, interaction.userId).toString();

  return {
    version: 1,
    type: interaction.type,
    token: interaction.token,
    id: interaction.id,
    application_id: world.application.id,
    ...(guild && member
      ? {
          member: { ...memberJson(member), permissions },
          guild_locale: guild.locale,
          guild_id: guild.id,
          guild: { id: guild.id, locale: guild.locale, features: [] },
        }
      : { user: person?.user }),
    locale: person?.locale ?? "en-US",
    channel_id: channel.id,
    channel: { ...channelJson(world, channel), ...(guild ? { permissions } : {}) },
    context: channel.type === ChannelType.DM ? InteractionContextType.BotDM : InteractionContextType.Guild,
    authorizing_integration_owners: { [ApplicationIntegrationType.GuildInstall]: guild?.id ?? "0" },
    app_permissions: (guild ? channelPermissions(world, channel, world.bot.id) : APP_IN_DMS).toString(),
    attachment_size_limit: MAX_FILE_BYTES,
    entitlements: [],
    entitlement_sku_ids: [],
    ...(interaction.source ? { message: interaction.source.json } : {}),
    data,
  };
}
