import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { backUp } from "../../src/store/backup.ts";
import { examineStore } from "../../src/store/examine.ts";
import { openStore } from "../../src/store/open-store.ts";
import { acknowledged, keep } from "./keeping.ts";
import { GUILDS, isWhole, tallies, tallyKey } from "./tally.ts";

export interface Copies {
  readonly backups: number;
  /** Changes in the last backup. */
  readonly changes: number;
  readonly broken: number;
  readonly halves: number;
  /** Lacked something that was acknowledged before it was made. */
  readonly behind: number;
  /** Were older than the backup before. */
  readonly backwards: number;
}

/** Backs up again and again while another process writes, and looks what each copy is worth. */
export async function backUpWhileWriting(dataDir: string, backups: number): Promise<Copies> {
  const place = { storeUrl: undefined, dataDir };
  const keeping = keep(dataDir);
  await Promise.all(GUILDS.map((guildId) => keeping.says(`saved ${guildId}`)));

  const result = { backups, changes: 0, broken: 0, halves: 0, behind: 0, backwards: 0 };
  let before: ReadonlyMap<string, number> = new Map();
  for (let number = 0; number < backups; number++) {
    const acks = acknowledged(keeping.lines());
    const copy = { storeUrl: `sqlite://${join(dataDir, `backup-${number}.sqlite`)}`, dataDir };
    backUp(place, join(dataDir, `backup-${number}.sqlite`));
    await wait(20);

    const { guilds, problems } = await examineStore(copy, [tallies]);
    if (guilds !== GUILDS.length || problems.length > 0) result.broken++;
    const counts = new Map<string, number>();
    const store = await openStore(copy);
    for (const guildId of GUILDS) {
      const tally = await store.read(tallyKey(guildId), tallies);
      if (!isWhole(tally)) result.halves++;
      if (tally.count < (acks.get(guildId) ?? 0)) result.behind++;
      if (tally.count < (before.get(guildId) ?? 0)) result.backwards++;
      counts.set(guildId, tally.count);
    }
    await store.close();
    before = counts;
  }
  await keeping.stop("SIGTERM");
  result.changes = [...before.values()].reduce((sum, count) => sum + count, 0);
  return result;
}
