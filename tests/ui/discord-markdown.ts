/**
 * What Discord would make of a text, by its own rules of message formatting, written from the documentation and apart
 * from the code under test: https://discord.com/developers/docs/reference#message-formatting
 */
const RULES: Readonly<Record<string, RegExp>> = {
  mention: /<@[!&]?\d+>|<#\d+>|@everyone|@here/,
  "slash command": /<\/[^>\s][^>]*:\d+>/,
  "custom emoji": /<a?:\w+:\d+>/,
  timestamp: /<t:-?\d+(?::[a-zA-Z])?>/,
  "guild link": /<id:[a-z-]+>/,
  "masked link": /\[[^\]]*\]\([^)]*\)/,
  bold: /\*\*[^*]+\*\*/,
  italic: /\*[^*]+\*|_[^_]+_/,
  strike: /~~[^~]+~~/,
  spoiler: /\|\|.+?\|\|/,
  code: /`[^`]*`/,
  heading: /^#{1,3}\s/m,
  "small print": /^-#\s/m,
  list: /^\s*[-*+]\s/m,
  "numbered list": /^\s*\d+[.)]\s/m,
  quote: /^>{1,3}\s?/m,
  line: /\n/,
  invisible: /[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/u,
  "piled marks": /\p{M}{3,}/u,
  "broken unit": /\p{Cs}/u,
};

/** The names of everything in the text that Discord would not show as the plain words they are. */
export function activeIn(text: string): readonly string[] {
  const read = withoutEscapes(withoutAddresses(text));
  return Object.entries(RULES).flatMap(([name, rule]) => (rule.test(read) ? [name] : []));
}

/** An escaped sign is only itself. It is put in place of one that no rule knows. */
function withoutEscapes(text: string): string {
  return text.replace(/\\[^0-9A-Za-z\s]/gu, "\u25CC");
}

/** Within a bare address Discord reads nothing else, unless somebody began it before. */
function withoutAddresses(text: string): string {
  return text.replace(/https?:\/\/[^\s<*_~|`[\]@\\]+/gi, "address");
}

/** What a member sees of an escaped text. */
export function shown(text: string): string {
  return text.replace(/\\([^0-9A-Za-z\s])/gu, "$1");
}
