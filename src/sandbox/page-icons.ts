import { readFile } from "node:fs/promises";
import { ICON_NAMES, type IconName } from "./page/icon-names.ts";

const PACKAGE = import.meta.resolve("bootstrap-icons/package.json");

/** Every icon of the page under its name, for `<use href="#icon-name">`. */
export async function iconSymbols(): Promise<string> {
  return (await Promise.all(ICON_NAMES.map(symbol))).join("");
}

async function symbol(name: IconName): Promise<string> {
  const drawn = await readFile(new URL(`icons/${name}.svg`, PACKAGE), "utf8");
  return drawn
    .replace(/^<svg [^>]*>/, `<symbol id="icon-${name}" viewBox="0 0 16 16">`)
    .replace("</svg>", "</symbol>");
}
