import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { catalogIndex } from "../../src/catalog/find.ts";
import { fold } from "../../src/catalog/fold.ts";
import { loadCatalog } from "../../src/catalog/load.ts";
import { namedEntries } from "../../src/catalog/names.ts";

type Queries = Record<string, readonly { readonly query: string; readonly finds: string }[]>;

const catalog = await loadCatalog(resolve(import.meta.dirname, "../../data"));
const index = catalogIndex(catalog);
const queries = Object.values(
  JSON.parse(readFileSync(join(import.meta.dirname, "queries.json"), "utf8")) as Queries,
).flat();

function placeOf({ query, finds }: { readonly query: string; readonly finds: string }): number {
  return index.search(query, 25).findIndex(({ slug }) => slug === finds);
}

test("of 300 queries as people type them, 98 of 100 find the right record first", () => {
  expect(queries).toHaveLength(300);
  const first = queries.filter((query) => placeOf(query) === 0);
  expect(first.length / queries.length).toBeGreaterThanOrEqual(0.98);
});

test("all of the 300 find it in the first three", () => {
  expect(queries.filter((query) => placeOf(query) < 0 || placeOf(query) > 2)).toEqual([]);
});

test("every slug, and every title that no other record bears, comes first", () => {
  const titles = Map.groupBy(namedEntries(catalog), ({ title }) => fold(title));
  for (const { entry, title } of namedEntries(catalog)) {
    expect(index.search(entry.slug, 25)[0]?.slug).toBe(entry.slug);
    if (titles.get(fold(title))?.length === 1) expect(index.search(title, 25)[0]?.slug).toBe(entry.slug);
  }
});

test("records that share a title are offered together, the mission first", () => {
  expect(index.search("clash above ceron", 25).slice(0, 2)).toMatchObject([
    { kind: "mission", slug: "clash-above-ceron" },
    { kind: "task-force", slug: "patrol-clash-above-ceron" },
  ]);
});

test("whatever is typed, the answer is short, without repeats, and comes", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200, unit: "grapheme" }), (text) => {
      const found = index.search(text, 25);
      expect(found.length).toBeLessThanOrEqual(25);
      expect(new Set(found).size).toBe(found.length);
      index.near(text, 5);
      index.leading(text);
    }),
    { seed: 2409, numRuns: 300 },
  );
});
