import { resolve } from "node:path";
import { expect, test } from "vitest";
import { catalogIndex } from "../../src/catalog/find.ts";
import { loadCatalog } from "../../src/catalog/load.ts";

const index = catalogIndex(await loadCatalog(resolve(import.meta.dirname, "../../data")));

test.each(["home", "Home", " HOME ", "second-wave", "Second  Wave", "secondwave", "the second wave"])(
  "%j names a mission exactly",
  (text) => {
    expect(index.exact(text)?.slug).toBe(text.toLowerCase().includes("home") ? "home" : "second-wave");
  },
);

test("every kind of apostrophe counts as none", () => {
  for (const apostrophe of ["'", "’", "`", "´", ""]) {
    expect(index.exact(`What${apostrophe}s Left Behind`)?.slug).toBe("whats-left-behind");
  }
});

test("the words after a name are handed back", () => {
  expect(index.leading("home objectives")).toMatchObject({ entry: { slug: "home" }, rest: "objectives" });
  expect(index.leading("second wave sat 20:00")).toMatchObject({
    entry: { slug: "second-wave" },
    rest: "sat 20:00",
  });
  expect(index.leading("nothing of the kind")).toBeUndefined();
});

test("an exact name comes first, whatever else fits", () => {
  expect(index.search("home", 25)[0]?.slug).toBe("home");
  expect(index.search("shutdown", 25)[0]?.slug).toBe("shutdown");
});

test("a near miss finds what was meant", () => {
  expect(index.near("secnd wave", 5)[0]?.slug).toBe("second-wave");
  expect(index.near("shut down now", 5).map(({ slug }) => slug)).toContain("shutdown");
});

test("an entry says where it belongs and whether it can be played", () => {
  expect(index.exact("shutdown")).toEqual({
    kind: "mission",
    slug: "shutdown",
    title: "Shutdown",
    arcName: "Cardassian Struggle",
    state: "removed",
  });
});
