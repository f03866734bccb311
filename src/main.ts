import { readEnvFile } from "./ops/env-file.ts";
import { start } from "./start-up.ts";

const problem = readEnvFile();
if (problem !== undefined) {
  process.stderr.write(`Away Team cannot start: ${problem}\n`);
  process.exit(78);
}
await start(process.env);
