/**
 * What takes no room or moves what stands around it: controls, bidirectional controls and isolates, zero-width marks,
 * tags, fillers. Those that only choose how an emoji is drawn stay.
 */
const INVISIBLE =
  /[[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB]--[\uFE0E\uFE0F]]/gv;
const BLANKS = /[\s\u0085]+/gu;
/** Nothing in it is invisible, composed or marked. */
const ASCII = /^[ -~]*$/;
/** More than two marks on one letter are there to climb over the neighbouring lines. */
const PILED_MARKS = /(\p{M}{2})\p{M}+/gu;
/** An address as Discord finds it, or a sign that means something to it. */
const ADDRESS_OR_MARKDOWN = /https?:\/\/[^\s<>]+|[\\*_~|`[\]<>@]/giu;
const MARKDOWN = /[\\*_~|`[\]@]/g;
/** Somebody who writes `<https://…>` wants no preview, which there is none of here anyway. */
const QUIET_ADDRESS = /<(https?:\/\/[^\s<>]+)>/giu;
/** What makes a heading, small print, a list or a numbered list, but only at the start of a line. */
const BLOCK_START = /^(\s*)(#|-|\+|\d+(?=[.)]))/;

/**
 * Text that somebody else wrote, made safe to stand in a message: one line, no markdown, no mention, no masked link,
 * no timestamp, nothing invisible that reorders what stands around it. A bare web address stays one.
 */
export function escapeText(text: string): string {
  const line = oneLine(text).replace(QUIET_ADDRESS, "$1");
  const inline = line.replace(ADDRESS_OR_MARKDOWN, (found) =>
    found.length === 1 ? `\\${found}` : found.replace(MARKDOWN, inAddress),
  );
  return inline.replace(BLOCK_START, (_match, space: string, mark: string) =>
    /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
  );
}

/** A backslash would become part of the address; the percent form means the same to the server behind it. */
function inAddress(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** The same without the escapes, for places where Discord shows plain text: button labels, choices, alt text. */
export function oneLine(text: string): string {
  if (ASCII.test(text)) return text.replace(BLANKS, " ").trim();
  return text
    .toWellFormed()
    .replace(BLANKS, " ")
    .replace(INVISIBLE, "")
    .normalize("NFC")
    .replace(PILED_MARKS, "$1")
    .replace(BLANKS, " ")
    .trim();
}

/** Words for a place where Discord takes plain text of a certain length, and nothing empty. */
export function plain(words: string, length: number): string {
  return shorten(oneLine(words), length) || "…";
}

/** Cuts between letters, never inside one that takes two units or carries marks, and says so with an ellipsis. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${beginning(text, length - 1).trimEnd()}…`;
}

/** As many whole letters as fit into a length. */
export function beginning(text: string, length: number): string {
  let end = 0;
  for (const { segment } of graphemes.segment(text)) {
    if (end + segment.length > length) break;
    end += segment.length;
  }
  return text.slice(0, end);
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
