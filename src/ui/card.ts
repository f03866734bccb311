import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIContainerComponent,
  type APISeparatorComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  SeparatorSpacingSize,
} from "discord-api-types/v10";
import { limits } from "./limits.ts";
import { oneLine, shorten } from "./text.ts";

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
    label: shorten(oneLine(label), limits.buttonLabel),
    custom_id: id,
    ...(disabled ? { disabled } : {}),
  };
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
