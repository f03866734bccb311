import fc from "fast-check";
import { expect, test } from "vitest";
import { parseMarkdown } from "../../src/sandbox/page/markdown/parse.ts";
import { beginning, escapeText, oneLine, plain, shorten } from "../../src/ui/text.ts";
import { activeIn, shown } from "./discord-markdown.ts";

const RUNS = { numRuns: Number(process.env["RUNS"] ?? 500) };

const HOSTILE: readonly (readonly [name: string, text: string])[] = [
  ["a ping of everyone", "@everyone look"],
  ["a ping of those who are here", "@here"],
  ["a member", "<@123456789012345678>"],
  ["a member by nickname", "<@!123456789012345678>"],
  ["a role", "<@&123456789012345678>"],
  ["a channel", "<#123456789012345678>"],
  ["a slash command", "</mission:123456789012345678>"],
  ["a subcommand", "</captain add:123456789012345678>"],
  ["a custom emoji", "<:kappa:123456789012345678>"],
  ["a moving emoji", "<a:kappa:123456789012345678>"],
  ["a timestamp", "<t:1618953630>"],
  ["a relative timestamp", "<t:1618953630:R>"],
  ["a part of a server", "<id:customize>"],
  ["a masked link", "[discord.gg](https://evil.example)"],
  ["a masked link with a title", '[here](https://evil.example "safe")'],
  ["a masked link in angles", "[here](<https://evil.example>)"],
  ["a masked link over an address", "[https://discord.com](https://evil.example)"],
  ["a masked link whose address is a mention", "[x](@everyone)"],
  ["an image", "![x](https://evil.example/x.png)"],
  ["a heading", "# Admiral"],
  ["a smaller heading", "### Admiral"],
  ["a heading behind blanks", "   # Admiral"],
  ["a heading behind something invisible", "\u200B# Admiral"],
  ["a heading behind a line break", "Home\n# Admiral"],
  ["a heading behind a carriage return", "Home\r# Admiral"],
  ["a heading behind a line separator", "Home\u2028# Admiral"],
  ["a heading behind a paragraph separator", "Home\u2029# Admiral"],
  ["a heading behind a next line", "Home\u0085# Admiral"],
  ["a heading behind a vertical tab", "Home\u000B# Admiral"],
  ["small print", "-# from the developers"],
  ["a list", "- one"],
  ["a list of stars", "* one"],
  ["a list of pluses", "+ one"],
  ["a numbered list", "1. one"],
  ["a numbered list with a bracket", "12) one"],
  ["a quote", "> as the admiral said"],
  ["a quote to the end", ">>> as the admiral said"],
  ["bold", "**loud**"],
  ["italic", "*soft*"],
  ["italic by underscores", "_soft_"],
  ["underlined", "__under__"],
  ["struck out", "~~gone~~"],
  ["everything at once", "***__~~x~~__***"],
  ["a spoiler", "||the plot||"],
  ["a spoiler that closes ours", "x|| the plot ||y"],
  ["code", "`rm`"],
  ["code with two ticks", "``rm``"],
  ["a block of code", "```js\nrm\n```"],
  ["a tick that stays open", "`"],
  ["a backslash that would eat ours", "\\*x*"],
  ["two backslashes", "\\\\**x**"],
  ["a backslash at the end", "x\\"],
  ["text that runs backwards", "\u202Eecila"],
  ["an isolate", "\u2066x\u2069"],
  ["an Arabic mark", "\u061Cx"],
  ["zero-width signs", "a\u200Bd\u200Cm\u200Di\uFEFFn"],
  ["a soft hyphen", "ad\u00ADmin"],
  ["tags", "x\u{E0041}\u{E0042}\u{E007F}"],
  ["Hangul fillers", "\u3164\u115F\uFFA0x"],
  ["a blank that is none", "\u2800\u2800x"],
  ["piled marks", "Z\u0351\u0352\u0353\u0354\u0355\u0356a"],
  ["a bell and an escape", "\u0007\u001B[31mx"],
  ["a null", "a\u0000b"],
  ["half of a letter", "a\uD83D"],
  ["the other half", "\uDE00a"],
  ["an address with a spoiler in it", "||x https://a.example/|| y ||"],
  ["an address with everything in it", "https://a.example/`*_~|[x](y)@here"],
  ["a mention behind an address", "https://a.example/ <@123456789012345678>"],
  ["a mention glued to an address", "https://a.example/<@123456789012345678>"],
];

test.for(HOSTILE)("%s is only text once it is escaped", ([, text]) => {
  const escaped = escapeText(text);
  expect(activeIn(escaped)).toEqual([]);
  expect(parsed(escaped).filter((kind) => kind !== "text" && kind !== "link")).toEqual([]);
});

test("the corpus is hostile: before it is escaped four cases in five do something", () => {
  const tame = HOSTILE.filter(([, text]) => activeIn(text).length === 0);
  expect(tame.length).toBeLessThan(HOSTILE.length / 5);
});

test("whatever is written is only text once it is escaped", () => {
  fc.assert(
    fc.property(nasty(), (text) => {
      expect(activeIn(escapeText(text))).toEqual([]);
    }),
    RUNS,
  );
});

