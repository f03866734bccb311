import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIFileComponent,
  type APISeparatorComponent,
  type APIStringSelectComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  SeparatorSpacingSize,
} from "discord-api-types/v10";
import { limits } from "./limits.ts";
import { plain, shorten } from "./text.ts";

export type ButtonRow = APIActionRowComponent<APIButtonComponentWithCustomId>;

export interface ButtonFace {
  readonly id: string;
  readonly label: string;
  readonly style?: "plain" | "main" | "good" | "danger";
  readonly disabled?: boolean;
}

const STYLES = {
  plain: ButtonStyle.Secondary,
  main: ButtonStyle.Primary,
  good: ButtonStyle.Success,
  danger: ButtonStyle.Danger,
} as const;

/** A card: one coloured edge around everything. The accent is 0xRRGGBB. */
export function card(
  accent: number | undefined,
  parts: readonly APIComponentInContainer[],
): APIContainerComponent {
  return {
    type: ComponentType.Container,
    ...(accent === undefined ? {} : { accent_color: accent }),
    components: [...parts],
  };
}

export function text(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}

export function line(): APISeparatorComponent {
  return { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small };
}

export function button({
  id,
  label,
  style = "plain",
  disabled = false,
}: ButtonFace): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: STYLES[style],
    label: plain(label, limits.buttonLabel),
    custom_id: id,
    ...(disabled ? { disabled } : {}),
  };
}

export interface SelectFace {
  readonly id: string;
  readonly placeholder: string;
  readonly options: readonly {
    readonly label: string;
    readonly value: string;
    readonly description?: string;
  }[];
}

/** A menu from which one of at most 25 is picked. */
export function select({ id, placeholder, options }: SelectFace): APIStringSelectComponent {
  const fitting = (words: string) => plain(words, limits.selectOptionText);
  return {
    type: ComponentType.StringSelect,
    custom_id: id,
    placeholder: shorten(placeholder, limits.selectPlaceholder),
    options: options.slice(0, limits.selectOptions).map(({ label, value, description }) => ({
      label: fitting(label),
      value,
      ...(description ? { description: fitting(description) } : {}),
    })),
  };
}

/** A file that is attached to the same message. */
export function attachment(name: string): APIFileComponent {
  return { type: ComponentType.File, file: { url: `attachment://${name}` } };
}

/** Buttons in rows of five, as many rows as they need. */
export function buttonRows(faces: readonly ButtonFace[]): ButtonRow[] {
  const rows: ButtonRow[] = [];
  for (let at = 0; at < faces.length; at += limits.buttonsInRow) {
    rows.push({
      type: ComponentType.ActionRow,
      components: faces.slice(at, at + limits.buttonsInRow).map(button),
    });
  }
  return rows;
}
