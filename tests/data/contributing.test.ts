import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { problemsIn } from "../../src/catalog/check.ts";
import { loadCatalog } from "../../src/catalog/load.ts";
import { problemLine } from "../../src/catalog/problem.ts";
import { readRecordFiles } from "../../src/catalog/record-files.ts";
import { coverageTable, lacking } from "../tools/data-coverage-table.ts";
import { newMission, newTaskForce, slugOf } from "../tools/data-new-record.ts";

const root = resolve(import.meta.dirname, "../..");
const bundled = join(root, "data");
const folder = mkdtempSync(join(tmpdir(), "records-"));

beforeEach(() => cpSync(bundled, folder, { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

function change(file: string, from: string | RegExp, to: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${file} does not hold ${from}.`);
  writeFileSync(path, changed);
}

function problems(): string[] {
  return problemsIn(readRecordFiles(folder)).map(problemLine);
}

const HOME = "missions/gamma-quadrant/home.json";
const SHUTDOWN = "missions/cardassian-struggle/shutdown.json";
const SECOND_WAVE = "missions/lost-dominion/second-wave.json";

test("the bundled records have no problem", () => {
  expect(problems()).toEqual([]);
});

test.each([
  [
    "a comma too many",
    HOME,
    '"slug": "home",',
    '"slug": "home",,',
    /^missions.*home\.json: This is not JSON: .* Mend the syntax/,
  ],
  [
    "a field that does not exist",
    HOME,
    '"giver"',
    '"gives"',
    /home\.json:1: Unrecognized key: "gives"\. Remove it/,
  ],
  [
    "a state nobody knows",
    HOME,
    '"playable"',
    '"fun"',
    /home\.json:\d+: state: Invalid option.* See the schema/,
  ],
  [
    "a level beyond the highest",
    HOME,
    '"minLevel": 10',
    '"minLevel": 99',
    /home\.json:\d+: events\.0\.minLevel: .*65/,
  ],
  [
    "a day that is no day",
    HOME,
    '"2018-06-28"',
    '"28 June 2018"',
    /home\.json:\d+: released: Write a day as/,
  ],
  [
    "an arc that is not there",
    SHUTDOWN,
    '"arc": "cardassian-struggle"',
    '"arc": "cardassian"',
    /There is no arc "cardassian"\. Correct/,
  ],
  [
    "a mission that is not there",
    SECOND_WAVE,
    '"of-bajor"',
    '"off-bajor"',
    /:\d+: next: There is no mission "off-bajor"\./,
  ],
  [
    "an objective that is not there",
    HOME,
    '"objective": "Speak',
    '"objective": "Talk',
    /bugs\.0\.objective: "Talk .* is no objective/,
  ],
  [
    "kills that do not add up",
    SHUTDOWN,
    '"total": 32',
    '"total": 33',
    /killCounts\.total: The stages add up to 32, not 33\./,
  ],
  [
    "a removal of a playable mission",
    SHUTDOWN,
    '"state": "removed"',
    '"state": "playable"',
    /removed: The mission is playable\./,
  ],
  [
    "a schema of another kind",
    HOME,
    "mission.schema",
    "arcs.schema",
    /\$schema: .* is not the schema of this kind/,
  ],
  [
    "a shared sentence nobody wrote",
    SHUTDOWN,
    "@cardassian-revamp",
    "@nothing",
    /@nothing is no sentence of sentences\.json/,
  ],
  ["an alias of another record", HOME, '"arc"', '"aliases": ["ISA"], "arc"', /"ISA" is an alias in .* too\./],
  [
    "a replay table out of order",
    SHUTDOWN,
    '"toLevel": 39',
    '"toLevel": 41',
    /replay\.1: The levels overlap/,
  ],
  [
    "an unverified field that is none",
    HOME,
    '"unverified": ["giver"]',
    '"unverified": ["who gives it"]',
    /"who gives it" is no field/,
  ],
])("%s is told with file, place and remedy", (_, file, from, to, expected) => {
  change(file, from, to);
  expect(problems().join("\n")).toMatch(expected);
});

test("the same sentence in two records is told", () => {
  const summary = JSON.parse(readFileSync(join(folder, SHUTDOWN), "utf8")).summary as string;
  change(HOME, /"summary": "[^"]+"/, `"summary": ${JSON.stringify(summary)}`);
  expect(problems().join("\n")).toMatch(
    /summary: missions\/.* says the same sentence\. Keep it in sentences\.json/,
  );
});

test("every problem is told at once", () => {
  change(HOME, '"minLevel": 10', '"minLevel": 99');
  change(SHUTDOWN, '"state": "removed"', '"state": "gone"');
  expect(problems()).toHaveLength(2);
});

test("data:check names the line and fails", () => {
  change(HOME, '"minLevel": 10', '"minLevel": 99');
  const { status, stdout } = spawnSync(process.execPath, [join(root, "tests/tools/data-check.ts"), folder], {
    encoding: "utf8",
  });
  const line = readFileSync(join(folder, HOME), "utf8")
    .split("\n")
    .findIndex((text) => text.includes('"minLevel": 99'));
  expect(stdout).toContain(`${HOME}:${line + 1}: events.0.minLevel: `);
  expect(status).toBe(1);
});

test("a new record is valid from the start", () => {
  const fresh = [
    newMission("gamma-quadrant", "Odo's Gambit: Part Two", "2026-11-20"),
    newTaskForce("Gamma Run", "2026-11-20"),
  ];
  expect(fresh.map(({ file }) => file)).toEqual([
    "missions/gamma-quadrant/odos-gambit-part-two.json",
    "task-forces/gamma-run.json",
  ]);
  expect(problemsIn([...readRecordFiles(folder), ...fresh])).toEqual([]);
  expect(slugOf("Ragnarök – ’til Morning!")).toBe("ragnarok-til-morning");
});

test("data:new writes the record where the catalogue reads it, and refuses a second one", async () => {
  const tool = join(root, "tests/tools/data-new.ts");
  const words = [tool, "--data", folder, "gamma-quadrant", "The", "Long", "Way", "Back"];
  execFileSync(process.execPath, words);
  const catalog = await loadCatalog(folder);
  expect(catalog.missions.get("the-long-way-back")).toMatchObject({
    state: "unknown",
    completeness: "title-only",
  });

  const again = spawnSync(process.execPath, words, { encoding: "utf8" });
  expect(again.status).toBe(1);
  expect(again.stderr).toContain("is there already");
  rmSync(join(folder, "missions/gamma-quadrant/the-long-way-back.json"));
});

test("coverage counts what is there and lists what is not", async () => {
  const catalog = await loadCatalog(bundled);
  expect(coverageTable(catalog)).toMatch(/^all missions +234 /m);
  expect(coverageTable(catalog)).toMatch(/^all task forces +114 /m);
  expect(lacking(catalog, "sources")).toContain("painful-omens");
  expect(lacking(catalog, "sources")).not.toContain("home");
});
