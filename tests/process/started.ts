import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll } from "vitest";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";

const ROOT = join(import.meta.dirname, "../..");

/** Shared by all, so that not every process compiles everything anew. */
const COMPILE_CACHE = join(tmpdir(), "away-team-tests-compile-cache");

const children = new Set<ChildProcess>();
const folders = new Set<string>();
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

/** What `npm start` runs, as a process of its own. */
export interface Started {
  readonly child: ChildProcess;
  stdout(): string;
  stderr(): string;
  kill(signal: NodeJS.Signals): void;
  /** Resolves with the exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

type Env = Readonly<Record<string, string | undefined>>;

interface How {
  readonly env?: Env;
  /** Where `.env` is looked for; a folder of its own. */
  readonly cwd?: string;
  /** What Node runs; `src/start.mjs src/main.ts` when left out. */
  readonly line?: readonly string[];
  readonly node?: string;
  /** A process group of its own, as a terminal makes one. */
  readonly detached?: boolean;
}

export const START = [join(ROOT, "src/start.mjs"), join(ROOT, "src/main.ts")];

export function start({
  env = {},
  cwd,
  line = START,
  node = process.execPath,
  detached = false,
}: How): Started {
  const child = spawn(node, [...line], {
    cwd: cwd ?? folder(),
    detached,
    env: { PATH: process.env["PATH"], DATA_DIR: folder(), NODE_COMPILE_CACHE: COMPILE_CACHE, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (chunk) => {
    stdout += String(chunk);
  });
  child.stderr?.on("data", (chunk) => {
    stderr += String(chunk);
  });
  children.add(child);
  return {
    child,
    stdout: () => stdout,
    stderr: () => stderr,
    kill: (signal) => {
      if (detached && child.pid !== undefined) process.kill(-child.pid, signal);
      else child.kill(signal);
    },
    ended: once(child, "close").then(([code, signal]) => (code ?? signal) as number | string),
  };
}

/** An empty folder that is gone after the tests. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "away-team-process-"));
  folders.add(made);
  return made;
}

export function on(sandbox: Sandbox, more: Env = {}): Env {
  return { DISCORD_TOKEN: sandbox.token, DISCORD_API_URL: sandbox.apiUrl, ...more };
}

export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(5);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
