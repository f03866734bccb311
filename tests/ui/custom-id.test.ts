import fc from "fast-check";
import { expect, test } from "vitest";
import { customId, readCustomId } from "../../src/ui/custom-id.ts";

const RUNS = { numRuns: Number(process.env["RUNS"] ?? 500) };

const word = fc.stringMatching(/^[a-z][a-z-]{0,11}$/);
const argument = fc.stringMatching(/^[A-Za-z0-9._-]{0,20}$/);

test("what is written is read back, part for part", () => {
  fc.assert(
    fc.property(word, word, fc.array(argument, { maxLength: 3 }), (feature, action, args) => {
      const id = customId(feature, action, ...args);
      expect(id.length).toBeLessThanOrEqual(100);
      expect(readCustomId(id)).toEqual({ feature, action, args });
    }),
    RUNS,
  );
});

test("what is read is written back, sign for sign", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^v1:[a-z-]{1,6}:[a-z-]{1,6}(:[\w.-]{0,6}){0,3}$/), (id) => {
      const read = readCustomId(id);
      fc.pre(read !== undefined);
      expect(customId(read.feature, read.action, ...read.args)).toBe(id);
    }),
    RUNS,
  );
});

test("no string at all makes reading throw, and nothing but the grammar is read", () => {
  const near = fc
    .array(fc.constantFrom("v1", ":", "mission", "open", "V1", "é", "\u0000", "%", " ", "__proto__", "🚀"))
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), near), (text) => {
      const read = readCustomId(text);
      if (read !== undefined) expect(text).toMatch(/^v1:[a-z][a-z-]*:[a-z][a-z-]*(:[A-Za-z0-9._-]*)*$/);
    }),
    RUNS,
  );
});

test.for([
  "",
  "v1",
  "v1:mission",
  "v2:mission:open",
  "v1:Mission:open",
  "v1:mission:open:a b",
  "v1:mission:open:a\n",
  "v1:mission:open\n",
  "v1:mission:open:é",
  " v1:mission:open",
  "v1::open",
  "v1:mission:",
  "v1:mission:-open",
  `v1:mission:open:${"x".repeat(100)}`,
])("%j is no id of ours", (id) => {
  expect(readCustomId(id)).toBeUndefined();
});

test("an id of a hundred signs is made, and one of a hundred and one is a fault that names itself", () => {
  const args = (length: number) => "x".repeat(length - "v1:a:b:".length);
  expect(customId("a", "b", args(100))).toHaveLength(100);
  expect(() => customId("a", "b", args(101))).toThrow(/101 characters; Discord allows 100: v1:a:b:x/);
});

test.for([
  ["Mission", "open"],
  ["mission", "o:pen"],
  ["mission", ""],
  ["mission", "open", "a:b"],
  ["mission", "open", "a b"],
  ["mission", "open", "é"],
])("a part that breaks the grammar is a fault that names itself: %j", (parts) => {
  const [feature = "", action = "", ...args] = parts;
  expect(() => customId(feature, action, ...args)).toThrow(/grammar|characters/);
});
