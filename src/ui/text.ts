/** C0 and C1 controls, bidirectional controls and isolates, zero-width and byte-order marks, tags. */
const INVISIBLE =
  /[\p{Cc}\p{Zl}\p{Zp}\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
/** More than two marks on one letter are there to climb over the neighbouring lines. */
const PILED_MARKS = /(\p{M}{2})\p{M}+/gu;
const MARKDOWN = /[\\*_~|`[\]<>@]/g;
/** What makes a heading, small print, a list or a numbered list, but only at the start of a line. */
const BLOCK_START = /^(\s*)(#|-|\+|\d+(?=[.)]))/;

/**
 * Text that somebody else wrote, made safe to stand in a message: one line, no markdown, no mention, no masked link,
 * no timestamp, nothing invisible that reorders what stands around it. A bare web address stays a bare web address.
 */
export function escapeText(text: string): string {
  const line = oneLine(text);
  const inline = line.replace(MARKDOWN, "\\$&");
  return inline.replace(BLOCK_START, (_match, space: string, mark: string) =>
    /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
  );
}

/** The same without the escapes, for places where Discord shows plain text: button labels, choices, alt text. */
export function oneLine(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").replace(INVISIBLE, "").replace(PILED_MARKS, "$1").trim();
}

/** Cuts between letters, never inside one that takes two units or carries marks, and says so with an ellipsis. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  let kept = "";
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length > length - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
