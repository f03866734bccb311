import type { Page } from "../page.ts";
import { putCursor } from "./editing.ts";

/** Where keys mean something of their own. */
const FIELDS = "input, textarea, select, dialog, [role=combobox], [role=listbox]";

/** Whoever types while the cursor is nowhere types into the message box, as on Discord. */
export function typeAnywhere(page: Page): void {
  document.addEventListener("keydown", ({ key, ctrlKey, metaKey, altKey, target }) => {
    const isCharacter = key.length === 1 && key !== " " && !ctrlKey && !metaKey && !altKey;
    if (!isCharacter || !(target instanceof Element) || target.closest(FIELDS)) return;
    putCursor(page.state.composer.focus);
  });
}
