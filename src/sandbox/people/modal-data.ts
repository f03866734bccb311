import { ComponentType } from "discord-api-types/v10";
import type { OpenedModal } from "../interactions/interactions.ts";
import type { ComponentDraft } from "../world/draft.ts";
import { everyComponent } from "../world/draft.ts";
import type { Channel, World } from "../world/world.ts";
import type { ModalValues } from "./protocol.ts";
import { ClientRefusal } from "./refusal.ts";
import { resolvedJson } from "./resolved.ts";
import { checkValues } from "./select-data.ts";

type Value = ModalValues[string];

/** The `data` of a modal that somebody has filled in and sent. */
export function modalData(
  world: World,
  channel: Channel,
  actorId: string,
  modal: OpenedModal,
  values: ModalValues,
) {
  const fields = [...everyComponent(modal.components)].filter(({ custom_id }) => custom_id !== undefined);
  const unknown = Object.keys(values).find((id) => !fields.some(({ custom_id }) => custom_id === id));
  if (unknown !== undefined) throw new ClientRefusal(`The modal has no field "${unknown}".`);

  const picked = fields.flatMap(({ type, custom_id }) =>
    (type >= ComponentType.UserSelect && type <= ComponentType.ChannelSelect) ||
    type === ComponentType.FileUpload
      ? asList(values[custom_id ?? ""])
      : [],
  );
  const resolved = resolvedJson(world, channel, picked, actorId);
  return {
    custom_id: modal.custom_id,
    components: modal.components.map((component) => filledIn(component, values)),
    ...(resolved ? { resolved } : {}),
  };
}

function filledIn(component: ComponentDraft, values: ModalValues): object {
  const { type, id, custom_id } = component;
  switch (type) {
    case ComponentType.ActionRow:
      return { type, id, components: component.components?.map((one) => filledIn(one, values)) ?? [] };
    case ComponentType.Label:
      return { type, id, component: component.component && filledIn(component.component, values) };
    case ComponentType.TextInput:
      return { type, id, custom_id, value: text(component, values[custom_id ?? ""]) };
    case ComponentType.RadioGroup:
      return { type, id, custom_id, value: values[custom_id ?? ""] ?? null };
    case ComponentType.Checkbox:
      return { type, id, custom_id, value: values[custom_id ?? ""] === true };
    case ComponentType.TextDisplay:
      return { type, id };
    default:
      return { type, id, custom_id, values: selected(component, values[custom_id ?? ""]) };
  }
}

function text(input: ComponentDraft, value: Value | undefined): string {
  const {
    required = true,
    min_length = 0,
    max_length = 4000,
  } = input as {
    required?: boolean;
    min_length?: number;
    max_length?: number;
  };
  const written = value === undefined ? String(input["value"] ?? "") : String(value);
  if (written === "" && required) throw new ClientRefusal("This field is required.");
  if (written !== "" && (written.length < min_length || written.length > max_length)) {
    throw new ClientRefusal(`Must be between ${min_length} and ${max_length} in length.`);
  }
  return written;
}

function selected(select: ComponentDraft, value: Value | undefined): readonly string[] {
  const values = asList(value);
  if (values.length === 0 && select["required"] === false) return values;
  checkValues(select, values);
  return values;
}

function asList(value: Value | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === "object" ? value : [String(value)];
}
