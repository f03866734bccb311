import fc from "fast-check";
import { expect, test } from "vitest";
import { pageAt, pages } from "../../src/ui/pages.ts";

const RUNS = { numRuns: Number(process.env["RUNS"] ?? 500) };

const words = (text: string) => text.split(/\s+/).filter((word) => word !== "");

const block = fc
  .array(fc.constantFrom("Trem", "attacks", "the", "station", "0/18", "1:59", "\n", "🚀", "👩‍👩‍👧"), {
    maxLength: 30,
  })
  .map((parts) => parts.join(" "));
const room = fc.integer({ min: 20, max: 200 });

test("no word is lost, none is doubled, and all stand in their order", () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }), room, (blocks, length) => {
      expect(words(pages(blocks, length).join("\n"))).toEqual(words(blocks.join("\n")));
    }),
    RUNS,
  );
});

test("no page is longer than there is room, and none but the only one is empty", () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }), room, (blocks, length) => {
      const all = pages(blocks, length);
      for (const page of all) expect(page.length).toBeLessThanOrEqual(length);
      if (all.length > 1) expect(all.every((page) => page.trim() !== "")).toBe(true);
    }),
    RUNS,
  );
});

test("a word longer than a page is taken apart between its letters and loses none", () => {
  const long = "👩‍👩‍👧é🚀".repeat(40);
  const all = pages([long], 50);
  expect(all.join("")).toBe(long);
  expect(all.every((page) => page.isWellFormed() && page.length <= 50)).toBe(true);
  expect(all.every((page) => /^(👩‍👩‍👧|é|🚀)/u.test(page))).toBe(true);
});

test("a letter longer than a page is taken apart, rather than for ever", () => {
  const letter = `a${"\u0301".repeat(100)}`;
  expect(pages([letter], 30).join("")).toBe(letter);
});

test("a block that fits on a page of its own is kept whole", () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }), room, (blocks, length) => {
      const all = pages(blocks, length);
      for (const whole of blocks.filter((one) => one.trim() !== "" && one.length <= length))
        expect(all.some((page) => page.includes(whole))).toBe(true);
    }),
    RUNS,
  );
});

test("nothing at all is one empty page", () => {
  expect(pages([], 100)).toEqual([""]);
  expect(pageAt([], 100, 1)).toEqual({ body: "", number: 1, of: 1 });
});

test.for([
  [0, 1],
  [-5, 1],
  [Number.NaN, 1],
  [1.9, 1],
  [2, 2],
  [3, 3],
  [4, 3],
  [99, 3],
  [Number.POSITIVE_INFINITY, 3],
] as const)("page %d of three is page %i", ([asked, given]) => {
  const blocks = ["a".repeat(60), "b".repeat(60), "c".repeat(60)];
  expect(pageAt(blocks, 100, asked)).toMatchObject({ number: given, of: 3, body: blocks[given - 1] });
});
