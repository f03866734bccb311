/**
 * Prints what the records lack: `npm run data:coverage`; `npm run data:coverage -- levels` lists the records without
 * levels.
 */
import { resolve } from "node:path";
import { loadCatalog } from "../../src/catalog/load.ts";
import { coverageTable, lacking } from "./data-coverage-table.ts";

const catalog = await loadCatalog(resolve(import.meta.dirname, "../../data"));
const [heading] = process.argv.slice(2);
if (heading) console.log(lacking(catalog, heading).join("\n"));
else
  console.log(
    `${coverageTable(catalog)}\n\nA number says how many of the records have the field; a dash says all.`,
  );
