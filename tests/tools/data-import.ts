/**
 * Turns the collected facts into records of this project: `node src/start.mjs tests/tools/data-import.ts <facts folder>`.
 *
 * The records in data/ are the source from then on, and people correct them by hand. So a record that exists is
 * never overwritten, unless --force says so; --only=a,b restricts the run to those slugs.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { arcsFile } from "./data-import-arc.ts";
import { missionRecord } from "./data-import-mission.ts";
import { SENTENCES, shared } from "./data-import-sentences.ts";

type Json = Record<string, unknown>;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { force: { type: "boolean", default: false }, only: { type: "string" } },
});
const [factsFolder] = positionals;
if (!factsFolder) {
  console.error("Name the folder that holds missions.json, task-forces.json, events.json and game.json.");
  process.exit(2);
}

const data = resolve(import.meta.dirname, "../../data");
const only = values.only?.split(",");
let written = 0;
let kept = 0;

const missions = read("missions.json");
const checkedOn = String(missions["compiled"]);
write("sentences.json", { $schema: "./schema/sentences.schema.json", sentences: SENTENCES });
write("arcs.json", arcsFile(missions["arcs"] as Json[], checkedOn));
for (const facts of missions["missions"] as Json[]) {
  write(`missions/${facts["arc"]}/${facts["slug"]}.json`, shared(missionRecord(facts, checkedOn)));
}
console.log(`${written} records written, ${kept} kept as they are.`);

function read(name: string): Json {
  return JSON.parse(readFileSync(join(factsFolder ?? "", name), "utf8")) as Json;
}

function write(path: string, record: Json) {
  if (only && !only.includes(String(record["slug"] ?? path))) return;
  const file = join(data, path);
  if (existsSync(file) && !values.force) {
    kept += 1;
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
  written += 1;
}
