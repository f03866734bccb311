import type { APISelectMenuComponent } from "discord-api-types/v10";
import { html, type TemplateResult } from "lit-html";
import { avatar } from "../avatar.ts";
import { shieldIcon } from "../icons.ts";
import { Component } from "../kinds.ts";
import { GUILD_CATEGORY, guildOf } from "../names.ts";
import type { State } from "../page.ts";
import { channelIcon } from "../places/channel-icon.ts";
import { emojiText } from "./button.ts";

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly description?: string | undefined;
  /** What stands before the label: an emoji, a face or an icon. */
  readonly sign?: TemplateResult | undefined;
}

/** What a select offers: its own options, or the people, roles and channels of the place. */
export function selectOptions(shown: APISelectMenuComponent, state: State): readonly SelectOption[] {
  switch (shown.type) {
    case Component.StringSelect:
      return shown.options.map(({ value, label, description, emoji }) => ({
        value,
        label,
        description,
        sign: emoji && html`<span class="emoji">${emojiText(emoji)}</span>`,
      }));
    case Component.UserSelect:
      return people(state);
    case Component.RoleSelect:
      return roles(state);
    case Component.ChannelSelect:
      return channels(state, shown.channel_types ?? []);
    case Component.MentionableSelect:
      return [...people(state), ...roles(state)];
  }
}

/** What a select starts with. */
export function usuallyPicked(shown: APISelectMenuComponent): readonly string[] {
  if (shown.type !== Component.StringSelect) return (shown.default_values ?? []).map(({ id }) => id);
  return shown.options.filter((option) => option.default).map(({ value }) => value);
}

function people({ world, channelId }: State): readonly SelectOption[] {
  const memberIds = guildOf(world, channelId)?.memberIds;
  return [
    ...world.people.filter(({ id }) => memberIds?.includes(id) ?? true),
    { id: world.bot.id, name: world.bot.name, username: "app" },
  ].map(({ id, name, username }) => ({
    value: id,
    label: name,
    description: username,
    sign: avatar(world, id),
  }));
}

function roles({ world, channelId }: State): readonly SelectOption[] {
  const guild = guildOf(world, channelId);
  return (guild?.roles ?? []).map(({ id, name }) => ({ value: id, label: name, sign: shieldIcon }));
}

function channels({ world, channelId }: State, types: readonly number[]): readonly SelectOption[] {
  const all = guildOf(world, channelId)?.channels ?? [];
  return all
    .filter(({ type }) => (types.length > 0 ? types.includes(type) : type !== GUILD_CATEGORY))
    .map((channel) => ({ value: channel.id, label: channel.name, sign: channelIcon(channel) }));
}
