import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** `npm run check`: every check runs, and all that fail are named at the end. */
const ROOT = join(import.meta.dirname, "../..");
const PAGE = "src/sandbox/page/tsconfig.json";

const checks: readonly (readonly [name: string, script: string, ...args: readonly string[]])[] = [
  ["format and lint", "node_modules/@biomejs/biome/bin/biome", "ci", "--error-on-warnings", "."],
  ["types", "node_modules/typescript/bin/tsc", "--project", "tsconfig.json"],
  ...(existsSync(join(ROOT, PAGE))
    ? [["types of the page", "node_modules/typescript/bin/tsc", "--project", PAGE] as const]
    : []),
  ["unused code", "node_modules/knip/bin/knip.js", "--no-progress"],
  ["import rules", "node_modules/vitest/vitest.mjs", "run", "tests/architecture.test.ts"],
];

const failed = checks.filter(([name, script, ...args]) => {
  console.log(`\n${name}`);
  return spawnSync(process.execPath, [script, ...args], { cwd: ROOT, stdio: "inherit" }).status !== 0;
});

console.log(
  failed.length === 0 ? "\nEvery check passed." : `\nFailed: ${failed.map(([name]) => name).join(", ")}.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
