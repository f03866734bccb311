/**
 * Backs up N times while another process writes, and looks what each copy is worth.
 *
 *     node src/start.mjs tests/proof/backups.ts 50
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { backUpWhileWriting } from "../store/copying.ts";

const folder = mkdtempSync(join(tmpdir(), "away-team-backups-"));
try {
  const { backups, changes, broken, halves, behind, backwards } = await backUpWhileWriting(
    folder,
    Number(process.argv[2] ?? 50),
  );
  console.log(
    `backup while writing: N=${backups} over ${changes} changes: ${broken} not whole, ${halves} half changes, ` +
      `${behind} without an acknowledged change, ${backwards} older than the one before`,
  );
  process.exitCode = broken + halves + behind + backwards === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
