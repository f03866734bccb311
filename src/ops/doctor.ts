import { readEnvFile } from "./env-file.ts";
import { examine } from "./examination.ts";

/** `npm run doctor`: looks at everything that Away Team needs, changes nothing, and says what to do. */
const envProblem = readEnvFile();
if (envProblem !== undefined) {
  process.stdout.write(`PROBLEM  ${envProblem}\n`);
  process.exitCode = 1;
}
let problems = 0;
for await (const { isWell, about, says } of examine(process.env)) {
  if (!isWell) problems++;
  process.stdout.write(`${isWell ? "ok     " : "PROBLEM"}  ${about}: ${says}\n`);
}
const isAllWell = problems === 0 && process.exitCode !== 1;
process.stdout.write(isAllWell ? "Everything is in order.\n" : `Something is to be put right: see above.\n`);
process.exitCode = isAllWell ? 0 : 1;
