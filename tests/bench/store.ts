/**
 * What a change costs: one document of 10 KB on SQLite with FULL sync, and 500 clicks on one document on a disk whose
 * sync takes 20 ms.
 *
 *     node src/start.mjs tests/bench/store.ts [changes]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { createStore } from "../../src/store/create-store.ts";
import { guildKey } from "../../src/store/document-key.ts";
import { documentKind } from "../../src/store/document-kind.ts";
import type { Driver } from "../../src/store/driver.ts";
import { openStore } from "../../src/store/open-store.ts";
import { sqliteDriver } from "../../src/store/sqlite-driver.ts";

const CHANGES = Number(process.argv[2] ?? 2_000);
const CLICKS = 500;
const SYNC_MS = 20;
const SPREAD_MS = 200;
const KEY = guildKey("100000000000000001", "run", "r42");

const signup = z.object({
  userId: z.string(),
  name: z.string(),
  role: z.enum(["tank", "science"]),
  order: z.number(),
});
const run = z.object({
  title: z.string(),
  clicks: z.number().int(),
  signups: z.array(signup.readonly()).readonly(),
});
type Run = Readonly<z.infer<typeof run>>;

const signups = Array.from({ length: 95 }, (_, order) => ({
  userId: String(200_000_000_000_000_000 + order),
  name: `Captain ${order} of the USS ${"Enterprise".repeat(2)}`,
  role: order % 2 === 0 ? ("tank" as const) : ("science" as const),
  order,
}));
const runs = documentKind<Run>({
  name: "run",
  version: 1,
  schema: run,
  initial: { title: "Operation Return", clicks: 0, signups },
});
const clicked = (before: Run): Run => ({ ...before, clicks: before.clicks + 1 });

const folder = mkdtempSync(join(tmpdir(), "away-team-bench-"));
try {
  await oneAfterTheOther();
  await allAtOnce();
} finally {
  rmSync(folder, { recursive: true });
}

async function oneAfterTheOther(): Promise<void> {
  const store = await openStore({ storeUrl: undefined, dataDir: folder });
  for (let warm = 0; warm < 200; warm++) await store.update(KEY, runs, clicked);
  const bytes = JSON.stringify(await store.read(KEY, runs)).length;

  const times: number[] = [];
  const cpuBefore = process.cpuUsage();
  for (let change = 0; change < CHANGES; change++) {
    const startedAt = performance.now();
    await store.update(KEY, runs, clicked);
    times.push(performance.now() - startedAt);
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  times.sort((one, other) => one - other);
  const at = (part: number) => `${times[Math.floor(times.length * part)]?.toFixed(3)} ms`;
  console.log(
    `one change to a document of ${bytes} bytes, SQLite with FULL sync, N=${CHANGES}: median ${at(0.5)}, ` +
      `p99 ${at(0.99)}, CPU ${((user + system) / CHANGES).toFixed(0)} µs`,
  );
  await store.close();
}

async function allAtOnce(): Promise<void> {
  const slow = slowly(await sqliteDriver(join(folder, "slow.sqlite")));
  const store = createStore(slow.driver, { writer: "bench", isAlone: true });
  const startedAt = performance.now();
  /** Each click comes on its own, as from a socket of its own, over a fifth of a second. */
  const answers = Array.from(
    { length: CLICKS },
    (_, click) =>
      new Promise<number>((resolve, reject) => {
        setTimeout(
          () => store.update(KEY, runs, clicked).then(() => resolve(performance.now() - startedAt), reject),
          (click / CLICKS) * SPREAD_MS,
        );
      }),
  );
  const latest = Math.max(...(await Promise.all(answers)));
  const { clicks } = await store.read(KEY, runs);
  console.log(
    `${CLICKS} clicks on one document within ${SPREAD_MS} ms, each sync ${SYNC_MS} ms: the last is acknowledged after ${latest.toFixed(0)} ms, ` +
      `in ${slow.writes()} writes; ${clicks} are kept`,
  );
  await store.close();
}

/** The same database on a disk that takes its time, and stops everything else meanwhile, as a synchronous driver does. */
function slowly(driver: Driver): { readonly driver: Driver; writes(): number } {
  let writes = 0;
  const sync = <T>(written: T): T => {
    writes++;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, SYNC_MS);
    return written;
  };
  return {
    writes: () => writes,
    driver: {
      ...driver,
      insert: (key, text) => driver.insert(key, text).then(sync),
      replace: (key, was, text) => driver.replace(key, was, text).then(sync),
    },
  };
}
