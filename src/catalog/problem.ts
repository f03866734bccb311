/** Something wrong with a record, at a place in it. */
export interface Finding {
  /** Relative to the data folder: `missions/gamma-quadrant/home.json`. */
  readonly file: string;
  readonly at: readonly PropertyKey[];
  readonly problem: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** A finding as a contributor reads it. */
export interface Problem extends Omit<Finding, "at"> {
  readonly line?: number | undefined;
  /** The place in the record: `events.0.ends`; empty for the record as a whole. */
  readonly path: string;
}

export function problemLine({ file, line, path, problem, remedy }: Problem): string {
  const place = [line === undefined ? file : `${file}:${line}`, path].filter(Boolean).join(": ");
  return `${place}: ${problem} ${remedy}`;
}

/** Carries every problem at once, so that one look is enough to mend them all. */
export class CatalogError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    super(`The catalogue has ${count}:\n${problems.map(problemLine).join("\n")}`);
    this.name = "CatalogError";
    this.problems = problems;
  }
}
