import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { documentKind } from "../../src/store/document-kind.ts";
import { settled } from "../../src/store/envelope.ts";
import { changedFrom, fieldsOf } from "../../src/store/fields.ts";

const schema = z
  .object({
    name: z.string().max(5),
    count: z.number().int().min(0),
    note: z.string().max(3).optional(),
    tags: z.array(z.string().max(2)).readonly(),
    inner: z.object({ at: z.number() }).readonly().optional(),
  })
  .readonly();
const kind = documentKind({ name: "thing", version: 1, schema });
const fields = fieldsOf(schema) ?? [];

const GOOD: z.infer<typeof schema> = { name: "one", count: 1, tags: ["a"], inner: { at: 1 } };

/** Anything a faulty change may leave in a field. */
const anything = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.integer({ min: -2, max: 5 }),
  fc.double(),
  fc.array(fc.string({ maxLength: 3 }), { maxLength: 3 }),
  fc.record({ at: fc.oneof(fc.integer(), fc.constant(undefined), fc.string()) }),
  fc.constantFrom(undefined, null, Number.NaN, -0, new Date(0), () => 1),
);

test("what is looked through field by field comes out as if it were looked through whole", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...fields.map(([name]) => name), "stray"), anything),
      (change) => {
        const after = { ...GOOD, ...change } as typeof GOOD;
        expect(resultOf(() => settled("k", after, kind, GOOD))).toEqual(
          resultOf(() => settled("k", after, kind)),
        );
      },
    ),
    { seed: 20261121, numRuns: 2_000 },
  );
});

test("a field that is gone, or is no field, is noticed", () => {
  const { count: _count, ...without } = GOOD;
  expect(changedFrom(GOOD, without, fields)).toBeUndefined();
  expect(changedFrom(GOOD, { ...GOOD, stray: 1, inner: undefined }, fields)).toEqual({
    name: "one",
    count: 1,
    tags: ["a"],
  });
});

test("only what was changed is looked at, and what stands next to it stays the same object", () => {
  const after = changedFrom(GOOD, { ...GOOD, count: 2 }, fields);
  expect(after).toMatchObject({ count: 2 });
  expect((after as typeof GOOD).tags).toBe(GOOD.tags);
});

test("a schema that has a say in several fields at once is asked as a whole", () => {
  const plain = z.object({ from: z.number(), to: z.number() });
  expect(fieldsOf(plain)).toBeDefined();
  expect(fieldsOf(plain.refine(({ from, to }) => from <= to))).toBeUndefined();
  expect(fieldsOf(plain.readonly().refine(({ from, to }) => from <= to))).toBeUndefined();
  expect(fieldsOf(plain.strict())).toBeUndefined();
  expect(fieldsOf(z.array(z.string()))).toBeUndefined();
});

test("a document that was never written is a good one, and is looked at when its kind is made", () => {
  expect(() => documentKind({ name: "thing", version: 1, schema, initial: { ...GOOD, count: -1 } })).toThrow(
    "Too small",
  );
});

function resultOf(settle: () => unknown): unknown {
  try {
    return settle();
  } catch (error) {
    return String(error);
  }
}
