import type { OpenMenu } from "../page.ts";

/** What stands in the filter after a key; undefined for keys that do something else. */
export function typedInto(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  menu: OpenMenu | undefined,
): string | undefined {
  if (!menu || ctrlKey || metaKey || altKey) return undefined;
  if (key === "Backspace") return menu.filter.slice(0, -1);
  return key.length === 1 && (key !== " " || menu.filter !== "") ? menu.filter + key : undefined;
}

/** What a key does to a list: opens, closes, takes what is active, or makes another option active. */
export function keyedTo(
  key: string,
  menu: OpenMenu | undefined,
  count: number,
): "open" | "close" | "take" | number | undefined {
  if (!menu) return ["ArrowDown", "ArrowUp", "Enter", " "].includes(key) ? "open" : undefined;
  switch (key) {
    case "ArrowDown":
      return Math.min(menu.active + 1, count - 1);
    case "ArrowUp":
      return Math.max(menu.active - 1, 0);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    case "Enter":
    case " ":
      return "take";
    case "Escape":
      return "close";
    default:
      return undefined;
  }
}
