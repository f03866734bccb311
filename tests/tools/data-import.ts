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
import { eventsFile } from "./data-import-events.ts";
import { gameFile, type ToldFact } from "./data-import-game.ts";
import { missionRecord } from "./data-import-mission.ts";
import { SENTENCES, shared } from "./data-import-sentences.ts";
import { taskForceRecord } from "./data-import-task-force.ts";

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
const taskForces = read("task-forces.json");
for (const facts of taskForces["task_forces"] as Json[]) {
  const record = shared(taskForceRecord(facts, checkedOn));
  write(`task-forces/${record["slug"]}.json`, record);
}

const slugs = new Map(
  (missions["missions"] as Json[]).map(({ title, slug }) => [String(title), String(slug)]),
);
write("events.json", eventsFile(read("events.json"), slugs, checkedOn));
write("game.json", gameFile(read("game.json"), [...storyFacts(), ...groupFacts()], checkedOn));
console.log(`${written} records written, ${kept} kept as they are.`);

function storyFacts(): ToldFact[] {
  return (missions["global_facts"] as Json[]).map(({ fact, sources }) => ({
    about: "story missions",
    fact,
    sources: sources as string[],
  }));
}

/** How the task forces were collected is told with their rules, so that a reader can weigh them. */
function groupFacts(): ToldFact[] {
  const { general_rules: rules, source_notes: notes } = taskForces["about"] as Readonly<
    Record<string, Json[]>
  >;
  return [
    ...(rules ?? []).map(({ fact, source }) => ({ about: "task forces", fact, sources: [String(source)] })),
    ...(notes ?? []).map(({ note, source }) => ({
      about: "sources of task forces",
      fact: note,
      sources: URL.canParse(String(source)) ? [String(source)] : [],
    })),
  ];
}

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