test("whatever is written does nothing between signs of our own either", () => {
  fc.assert(
    fc.property(nasty(), (text) => {
      const escaped = escapeText(text);
      if (escaped === "" || /https?:\/\//i.test(escaped)) return;
      for (const [kind, sign] of [
        ["strong", "**"],
        ["spoiler", "||"],
        ["strike", "~~"],
      ] as const) {
        expect(parsed(`${sign}${escaped}${sign} after`)).toEqual([kind, "text"]);
      }
    }),
    RUNS,
  );
});

test("a member sees the words they wrote", () => {
  for (const words of [
    "Captain Krell, 2nd Fleet",
    "50% off (really)",
    "it's 8:30 - bring a torpedo boat",
    "Ünïcödé Ω 艦隊 🚀",
    "snake_case and *stars*",
    "a < b > c @ d",
    "C# and #1",
  ]) {
    expect(shown(escapeText(words))).toBe(words);
  }
});

test("an address stays one address that leads to the same place", () => {
  for (const [written, stays] of [
    ["https://stowiki.net/wiki/Mission:_Home", "https://stowiki.net/wiki/Mission:%5FHome"],
    ["see https://a.example/x?y=1&z=2#top now", "see https://a.example/x?y=1&z=2#top now"],
    ["<https://a.example/x>", "https://a.example/x"],
    ["HTTPS://A.EXAMPLE/a_b", "HTTPS://A.EXAMPLE/a%5Fb"],
  ] as const) {
    expect(escapeText(written)).toBe(stays);
    expect(decodeURIComponent(stays)).toBe(decodeURIComponent(written.replace(/[<>]/g, "")));
  }
});

test("an escaped text is at most three times as long as its line", () => {
  fc.assert(
    fc.property(nasty(), (text) => {
      expect(escapeText(text).length).toBeLessThanOrEqual(oneLine(text).length * 3);
    }),
    RUNS,
  );
});

test("one line made of one line is the same line", () => {
  fc.assert(
    fc.property(nasty(), (text) => {
      const line = oneLine(text);
      expect(oneLine(line)).toBe(line);
      expect(line).not.toMatch(/\n|\s\s|^\s|\s$/);
      expect(line.isWellFormed()).toBe(true);
    }),
    RUNS,
  );
});

test("an emoji keeps the way it is drawn, and a letter the marks that make it", () => {
  expect(oneLine("☠️ e\u0301 ệ")).toBe("☠️ é ệ");
});

test("a shortened text fits, is whole or ends in an ellipsis, and splits no letter", () => {
  fc.assert(
    fc.property(letters(), fc.integer({ min: 1, max: 30 }), (text, length) => {
      const short = shorten(text, length);
      expect(short.length).toBeLessThanOrEqual(length);
      if (text.length <= length) {
        expect(short).toBe(text);
        return;
      }
      expect(short.endsWith("…")).toBe(true);
      expect(segmentsOf(text).join("").startsWith(short.slice(0, -1))).toBe(true);
      expect(isAtBoundary(text, short.length - 1)).toBe(true);
      expect(short.isWellFormed()).toBe(true);
    }),
    RUNS,
  );
});

test("a beginning fits and ends between letters", () => {
  expect(beginning("👩‍👩‍👧x", 3)).toBe("");
  expect(beginning("a👩‍👩‍👧x", 9)).toBe("a👩‍👩‍👧");
  expect(beginning("abc", 2)).toBe("ab");
});

test("plain words are never empty, because Discord refuses an empty label", () => {
  expect(plain("\u200B \u202E", 80)).toBe("…");
  expect(plain("Home", 80)).toBe("Home");
});

/** Text out of the signs that mean something, words, letters of several units, and addresses. */
function nasty(): fc.Arbitrary<string> {
  const signs = [..."\\*_~|`[]()<>@#-+>!:./1 \n\t\r", "\u200B", "\u202E", "\u0301", "\u2028", "\uD83D"];
  const words = [
    "@everyone",
    "<@1>",
    "<t:1:R>",
    "||",
    "**",
    "# ",
    "-# ",
    "1. ",
    "](https://e.example)",
    "https://e.example/a_b",
    "<https://e.example>",
    "🚀",
    "e\u0301",
  ];
  const piece = fc.oneof(
    fc.constantFrom(...signs),
    fc.constantFrom(...words),
    fc.string({ unit: "grapheme", maxLength: 4 }),
    fc.string({ unit: "binary", maxLength: 3 }),
  );
  return fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(""));
}

function letters(): fc.Arbitrary<string> {
  const piece = fc.constantFrom("a", "é", "e\u0301", "🚀", "👩‍👩‍👧", "🏴‍☠️", "艦", " ", "क्षि");
  return fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(""));
}

function segmentsOf(text: string): string[] {
  return [...new Intl.Segmenter("en").segment(text)].map(({ segment }) => segment);
}

/** True between two letters; blanks before the ellipsis are trimmed, so they count as passed. */
function isAtBoundary(text: string, at: number): boolean {
  let end = 0;
  for (const segment of segmentsOf(text)) {
    if (end === at) return true;
    end += segment.length;
  }
  return end === at;
}

/** What the sandbox's page draws of a text: the kinds of its nodes. */
function parsed(text: string): readonly string[] {
  return parseMarkdown(text).map(({ kind }) => kind);
}
