import { existsSync } from "node:fs";
import { dataDirOf } from "../data-dir.ts";
import { StoreError } from "../store/store-error.ts";
import type { Place } from "../store/store-url.ts";

/** Runs one thing that an operator asked for on the data that the environment names, and says what came of it. */
export function operate(usage: string, work: (place: Place, file: string) => string): void {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const [file, ...more] = process.argv.slice(2);
  if (file === undefined || more.length > 0) {
    stop(78, usage);
    return;
  }
  try {
    const place = { storeUrl: process.env["STORE_URL"], dataDir: dataDirOf(process.env) };
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
