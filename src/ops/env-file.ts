import { existsSync } from "node:fs";

/** Takes over what `.env` says, where there is one and the environment says nothing; gives what is wrong with it. */
export function readEnvFile(): string | undefined {
  if (!existsSync(".env")) return undefined;
  try {
    process.loadEnvFile(".env");
    return undefined;
  } catch (error) {
    return `.env cannot be read (${(error as Error).message}).`;
  }
}
