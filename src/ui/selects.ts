import {
  type APIActionRowComponent,
  type APIChannelSelectComponent,
  type APIRoleSelectComponent,
  type ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
} from "discord-api-types/v10";
import { limits } from "./limits.ts";
import { shorten } from "./text.ts";

interface Face {
  readonly id: string;
  readonly placeholder: string;
  /** What is picked already. */
  readonly chosen: string | undefined;
  readonly disabled?: boolean;
}

/** A menu from which one channel is picked, or none. */
export function channelSelect(
  face: Face & { readonly types: readonly ChannelType[] },
): APIActionRowComponent<APIChannelSelectComponent> {
  const select: APIChannelSelectComponent = {
    type: ComponentType.ChannelSelect,
    ...common(face),
    channel_types: [...face.types],
    ...(face.chosen === undefined
      ? {}
      : { default_values: [{ id: face.chosen, type: SelectMenuDefaultValueType.Channel }] }),
  };
  return { type: ComponentType.ActionRow, components: [select] };
}

/** A menu from which one role is picked, or none. */
export function roleSelect(face: Face): APIActionRowComponent<APIRoleSelectComponent> {
  const select: APIRoleSelectComponent = {
    type: ComponentType.RoleSelect,
    ...common(face),
    ...(face.chosen === undefined
      ? {}
      : { default_values: [{ id: face.chosen, type: SelectMenuDefaultValueType.Role }] }),
  };
  return { type: ComponentType.ActionRow, components: [select] };
}

function common({ id, placeholder, disabled = false }: Face) {
  return {
    custom_id: id,
    placeholder: shorten(placeholder, limits.selectPlaceholder),
    min_values: 0,
    max_values: 1,
    ...(disabled ? { disabled } : {}),
  };
}
