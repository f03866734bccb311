import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import { openStore } from "../../src/store/open-store.ts";
import { acknowledged, keep } from "./keeping.ts";
import { GUILDS, isWhole, tallies, tallyKey } from "./tally.ts";

export interface Toll {
  readonly kills: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly halves: number;
  readonly broken: number;
}

/** Kills a writing process with -9 again and again, at moments that follow from the seed, and counts what was lost. */
export async function killWhileWriting(dataDir: string, kills: number, seed: number): Promise<Toll> {
  const moment = moments(seed);
  const toll = { kills, acknowledged: 0, lost: 0, halves: 0, broken: 0 };
  const before = new Map<string, number>(GUILDS.map((guildId) => [guildId, 0]));
  for (let kill = 0; kill < kills; kill++) {
    const keeping = keep(dataDir);
    await keeping.says("saved");
    await wait(moment());
    await keeping.stop("SIGKILL");
    const acks = acknowledged(keeping.lines());

    const database = new DatabaseSync(join(dataDir, "away-team.sqlite"));
    const verdict = database.prepare("PRAGMA integrity_check").get()?.["integrity_check"];
    database.close();
    if (verdict !== "ok") toll.broken++;

    const store = await openStore({ storeUrl: undefined, dataDir });
    for (const guildId of GUILDS) {
      const tally = await store.read(tallyKey(guildId), tallies);
      const ack = acks.get(guildId) ?? before.get(guildId) ?? 0;
      toll.acknowledged += ack - (before.get(guildId) ?? 0);
      toll.lost += Math.max(0, ack - tally.count);
      if (!isWhole(tally)) toll.halves++;
      before.set(guildId, tally.count);
    }
    await store.close();
  }
  return toll;
}

/** From 0 to 150 ms, the same for the same seed. */
function moments(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state / 2 ** 32) * 150;
  };
}
