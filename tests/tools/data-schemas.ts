/** Writes data/schema/ from the zod schemas, so that an editor completes and checks a record: `npm run data:schemas`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { jsonSchemas } from "./data-schema-texts.ts";

const folder = resolve(import.meta.dirname, "../../data/schema");
mkdirSync(folder, { recursive: true });
for (const [name, text] of jsonSchemas()) writeFileSync(join(folder, name), text);
