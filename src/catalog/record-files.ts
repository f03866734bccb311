import { hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

/** A file of the data folder, named relative to it with forward slashes. */
export interface RecordFile {
  readonly file: string;
  readonly text: string;
}

const SINGLE_FILES = ["arcs.json", "events.json", "game.json", "sentences.json"];
const RECORD_FOLDERS = ["missions", "task-forces"];

export function readRecordFiles(directory: string): RecordFile[] {
  const records = RECORD_FOLDERS.flatMap((folder) => jsonFilesIn(join(directory, folder), folder));
  return [...SINGLE_FILES, ...records].map((file) => ({
    file,
    text: readFileSync(join(directory, file), "utf8"),
  }));
}

/** Changes whenever a record changes, or the code that checks records does. */
export function fingerprint(files: readonly RecordFile[]): string {
  const code = readdirSync(import.meta.dirname)
    .sort()
    .map((name) => readFileSync(join(import.meta.dirname, name), "utf8"));
  return hash("sha256", [...files.flatMap(({ file, text }) => [file, text]), ...code].join("\0"));
}

function jsonFilesIn(directory: string, folder: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => `${folder}/${name.replaceAll(sep, "/")}`)
    .sort();
}
