export type StoreReason =
  /** The database does not answer, or answers with an error of its own. */
  | "unreachable"
  | "too-slow"
  | "full"
  | "locked"
  | "read-only"
  /** The file or the folder is not there. */
  | "missing"
  /** The file is broken, or is no database of Away Team. */
  | "damaged"
  | "foreign"
  /** A document that cannot be understood, or was written by a newer Away Team. */
  | "unreadable"
  | "newer"
  /** A change that made something its schema refuses. */
  | "invalid"
  /** Others kept changing the document first. */
  | "contended"
  | "closed"
  /** Another process holds the data. */
  | "in-use"
  | "misconfigured";

interface Trouble {
  readonly reason: StoreReason;
  /** What it is about, in an operator's words: `The data file /data/away-team.sqlite`. Never holds a password. */
  readonly origin: string;
  readonly problem: string;
  /** What to do about it. */
  readonly remedy: string;
  /**
   * "unknown" when the database went away in the middle of a write: then the change is either kept as a whole or
   * lost as a whole. "no" in every other case.
   */
  readonly saved?: "no" | "unknown";
  readonly cause?: unknown;
}

/** The store could not do what it was asked to. It never answers "nothing there" instead. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly reason: StoreReason;
  readonly origin: string;
  readonly problem: string;
  readonly remedy: string;
  readonly saved: "no" | "unknown";

  constructor({ reason, origin, problem, remedy, saved = "no", cause }: Trouble) {
    super(`${origin} ${problem} ${remedy}`, cause === undefined ? undefined : { cause });
    this.reason = reason;
    this.origin = origin;
    this.problem = problem;
    this.remedy = remedy;
    this.saved = saved;
  }
}

/** What an unforeseen failure says of itself, in one line and without a password. */
export function inWords(error: unknown): string {
  const words = error instanceof Error ? error.message || error.name : String(error);
  return words.replace(/\s+/g, " ").replace(/:\/\/[^@\s/]*@/g, "://");
}
