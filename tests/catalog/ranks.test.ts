import { resolve } from "node:path";
import { expect, test } from "vitest";
import { loadCatalog } from "../../src/catalog/load.ts";
import { marksAt, rankOf } from "../../src/catalog/ranks.ts";

const { game } = await loadCatalog(resolve(import.meta.dirname, "../../data"));

test("a level is a rank on the ladder of the captain's faction", () => {
  expect(rankOf(game, "federation", 50)).toBe("Vice Admiral");
  expect(rankOf(game, "tos", 44)).toBe("Rear Admiral, Lower Half");
  expect(rankOf(game, "klingon", 65)).toBe("Dahar Master");
  expect(rankOf(game, "romulan", 9)).toBe("Lieutenant");
  expect(rankOf(game, "jemhadar", 60)).toBe("Honored First");
});

test("items drop in the marks of the captain's level", () => {
  expect(marksAt(game, 39)).toEqual(["VII", "VIII"]);
  expect(marksAt(game, 65)).toEqual(["XIII", "XIV"]);
});
