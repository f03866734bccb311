import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { kinds } from "../src/kinds.ts";

const SRC = join(import.meta.dirname, "../src");

test("every kind of document is on the list that the doctor examines the store by", () => {
  const defined = readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => [
      ...readFileSync(join(SRC, file), "utf8").matchAll(/documentKind\(\{\s*name: "([^"]+)"/g),
    ])
    .map(([, name]) => name);
  expect(defined.length).toBeGreaterThan(10);
  expect(kinds.map(({ name }) => name).toSorted()).toEqual(defined.toSorted());
});
