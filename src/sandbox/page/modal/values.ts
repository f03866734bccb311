import type { APIModalInteractionResponseCallbackData } from "discord-api-types/v10";
import type { ModalValues, Where } from "../../people/protocol.ts";
import { attach } from "../api.ts";
import { Component } from "../kinds.ts";

/** What was filled in, by custom id, in the shape that each kind of field is sent in. Files are uploaded first. */
export async function valuesIn(
  form: HTMLFormElement,
  modal: APIModalInteractionResponseCallbackData,
  where: Where,
): Promise<ModalValues> {
  const filled = new FormData(form);
  const values: Record<string, string | boolean | readonly string[]> = {};
  for (const { type, custom_id: name } of modal.components.flatMap(fieldsOf)) {
    if (type === Component.FileUpload) {
      const files = filled.getAll(name).filter((one) => one instanceof File && one.name !== "");
      values[name] = await Promise.all(files.map((file) => attach(where, file as File)));
      continue;
    }
    const texts = filled.getAll(name).map(String);
    if (type === Component.Checkbox) values[name] = texts.length > 0;
    else if (type === Component.TextInput) values[name] = texts[0] ?? "";
    else if (type === Component.RadioGroup) {
      if (texts[0] !== undefined) values[name] = texts[0];
    } else values[name] = texts.filter((text) => text !== "");
  }
  return values;
}

type Top = APIModalInteractionResponseCallbackData["components"][number];

function fieldsOf(shown: Top): readonly { readonly type: number; readonly custom_id: string }[] {
  if (shown.type === Component.Label) return [shown.component];
  return shown.type === Component.ActionRow ? shown.components : [];
}
