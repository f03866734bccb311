import { existsSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { dataDirOf } from "./data-dir.ts";

readEnvFile();
enableCompileCache(join(dataDirOf(process.env), "compile-cache"));

const { start } = await import("./start-up.ts");
await start(process.env);

function readEnvFile(): void {
  if (!existsSync(".env")) return;
  try {
    process.loadEnvFile(".env");
  } catch (error) {
    process.stderr.write(`Away Team cannot start: .env cannot be read (${(error as Error).message}).\n`);
    process.exit(78);
  }
}
