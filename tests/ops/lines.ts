import { type LogLevel, createLog as logTo } from "../../src/ops/log.ts";

export interface Line {
  readonly msg: string;
  readonly [field: string]: unknown;
}

/** A log whose lines can be read back. */
export function createLog(level: LogLevel, token: string) {
  const lines: string[] = [];
  return { log: logTo(level, token, { write: (line) => lines.push(line) }), text: () => lines.join("") };
}
