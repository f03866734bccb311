import { spawn } from "node:child_process";
import { join } from "node:path";

/** A keeper, from outside. */
export interface Keeping {
  readonly pid: number;
  /** Everything it has said so far, line by line. */
  lines(): readonly string[];
  /** Resolves when a line begins so; rejects when it ends before. */
  says(beginning: string): Promise<string>;
  stop(signal: NodeJS.Signals): Promise<number | null>;
  readonly ended: Promise<number | null>;
}

export function keep(
  dataDir: string,
  options: { readonly mode?: "idle"; readonly shell?: string } = {},
): Keeping {
  const command = [
    process.execPath,
    join(import.meta.dirname, "keeper.process.ts"),
    dataDir,
    options.mode ?? "",
  ];
  const child =
    options.shell === undefined
      ? spawn(command[0] ?? "", command.slice(1), { stdio: ["ignore", "pipe", "pipe"] })
      : spawn("sh", ["-c", `${options.shell}; exec "$@"`, "sh", ...command], {
          stdio: ["ignore", "pipe", "pipe"],
        });
  let said = "";
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      for (const listener of listeners) listener();
    });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  /** The last line may be cut off in the middle. */
  const lines = () => said.split("\n").slice(0, -1);

  return {
    pid: child.pid ?? 0,
    lines,
    ended,
    says: (beginning) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const line = lines().find((one) => one.startsWith(beginning));
          if (line !== undefined) resolve(line);
        };
        listeners.add(look);
        look();
        void ended.then(() => reject(new Error(`The keeper ended without "${beginning}": ${said}`)));
      }),
    stop: async (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

/** The highest count that the keeper acknowledged for each guild. */
export function acknowledged(lines: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const [, guildId, count] = /^saved (\d+) (\d+)$/.exec(line) ?? [];
    if (guildId !== undefined) counts.set(guildId, Math.max(counts.get(guildId) ?? 0, Number(count)));
  }
  return counts;
}
