import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, expect, test } from "vitest";
import { loadCatalog } from "../../src/catalog/load.ts";

const data = resolve(import.meta.dirname, "../../data");
const folders: string[] = [];

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "catalog-"));
  folders.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

test("every record is read under its slug", async () => {
  const catalog = await loadCatalog(data);
  expect(catalog.missions.get("home")?.title).toBe("Home");
  expect(catalog.missions.get("shutdown")?.removed?.on).toBe("2015-10-27");
  expect(catalog.arcs.get("lost-dominion")?.aliases).toEqual(["The 2800"]);
  expect(catalog.checkedOn).toBe("2026-11-20");
});

test("the mission before and after is known from either side", async () => {
  const catalog = await loadCatalog(data);
  const shutdown = catalog.missions.get("shutdown");
  const secondWave = catalog.missions.get("second-wave");
  if (!shutdown || !secondWave) throw new Error("The seed records are missing.");
  expect(catalog.neighbours(shutdown).previous?.slug).toBe("war-games");
  expect(catalog.neighbours(secondWave)).toMatchObject({ previous: undefined, next: { slug: "of-bajor" } });
});

test("an arc lists its missions in order", async () => {
  const catalog = await loadCatalog(data);
  expect(catalog.missionsIn("lost-dominion").map(({ title }) => title)).toEqual([
    "Second Wave",
    "Of Bajor",
    "Operation Gamma",
    "Facility 4028",
    "Boldly They Rode",
  ]);
});

test("a sentence that records share stands in each of them", async () => {
  const catalog = await loadCatalog(data);
  expect(catalog.missions.get("shutdown")?.removed?.reason).toBe(
    "Taken out in the revamp of the Cardassian Struggle arc.",
  );
});

test("an invalid record stops the start and is named with file, place and remedy", async () => {
  const folder = temporaryFolder();
  cpSync(data, folder, { recursive: true });
  const file = join(folder, "missions/gamma-quadrant/home.json");
  writeFileSync(file, readFileSync(file, "utf8").replace('"2018-07-26"', '"2018-06-01"'));
  await expect(loadCatalog(folder)).rejects.toThrow(
    /missions\/gamma-quadrant\/home\.json:\d+: events\.0\.ends: The event ends on 2018-06-01, before it starts\. Check both days\./,
  );
});

test("records that passed are not checked again until one of them changes", async () => {
  const folder = temporaryFolder();
  const cache = temporaryFolder();
  cpSync(data, folder, { recursive: true });
  await loadCatalog(folder, cache);
  const stamp = readFileSync(join(cache, "catalogue-checked"), "utf8");

  const file = join(folder, "missions/gamma-quadrant/home.json");
  writeFileSync(file, readFileSync(file, "utf8").replace('"slug": "home"', '"slug": "hom"'));
  await expect(loadCatalog(folder, cache)).rejects.toThrow("The file is not where arc and slug put it.");
  expect(readFileSync(join(cache, "catalogue-checked"), "utf8")).toBe(stamp);
});

test("a cache that cannot be written only costs the next start its check", async () => {
  const cache = join(temporaryFolder(), "file");
  writeFileSync(cache, "");
  const catalog = await loadCatalog(data, join(cache, "below"));
  expect(catalog.missions.size).toBeGreaterThan(200);
});
