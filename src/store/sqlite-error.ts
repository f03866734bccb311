import { inWords, StoreError, type StoreReason } from "./store-error.ts";

type Explanation = readonly [reason: StoreReason, problem: string, remedy: string];

const RESTORE = 'Stop Away Team, keep a copy of the file, and run "npm run restore -- BACKUP".';
const BY_ITSELF = "Away Team goes on by itself after that.";

/** SQLite's primary result codes, as far as an operator can do something about them. */
const EXPLANATIONS: Readonly<Record<number, Explanation>> = {
  5: ["locked", "is locked by another program.", `Close what else has it open. ${BY_ITSELF}`],
  6: ["locked", "is locked by another program.", `Close what else has it open. ${BY_ITSELF}`],
  8: ["read-only", "may not be written to.", "Let Away Team's user write to the file and to its folder."],
  10: [
    "unreachable",
    "could not be read or written: the disk failed or is full.",
    `Look at the disk. ${BY_ITSELF}`,
  ],
  11: ["damaged", "is damaged.", RESTORE],
  13: ["full", "cannot grow: the disk is full.", `Free some space. ${BY_ITSELF}`],
  14: [
    "missing",
    "could not be opened.",
    "Look whether its folder exists and whether Away Team's user may write to it.",
  ],
  26: [
    "foreign",
    "is no SQLite database.",
    `Name another file in STORE_URL, or restore a backup: ${RESTORE}`,
  ],
};

/** SQLite undoes a statement that fails, so nothing was saved. */
export function sqliteError(origin: string, error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const code = (error as { readonly errcode?: unknown } | null)?.errcode;
  const known = typeof code === "number" ? EXPLANATIONS[code & 0xff] : undefined;
  const [reason, problem, remedy] = known ?? [
    "unreachable",
    "failed.",
    "Away Team goes on by itself when it works again.",
  ];
  const words = inWords(error);
  return new StoreError({
    reason,
    origin,
    problem: problem.replace(/\.$/, ` (${words}).`),
    remedy,
    cause: error,
  });
}
