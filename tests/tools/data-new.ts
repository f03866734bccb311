/**
 * Creates a record with its title only: `npm run data:new -- <arc> <title>` for a mission, and
 * `npm run data:new -- --task-force <title>` for a task force.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { problemsIn } from "../../src/catalog/check.ts";
import { problemLine } from "../../src/catalog/problem.ts";
import { readRecordFiles } from "../../src/catalog/record-files.ts";
import { newMission, newTaskForce } from "./data-new-record.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    "task-force": { type: "boolean", default: false },
    data: { type: "string", default: resolve(import.meta.dirname, "../../data") },
  },
});
const data = values.data;
const today = new Date().toISOString().slice(0, 10);
const words = values["task-force"] ? ["", ...positionals] : positionals;
const [arc = "", ...titleWords] = words;
const title = titleWords.join(" ").trim();

const arcs = JSON.parse(readFileSync(join(data, "arcs.json"), "utf8")) as {
  arcs: { slug: string; name: string }[];
};
if (title === "")
  stop("Write npm run data:new -- <arc> <title>, or npm run data:new -- --task-force <title>.");
if (!values["task-force"] && !arcs.arcs.some(({ slug }) => slug === arc)) {
  const known = arcs.arcs.map(({ slug, name }) => `  ${slug} (${name})`).join("\n");
  stop(`There is no arc "${arc}". Add it to data/arcs.json first, or use one of these:\n${known}`);
}

const { file, text } = values["task-force"] ? newTaskForce(title, today) : newMission(arc, title, today);
const path = join(data, file);
if (existsSync(path)) stop(`${path} is there already. Edit that file.`);

const problems = problemsIn([...readRecordFiles(data), { file, text }]).filter(
  (problem) => problem.file === file,
);
if (problems.length > 0) stop(problems.map(problemLine).join("\n"));
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, text);
console.log(
  `${path} is written. Fill it in (your editor completes the fields), then run npm run data:check.`,
);

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}
