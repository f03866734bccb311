/**
 * Prints what the catalogue costs: start, memory and search. `node src/start.mjs tests/tools/data-bench.ts`
 *
 * Searches are the checked-in queries and every shorter text on the way to them, as autocomplete sends them. The
 * catalogue of 1,000 is the real one with each record again under other words.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type CatalogIndex, catalogIndex } from "../../src/catalog/find.ts";
import { type Catalog, loadCatalog } from "../../src/catalog/load.ts";

type Queries = Record<string, readonly { readonly query: string }[]>;

const root = resolve(import.meta.dirname, "../..");
const data = join(root, "data");
const cache = mkdtempSync(join(tmpdir(), "catalogue-bench-"));
const queries = JSON.parse(readFileSync(join(root, "tests/catalog/queries.json"), "utf8")) as Queries;
const whole = Object.values(queries).flatMap((list) => list.map(({ query }) => query));
const typed = whole.flatMap((query) =>
  Array.from({ length: query.length }, (_, at) => query.slice(0, at + 1)),
);

const before = memory();
const cold = await timed(() => loadCatalog(data));
console.log(`load, checking everything: ${cold.ms.toFixed(1)} ms`);
await loadCatalog(data, cache);
const loads = [];
for (let round = 0; round < 9; round++) loads.push((await timed(() => loadCatalog(data, cache))).ms);
console.log(`load, checked before: first ${loads[0]?.toFixed(1)} ms, median ${median(loads).toFixed(1)} ms`);

const index = await timed(() => catalogIndex(cold.value));
console.log(`exact names: ${index.ms.toFixed(1)} ms`);
console.log(`word search, built on first use: ${(await timed(() => index.value.warm())).ms.toFixed(1)} ms`);
console.log(`memory with everything built: ${((memory() - before) / 2 ** 20).toFixed(1)} MiB`);

report(`search in ${cold.value.missions.size + cold.value.taskForces.size} records`, index.value);
report("search in 1,000 records", catalogIndex(grown(cold.value, 1000)));
rmSync(cache, { recursive: true });

function report(title: string, searched: CatalogIndex): void {
  searched.warm();
  for (const text of typed) searched.search(text, 25);
  for (const [kind, texts] of [
    ["whole queries", whole],
    ["texts on the way", typed],
  ] as const) {
    const times = [...texts, ...texts, ...texts].map((text) => {
      const start = performance.now();
      searched.search(text, 25);
      return performance.now() - start;
    });
    times.sort((one, other) => one - other);
    const at = (share: number) => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(3);
    console.log(
      `${title}, ${texts.length} ${kind}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, slowest ${at(1)} ms`,
    );
  }
}

function grown(catalog: Catalog, size: number): Catalog {
  const missions = new Map(catalog.missions);
  const originals = [...catalog.missions.values()];
  for (let round = 1; missions.size + catalog.taskForces.size < size; round++) {
    for (const mission of originals) {
      if (missions.size + catalog.taskForces.size >= size) break;
      const words = mission.title
        .split(" ")
        .map((word, at) => (at % 2 ? word : `${word.slice(2)}${word.slice(0, 2)}`));
      const slug = `${mission.slug}-${round}`;
      missions.set(slug, {
        ...mission,
        slug,
        title: `${words.toReversed().join(" ")} ${"aeiou".charAt(round)}${round}`,
      });
    }
  }
  return { ...catalog, missions };
}

async function timed<T>(work: () => T | Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
  const start = performance.now();
  const value = await work();
  return { value, ms: performance.now() - start };
}

function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
