/** Prints how many of the checked-in queries find the right record, by class, and every one that does not come first. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { catalogIndex } from "../../src/catalog/find.ts";
import { loadCatalog } from "../../src/catalog/load.ts";

type Queries = Record<string, readonly { readonly query: string; readonly finds: string }[]>;

const root = resolve(import.meta.dirname, "../..");
const queries = JSON.parse(readFileSync(resolve(root, "tests/catalog/queries.json"), "utf8")) as Queries;
const index = catalogIndex(await loadCatalog(resolve(root, "data")));

let all = 0;
let first = 0;
let third = 0;
for (const [kind, list] of Object.entries(queries)) {
  const ranks = list.map(({ query, finds }) => {
    const found = index.search(query, 25).map(({ slug }) => slug);
    const rank = found.indexOf(finds);
    if (rank !== 0)
      console.log(
        `  ${kind}: "${query}" finds ${finds} at ${rank + 1}; first: ${found.slice(0, 3).join(", ")}`,
      );
    return rank;
  });
  const atFirst = ranks.filter((rank) => rank === 0).length;
  const inThree = ranks.filter((rank) => rank >= 0 && rank < 3).length;
  console.log(`${kind}: ${atFirst} of ${list.length} first, ${inThree} in the first three`);
  all += list.length;
  first += atFirst;
  third += inThree;
}
console.log(
  `all: ${first} of ${all} first (${((100 * first) / all).toFixed(1)} %), ${third} in the first three`,
);
