import { restore } from "../store/restore.ts";
import { operate } from "./operate.ts";

operate("Name the backup to bring back: npm run restore -- backups/2026-11-20.sqlite", (place, file) => {
  const { dataFile, keptAs } = restore(place, file);
  const before =
    keptAs === undefined ? "" : ` What was there is kept as ${keptAs}; delete it when you do not need it.`;
  return `${dataFile} holds the backup again.${before}`;
});
