import { resolve } from "node:path";
import { expect, test } from "vitest";
import { loadCatalog } from "../../src/catalog/load.ts";
import { thingsIndex } from "../../src/catalog/things.ts";

const things = thingsIndex(await loadCatalog(resolve(import.meta.dirname, "../../data")));

function missionsOf(name: string): string[] {
  return things.exact(name)?.appearances.map(({ entry }) => entry.title) ?? [];
}

test("a person is found in every mission that names them", () => {
  expect(missionsOf("loriss")).toEqual(expect.arrayContaining(["Home", "Second Wave"]));
});

test("a place within a place says where it is", () => {
  expect(things.exact("promenade")).toMatchObject({
    name: "Promenade",
    kinds: ["place"],
    within: ["Deep Space 9"],
  });
});

test("a ship is found by its name and by its class", () => {
  expect(missionsOf("USS Opaka")).toEqual(["Second Wave"]);
  expect(things.exact("discovery class")?.appearances[0]?.notes).toEqual(["USS Opaka"]);
  expect(things.exact("uss fletcher")?.appearances[0]?.notes).toEqual([
    "random Federation escort, cruiser or science vessel",
  ]);
});

test("rewards and accolades are found", () => {
  expect(missionsOf("shard of possibilities")).toContain("Second Wave");
  expect(things.exact("ketracel white")).toMatchObject({ kinds: ["item"] });
  expect(things.exact("scourge of starfleet")?.appearances[0]?.entry.slug).toBe("shutdown");
  expect(missionsOf("omega marks")).toContain("Infected: The Conduit");
});

test("what a mission only speaks of is told apart", () => {
  const appearance = things
    .exact("borg collective")
    ?.appearances.find(({ entry }) => entry.slug === "second-wave");
  expect(appearance?.referencedOnly).toBe(true);
});

test("one enemy is one thing, in the singular and in the plural, as a species too", () => {
  expect(things.exact("tholians")).toBe(things.exact("tholian"));
  expect(things.exact("jemhadar")?.kinds).toEqual(expect.arrayContaining(["species", "enemy"]));
});

test("what belongs to somebody is not that somebody", () => {
  expect(things.exact("quark")?.kinds).toEqual(["character"]);
  expect(things.exact("quarks")).toMatchObject({ name: "Quark's", kinds: ["place"] });
});

test("a name that is only alike is not merged", () => {
  expect(things.exact("dr bashir")).not.toBe(things.exact("julian bashir"));
});

test("typing finds things, the exact one first", () => {
  expect(things.search("loris", 25)[0]?.name).toBe("Loriss");
  expect(things.search("jem hadar", 25)[0]?.name).toBe("Jem'Hadar");
  expect(things.search("achebe mesi", 25)[0]?.name).toBe("Mesi Achebe");
  expect(things.search("nothing of the kind at all", 3).length).toBeLessThanOrEqual(3);
});

test("every key fits the value of a choice", () => {
  for (const thing of things.search("a", 1000)) expect(thing.key.length).toBeLessThanOrEqual(100);
});
