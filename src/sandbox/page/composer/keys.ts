import type { Page } from "../page.ts";
import type { Editing } from "./editing.ts";
import { putCursor } from "./editing.ts";
import { offerList } from "./offers.ts";

/** The message box without a mouse, as on Discord: arrows and Tab choose, Enter takes or sends, Escape steps back. */
export function onComposerKey(event: KeyboardEvent, page: Page, edit: Editing, send: () => void): void {
  const { draft, focus, active } = page.state.composer;
  const list = offerList(page.state);
  const offer = list?.offers[active];

  switch (event.key) {
    case "ArrowDown":
    case "ArrowUp":
      if (draft.mode === "text" && !list) return;
      edit.moveActive(event.key === "ArrowDown" ? 1 : -1);
      break;
    case "Tab": {
      const first = offer ?? list?.offers[0];
      if (event.shiftKey || !first || isFilled()) return;
      edit.take(first);
      break;
    }
    case "Enter":
      if (event.shiftKey || event.isComposing) return;
      if (offer && !(offer.take.kind === "command" && isWhole(offer.take.line.name))) edit.take(offer);
      else send();
      break;
    case "Escape":
      if (list) edit.closeList();
      else edit.reset();
      break;
    case "Backspace":
      if (draft.mode !== "command" || (event.target as HTMLInputElement).value !== "") return;
      if (focus === "more" && draft.chips.length > 0) putCursor(draft.chips.length - 1);
      else edit.removeChip(typeof focus === "number" ? focus : -1);
      break;
    default:
      return;
  }
  event.preventDefault();

  /** A command typed out that needs nothing more is sent at once. */
  function isWhole(name: string): boolean {
    return (
      draft.mode === "text" &&
      draft.text.trim() === `/${name}` &&
      offer?.take.kind === "command" &&
      !offer.take.line.options.some((option) => option.required)
    );
  }

  /** Behind a finished option, Tab leads on instead of choosing. */
  function isFilled(): boolean {
    if (draft.mode !== "command" || typeof focus !== "number") return false;
    return draft.chips[focus]?.value !== undefined && active < 0;
  }
}
