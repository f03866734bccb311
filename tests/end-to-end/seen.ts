import {
  type APIButtonComponentWithCustomId,
  type APIMessage,
  type APIMessageTopLevelComponent,
  ComponentType,
} from "discord-api-types/v10";

/** Every text of a message that is made of components, one below the other. */
export function textOf(message: Pick<APIMessage, "components">): string {
  return everyComponent(message.components ?? [])
    .flatMap((component) => (component.type === ComponentType.TextDisplay ? [component.content] : []))
    .join("\n");
}

export function buttonsOf(message: Pick<APIMessage, "components">): APIButtonComponentWithCustomId[] {
  return everyComponent(message.components ?? []).flatMap((component) =>
    component.type === ComponentType.Button && "custom_id" in component ? [component] : [],
  );
}

type Anything =
  | APIMessageTopLevelComponent
  | Extract<APIMessageTopLevelComponent, { components: unknown }>["components"][number]
  | APIButtonComponentWithCustomId;

function everyComponent(components: readonly Anything[]): Anything[] {
  return components.flatMap((component) => [
    component,
    ...("components" in component ? everyComponent(component.components as readonly Anything[]) : []),
  ]);
}
