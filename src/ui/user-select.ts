import {
  type APIActionRowComponent,
  type APIUserSelectComponent,
  ComponentType,
} from "discord-api-types/v10";
import { limits } from "./limits.ts";
import { shorten } from "./text.ts";

/** A menu from which members are picked, one unless it says more. */
export function userSelect({
  id,
  placeholder,
  most = 1,
}: {
  readonly id: string;
  readonly placeholder: string;
  readonly most?: number;
}): APIActionRowComponent<APIUserSelectComponent> {
  const select: APIUserSelectComponent = {
    type: ComponentType.UserSelect,
    custom_id: id,
    placeholder: shorten(placeholder, limits.selectPlaceholder),
    min_values: 1,
    max_values: Math.min(most, limits.selectOptions),
  };
  return { type: ComponentType.ActionRow, components: [select] };
}
