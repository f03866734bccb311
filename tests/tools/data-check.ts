/** Checks every record: `npm run data:check`. Prints what is wrong with file, line, place and remedy, and exits 1. */
import { resolve } from "node:path";
import { problemsIn } from "../../src/catalog/check.ts";
import { problemLine } from "../../src/catalog/problem.ts";
import { readRecordFiles } from "../../src/catalog/record-files.ts";

const directory = resolve(process.argv[2] ?? resolve(import.meta.dirname, "../../data"));
const files = readRecordFiles(directory);
const problems = problemsIn(files);
for (const problem of problems) console.log(problemLine(problem));
console.log(
  problems.length === 0
    ? `${files.length} files, no problem.`
    : `${files.length} files, ${problems.length} problems.`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
