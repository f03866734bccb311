import fc from "fast-check";
import { expect, test } from "vitest";
import { flag, focusedOption, pick, rawOptions, readOptions, text, whole } from "../../src/bot/options.ts";
import { resolvedIn } from "../../src/bot/resolved.ts";

const NOTHING = resolvedIn({});
const SHAPE = {
  name: text({ description: "Which", maxLength: 10, required: true }),
  section: pick("Part", [
    { name: "Briefing", value: "briefing" },
    { name: "Story", value: "story" },
  ]),
  level: whole("Level", { min: 1, max: 65 }),
  private: flag("Alone"),
};
const given = (options: Readonly<Record<string, unknown>>) =>
  rawOptions(Object.entries(options).map(([name, value]) => ({ name, value })));
const read = (options: Readonly<Record<string, unknown>>) => readOptions(SHAPE, given(options), NOTHING);

test("what is given is read, and what is left out is not there", () => {
  expect(read({ name: "home", section: "story", level: 50, private: true })).toEqual({
    name: "home",
    section: "story",
    level: 50,
    private: true,
  });
  expect(read({ name: "home" })).toEqual({
    name: "home",
    section: undefined,
    level: undefined,
    private: undefined,
  });
});

test("without a required option, or with one of another type, nothing is read", () => {
  for (const name of [undefined, null, 5, true, {}, [], "x".repeat(11)])
    expect(read({ name })).toBeUndefined();
  expect(read({})).toBeUndefined();
});

test.for([
  ["section", ["gone", "", 5, null, "constructor"]],
  ["level", [0, 66, 1.5, "50", Number.NaN, null, 2 ** 60]],
  ["private", ["true", 1, null]],
] as const)("a %s that is none counts as left out", ([option, values]) => {
  for (const value of values)
    expect(read({ name: "home", [option]: value })).toMatchObject({ [option]: undefined });
});

test("the edges of a range are inside it", () => {
  expect(read({ name: "home", level: 1 })).toMatchObject({ level: 1 });
  expect(read({ name: "home", level: 65 })).toMatchObject({ level: 65 });
});

test("anything at all in place of options is read without a failure", () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true }), (anything) => {
      expect(() => readOptions(SHAPE, rawOptions(anything), NOTHING)).not.toThrow();
      expect(() => readOptions(SHAPE, rawOptions([anything, anything]), NOTHING)).not.toThrow();
    }),
    { numRuns: 500, seed: 15 },
  );
});

test("options nested deeper than Discord nests them are not followed", () => {
  const deep = (levels: number): object => ({ name: "x", options: levels === 0 ? [] : [deep(levels - 1)] });
  expect(JSON.stringify(rawOptions([deep(5_000)])).match(/"x"/g)).toHaveLength(3);
});

test("the option that is being typed is found wherever it stands", () => {
  const nested = [
    {
      name: "add",
      options: [
        { name: "kind", value: "a" },
        { name: "name", value: "Kr", focused: true },
      ],
    },
  ];
  expect(focusedOption(rawOptions(nested))).toMatchObject({ name: "name", value: "Kr" });
  expect(focusedOption(rawOptions([{ name: "name", focused: "yes" }]))).toBeUndefined();
});
