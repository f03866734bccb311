import {
  type APILabelComponent,
  type APIModalInteractionResponse,
  ComponentType,
  InteractionResponseType,
  TextInputStyle,
} from "discord-api-types/v10";
import { limits } from "./limits.ts";
import { beginning, shorten } from "./text.ts";

interface Form {
  /** The custom id under which it comes back. */
  readonly id: string;
  readonly title: string;
  /** At most five. */
  readonly fields: readonly APILabelComponent[];
}

/** Opens a form. It answers a command or a click, never another form, and never after a deferral. */
export function form({ id, title, fields }: Form): APIModalInteractionResponse {
  return {
    type: InteractionResponseType.Modal,
    data: { custom_id: id, title: shorten(title, limits.modalTitle), components: [...fields] },
  };
}

interface Field {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
}

interface LineField extends Field {
  readonly value?: string | undefined;
  readonly placeholder?: string;
  readonly maxLength: number;
  readonly required?: boolean;
  /** `long` shows several lines, and takes line breaks. */
  readonly size?: "line" | "long";
}

const LINE_BREAKS = /\s*[\r\n]\s*/g;

/** Something to write. Discord shows no form whose line is filled in with several. */
export function lineField({
  value = "",
  maxLength,
  required = false,
  size = "line",
  ...field
}: LineField): APILabelComponent {
  const shown = size === "long" ? value : value.replaceAll(LINE_BREAKS, " ");
  return labelled(field, {
    type: ComponentType.TextInput,
    custom_id: field.name,
    style: size === "long" ? TextInputStyle.Paragraph : TextInputStyle.Short,
    max_length: maxLength,
    required,
    ...(shown === "" ? {} : { value: beginning(shown, maxLength) }),
    ...(field.placeholder === undefined
      ? {}
      : { placeholder: shorten(field.placeholder, limits.fieldPlaceholder) }),
  });
}

interface ListField extends Field {
  readonly options: readonly { readonly label: string; readonly value: string }[];
  readonly chosen: string;
}

/** One of a few to pick. */
export function listField({ options, chosen, ...field }: ListField): APILabelComponent {
  return labelled(field, {
    type: ComponentType.StringSelect,
    custom_id: field.name,
    options: options.map(({ label, value }) => ({
      label: shorten(label, limits.selectOptionText),
      value,
      ...(value === chosen ? { default: true } : {}),
    })),
  });
}

interface PicksField extends Field {
  readonly options: readonly { readonly label: string; readonly value: string }[];
  readonly chosen: readonly string[];
}

/** As many of a few as fit, or none. */
export function picksField({ options, chosen, ...field }: PicksField): APILabelComponent {
  return labelled(field, {
    type: ComponentType.StringSelect,
    custom_id: field.name,
    required: false,
    min_values: 0,
    max_values: options.length,
    options: options.map(({ label, value }) => ({
      label: shorten(label, limits.selectOptionText),
      value,
      ...(chosen.includes(value) ? { default: true } : {}),
    })),
  });
}

function labelled({ label, help }: Field, component: APILabelComponent["component"]): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: shorten(label, limits.fieldLabel),
    ...(help === undefined ? {} : { description: shorten(help, limits.fieldHelp) }),
    component,
  };
}
