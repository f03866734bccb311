import { existsSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { dataDirOf } from "./data-dir.ts";

if (existsSync(".env")) process.loadEnvFile(".env");
enableCompileCache(join(dataDirOf(process.env), "compile-cache"));

const { start } = await import("./start-up.ts");
await start(process.env);
