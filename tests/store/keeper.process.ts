/**
 * A process that keeps a store open and writes to it as fast as it can, for tests that kill it, fill its disk or open
 * its data twice. Says `native modules: …` and `ready`, then `saved <guild> <count>` for each change that was acknowledged, `refused <reason>
 * <saved>` for each that was not, and `cannot: <sentence>` when it could not start.
 *
 *     node keeper.process.ts <data folder> [idle]
 */
import { writeSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { openStore } from "../../src/store/open-store.ts";
import { StoreError } from "../../src/store/store-error.ts";
import { counted, GUILDS, tallies, tallyKey } from "./tally.ts";

const [, , dataDir = "", mode] = process.argv;
const say = (line: string) => writeSync(1, `${line}\n`);
const sentenceOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

const nativeModules = () =>
  (
    process.report.getReport() as unknown as { readonly sharedObjects: readonly string[] }
  ).sharedObjects.filter((file) => file.endsWith(".node"));

try {
  const store = await openStore({ storeUrl: undefined, dataDir });
  say(`native modules: ${nativeModules().join(", ") || "none"}`);
  say("ready");
  if (mode === "idle") await wait(60_000);
  process.on("SIGTERM", () => void store.close().then(() => process.exit(0)));
  await Promise.all(GUILDS.flatMap((guildId) => [1, 2, 3, 4].map(() => clickOn(guildId))));

  async function clickOn(guildId: string): Promise<void> {
    for (;;) {
      try {
        const { count } = await store.update(tallyKey(guildId), tallies, counted);
        say(`saved ${guildId} ${count}`);
      } catch (error) {
        if (!(error instanceof StoreError) || error.reason === "closed") return;
        say(`refused ${error.reason} ${error.saved} ${error.message}`);
        await wait(20);
      }
    }
  }
} catch (error) {
  say(`cannot: ${sentenceOf(error)}`);
  process.exitCode = 1;
}
