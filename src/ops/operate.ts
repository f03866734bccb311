import { opensSandbox, sandboxDataDir } from "../config.ts";
import { dataDirOf } from "../data-dir.ts";
import { StoreError } from "../store/store-error.ts";
import { type Place, storePlace } from "../store/store-url.ts";
import { readEnvFile } from "./env-file.ts";

/** Runs one thing that an operator asked for on the data that a start would use, and says what came of it. */
export function operate(usage: string, work: (place: Place, file: string) => string): void {
  const problem = readEnvFile();
  if (problem !== undefined) {
    stop(78, problem);
    return;
  }
  const [file, ...more] = process.argv.slice(2);
  if (file === undefined || more.length > 0) {
    stop(78, usage);
    return;
  }
  try {
    const place = placeIn(process.env);
    process.stdout.write(`${work(place, file)}\n`);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    stop(1, error.message);
  }
}

/** Without a token a start is a rehearsal, with data of its own; a database that is named is meant. */
function placeIn(env: Readonly<Record<string, string | undefined>>): Place {
  const dataDir = dataDirOf(env);
  const storeUrl = env["STORE_URL"];
  if (storeUrl || !opensSandbox(env)) return { storeUrl, dataDir };
  const rehearsals = { storeUrl: undefined, dataDir: sandboxDataDir({ dataDir }) };
  const where = storePlace(rehearsals);
  if (where.database === "sqlite")
    process.stdout.write(`There is no DISCORD_TOKEN, so this is the sandbox's data: ${where.file}\n`);
  return rehearsals;
}

function stop(exitCode: number, message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = exitCode;
}
