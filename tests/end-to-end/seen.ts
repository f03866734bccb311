import {
  type APIButtonComponentWithCustomId,
  type APIMessageTopLevelComponent,
  type APIStringSelectComponent,
  ComponentType,
} from "discord-api-types/v10";

interface Seen {
  readonly components?: readonly APIMessageTopLevelComponent[] | undefined;
}

/** Every text of a message that is made of components, one below the other. */
export function textOf(message: Seen): string {
  return everyComponent(message.components ?? [])
    .flatMap((component) => (component.type === ComponentType.TextDisplay ? [component.content] : []))
    .join("\n");
}

export function buttonsOf(message: Seen): APIButtonComponentWithCustomId[] {
  return everyComponent(message.components ?? []).flatMap((component) =>
    component.type === ComponentType.Button && "custom_id" in component ? [component] : [],
  );
}

/** The custom id of a button, by what stands on it; fails when there is none. */
export function idOn(message: Seen, label: string): string {
  const buttons = buttonsOf(message);
  const found = buttons.find((button) => button.label === label);
  if (found === undefined)
    throw new Error(`No button says “${label}”: ${buttons.map((button) => button.label).join(", ")}`);
  return found.custom_id;
}

export function hasButton(message: Seen, label: string): boolean {
  return buttonsOf(message).some((button) => button.label === label);
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

/** The first menu of a message; fails when there is none. */
export function menuOf(message: Seen): APIStringSelectComponent {
  const [found] = menusOf(message);
  if (found === undefined) throw new Error("The message has no menu.");
  return found;
}

export function menusOf(message: Seen): readonly APIStringSelectComponent[] {
  return everyComponent(message.components ?? []).flatMap((component) =>
    component.type === ComponentType.StringSelect ? [component as unknown as APIStringSelectComponent] : [],
  );
}
