import { ComponentType } from "discord-api-types/v10";
import type { ComponentDraft } from "../world/draft.ts";
import type { Channel, World } from "../world/world.ts";
import { ClientRefusal } from "./refusal.ts";
import { resolvedJson } from "./resolved.ts";

const ENTITY_SELECTS: ReadonlySet<number> = new Set([
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]);

/** The `data` of a select that somebody has closed. */
export function selectData(
  world: World,
  channel: Channel,
  actorId: string,
  select: ComponentDraft,
  values: readonly string[],
) {
  const { type, id, custom_id } = select;
  if (type !== ComponentType.StringSelect && !ENTITY_SELECTS.has(type)) {
    throw new ClientRefusal(`"${custom_id}" is not a select.`);
  }
  checkValues(select, values);
  const resolved = ENTITY_SELECTS.has(type) ? resolvedJson(world, channel, values, actorId) : undefined;
  return { component_type: type, id, custom_id, values, ...(resolved ? { resolved } : {}) };
}

/** A client lets nobody pick what is not offered, or too much, or too little. */
export function checkValues(select: ComponentDraft, values: readonly string[]): void {
  const { type, options = [], min_values = 1, max_values = 1 } = select;
  if (values.length < min_values || values.length > max_values) {
    throw new ClientRefusal(`Select between ${min_values} and ${max_values}.`);
  }
  const missing = values.find((value) => !options.some((option) => option.value === value));
  if (type === ComponentType.StringSelect && missing !== undefined) {
    throw new ClientRefusal(`"${missing}" is not offered.`);
  }
}
