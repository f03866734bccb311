import { StoreError } from "../store/store-error.ts";
import { type Place, storePlace } from "../store/store-url.ts";
import { readEnvFile } from "./env-file.ts";
import { placeIn } from "./place.ts";

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
    const where = storePlace(place);
    if (place.isSandbox && where.database === "sqlite")
      process.stdout.write(`There is no DISCORD_TOKEN, so this is the sandbox's data: ${where.file}\n`);
    process.stdout.write(`${work(place, file)}\n`);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    stop(1, error.message);
  }
}

function stop(exitCode: number, message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = exitCode;
}
