import type { RunRequest } from "../../people/protocol.ts";
import type { Page } from "../page.ts";
import { EMPTY, missingChip, valuesOf } from "./draft.ts";
import { putCursor } from "./editing.ts";

type Line = { readonly text: string } | Pick<Extract<RunRequest, { command: string }>, "command" | "options">;

/** Takes what is in the message box and empties it; undefined when it is empty or an option is missing. */
export function takeLine(page: Page): Line | undefined {
  const { composer } = page.state;
  const { draft } = composer;
  if (draft.mode === "text") {
    if (draft.text.trim() === "") return undefined;
    page.change({ composer: EMPTY });
    return { text: draft.text };
  }
  const missing = missingChip(draft.chips);
  if (missing !== -1) {
    putCursor(missing);
    const error = `${draft.chips[missing]?.option.name}: This option is required. Specify a value.`;
    page.change({ composer: { ...page.state.composer, focus: missing, error } });
    return undefined;
  }
  page.change({ composer: EMPTY });
  putCursor("text");
  return { command: draft.line.name, options: valuesOf(draft.chips) };
}
