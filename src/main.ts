import { existsSync } from "node:fs";
import { start } from "./start-up.ts";

readEnvFile();
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
