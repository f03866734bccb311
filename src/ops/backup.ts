import { backUp } from "../store/backup.ts";
import { operate } from "./operate.ts";

operate('Name the file to write: npm run backup -- "backups/$(date +%F).sqlite"', (place, file) => {
  const { dataFile, backup, bytes } = backUp(place, file);
  return `${dataFile} is backed up in ${backup} (${bytes} bytes, checked).`;
});
