import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { documentKind } from "../../src/store/document-kind.ts";
import { open, seal, settled } from "../../src/store/envelope.ts";
import { asJson } from "../../src/store/json.ts";
import { part, parts } from "../../src/store/part.ts";

let looks = 0;
const claim = z.object({ by: z.string().max(5), note: z.string().optional() }).refine(() => ++looks > 0);
const claims = documentKind({
  name: "claims",
  version: 1,
  schema: z
    .object({ all: parts(claim), first: part(claim).optional(), closed: z.boolean().optional() })
    .readonly(),
});

test("whatever JSON makes of a value, this makes of it", () => {
  const odd = fc.constantFrom(
    undefined,
    Number.NaN,
    -0,
    new Date(0),
    Symbol("x"),
    () => 1,
    new Map([[1, 2]]),
  );
  const value = fc.oneof(
    fc.jsonValue(),
    fc.array(fc.oneof(odd, fc.jsonValue())),
    fc.dictionary(fc.string(), fc.oneof(odd, fc.jsonValue())),
    fc.dictionary(fc.constantFrom("__proto__", "toJSON", "a"), fc.jsonValue()),
  );
  fc.assert(
    fc.property(value, (one) => {
      expect(asJson(one)).toEqual(JSON.parse(JSON.stringify(one)));
    }),
    { seed: 47, numRuns: 2_000 },
  );
});

test("a part is looked through once, and stays the very same", () => {
  const { document: before } = settled("k", { all: [{ by: "kira" }, { by: "odo" }] }, claims);
  looks = 0;
  const { document: after } = settled("k", { all: [...before.all, { by: "dax" }] }, claims);

  expect(looks).toBe(1);
  expect(after.all[0]).toBe(before.all[0]);
  expect(() => Object.assign(after.all[0] ?? {}, { by: "quark" })).toThrow(TypeError);
});

test("what was only like a part is looked through", () => {
  const { document } = settled("k", { all: [{ by: "kira" }] }, claims);
  const [known] = document.all;
  const forged = { ...known, by: "much too long" };

  const tooBig = "Too big: expected string to have <=5 characters)";
  expect(() => settled("k", { all: [forged] }, claims)).toThrow(`no valid claims (all.0.by: ${tooBig}`);
  expect(() => settled("k", { all: [], first: forged }, claims)).toThrow(`(first.by: ${tooBig}`);
  expect(() => settled("k", { all: [], first: known }, claims)).not.toThrow();
});

test("a list of parts is no part", () => {
  const { document } = settled("k", { all: [{ by: "kira" }] }, claims);
  const wrong = { all: document.all, first: document.all } as never;
  expect(() => settled("k", wrong, claims, document)).toThrow("(first: Invalid input: expected object");
});

test("a document is the same after a change as it is when it is read", () => {
  const note: string | undefined = undefined;
  const { document: before } = settled("k", { all: [{ by: "kira", note }] }, claims);
  const after = settled("k", { all: [...before.all, { by: "odo", note }], closed: undefined }, claims);
  const read = open("k", seal('{"value":{"stamp":"x",', claims, after.json), claims).document;

  expect(after.document).toStrictEqual(read);
});
