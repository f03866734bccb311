import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Discord resets the token of a bot that identifies 1,000 times in a day; something is broken long before that. */
export const IDENTIFIES_A_DAY = 200;

/** Counts identifies over the last 24 hours, and remembers them over restarts: a crash loop counts too. */
export interface IdentifyBudget {
  /** False when the day's identifies are used up; then nothing is counted. */
  spend(): boolean;
  /** Epoch ms at which the next one is free. */
  nextAt(): number;
}

/** What cannot be written down still counts while the process lives; `onUnwritten` hears why. */
export function identifyBudget(
  file: string,
  now: () => number,
  onUnwritten: (error: unknown) => void,
): IdentifyBudget {
  let spentAt = readSpent(file);
  const recent = () => spentAt.filter((at) => at > now() - DAY_MS && at <= now());

  return {
    spend: () => {
      spentAt = recent();
      if (spentAt.length >= IDENTIFIES_A_DAY) return false;
      spentAt = [...spentAt, now()];
      try {
        writeSpent(file, spentAt);
      } catch (error) {
        onUnwritten(error);
      }
      return true;
    },
    nextAt: () => {
      const used = recent();
      return used.length < IDENTIFIES_A_DAY ? now() : (used[0] ?? now()) + DAY_MS;
    },
  };
}

function readSpent(file: string): readonly number[] {
  try {
    const saved: unknown = JSON.parse(readFileSync(file, "utf8"));
    return Array.isArray(saved) ? saved.filter((at) => typeof at === "number") : [];
  } catch {
    return [];
  }
}

function writeSpent(file: string, spentAt: readonly number[]): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(spentAt));
  renameSync(`${file}.new`, file);
}
