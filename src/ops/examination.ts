import { existsSync, readFileSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { type Config, ConfigError, readConfig } from "../config.ts";
import { identifyBudget } from "../discord/identify-budget.ts";
import { inspectDiscord } from "../discord/inspect.ts";
import { kinds } from "../kinds.ts";
import { commandsOf } from "../registry.ts";
import { examineStore } from "../store/examine.ts";
import { type Place, storePlace } from "../store/store-url.ts";
import { withoutSecrets } from "./log.ts";
import { placeIn } from "./place.ts";

/** One line of the doctor's. */
export interface Line {
  readonly isWell: boolean;
  readonly about: string;
  /** What is so, and for a problem what to do. */
  readonly says: string;
}

type Env = Readonly<Record<string, string | undefined>>;

const NEEDED_MAJOR = 26;
const PROJECT = join(import.meta.dirname, "../..");
/** With less than this nobody knows whether the next change fits. */
const LEAST_FREE_MB = 100;
/** Discord resets the token of a bot that uses up its logins. */
const FEW_LOGINS = 20;

/** Everything that Away Team needs, one after the other. Safe while it runs: nothing is written, and nobody logs in. */
export async function* examine(env: Env): AsyncGenerator<Line> {
  yield versions();
  const config = configured(env);
  if (config instanceof ConfigError) {
    for (const problem of config.problems)
      yield bad("configuration", withoutSecrets(problem, env["DISCORD_TOKEN"]));
    yield bad("the rest", "was not looked at. Put the configuration right first; .env.example describes it.");
    return;
  }
  yield well("configuration", config.token === undefined ? WITHOUT_TOKEN : "every setting makes sense.");
  const place = placeIn(env);
  yield folder(place.dataDir);
  yield* store(place);
  if (config.token !== undefined)
    for await (const line of discord({ ...config, token: config.token }))
      yield { ...line, says: withoutSecrets(line.says, config.token) };
}

const WITHOUT_TOKEN =
  "every setting makes sense. There is no DISCORD_TOKEN, so a start opens the sandbox, and Discord is not asked.";

function versions(): Line {
  const { version } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")) as { version: string };
  const node = process.versions.node;
  const isOwn = process.execPath.includes("node_modules");
  const running = `Away Team ${version} on Node ${node} (${isOwn ? "brought along by npm ci" : process.execPath}), ${process.platform}-${process.arch}.`;
  return Number.parseInt(node, 10) >= NEEDED_MAJOR
    ? well("versions", running)
    : bad("versions", `${running} It needs Node ${NEEDED_MAJOR} or newer: run "npm ci", or install one.`);
}

function configured(env: Env): Config | ConfigError {
  try {
    return readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
}

/** The configuration has seen that it can be written to. */
function folder(dataDir: string): Line {
  if (!existsSync(dataDir)) return well("data folder", `${dataDir} is made at the first start.`);
  const { bavail, bsize } = statfsSync(dataDir);
  const freeMb = Math.floor((bavail * bsize) / 1024 ** 2);
  const says = `${dataDir} has ${freeMb} MB free.`;
  return freeMb >= LEAST_FREE_MB ? well("data folder", says) : bad("data folder", `${says} Make room.`);
}

async function* store(place: Place): AsyncGenerator<Line> {
  const { documents, guilds, problems } = await examineStore(place, kinds);
  if (problems[0]?.reason === "missing" && isFresh(place)) {
    yield well("store", `nothing is kept yet; ${nameOf(place)} is made at the first start.`);
    return;
  }
  for (const problem of problems) yield bad("store", problem.message);
  if (problems.length === 0)
    yield well(
      "store",
      `${counted(documents, "document")} of ${counted(guilds, "server")} in ${nameOf(place)}, and all can be read.`,
    );
}

function nameOf(place: Place): string {
  const where = storePlace(place);
  return where.database === "sqlite" ? where.file : "PostgreSQL";
}

/** A lock beside a file that is not there means that there was one. */
function isFresh(place: Place): boolean {
  const where = storePlace(place);
  return where.database === "sqlite" && !existsSync(`${where.file}.lock`);
}

async function* discord(config: Config & { readonly token: string }): AsyncGenerator<Line> {
  const definitions = commandsOf({} as Parameters<typeof commandsOf>[0]).map(({ definition }) => definition);
  const found = await inspectDiscord(config, definitions).catch((error: Error) => error);
  if (found instanceof Error) {
    yield bad("Discord", found.message);
    return;
  }
  const { bot, shards } = found;
  yield well(
    "Discord",
    `the token is good; the bot is ${bot.name} (${bot.id}), ${counted(shards, "shard")} recommended.`,
  );
  yield logins(found.logins, config.dataDir);
  yield COMMANDS[found.commands];
}

function logins(
  { left, total, resetAfterMs }: { left: number; total: number; resetAfterMs: number },
  dataDir: string,
): Line {
  const says = `Discord allows ${left} of ${total} more today.`;
  const own = identifyBudget(join(dataDir, "identifies.json"), Date.now, () => {});
  const waitMs = Math.max(own.nextAt() - Date.now(), left < FEW_LOGINS ? resetAfterMs : 0);
  if (waitMs <= 0) return well("logins", says);
  const hours = Math.ceil(waitMs / 3_600_000);
  return bad(
    "logins",
    `${says} Something starts Away Team again and again: look at its log, and start it once in ${counted(hours, "hour")}.`,
  );
}

const COMMANDS = {
  current: well("commands", "those that Discord holds are those of this version."),
  other: bad(
    "commands",
    "Discord holds those of another version. Start this one: it writes them within a minute.",
  ),
  missing: bad("commands", "Discord holds none. Start Away Team: it writes them within a minute."),
  "no-such-server": bad(
    "commands",
    "the server that DISCORD_GUILD_ID names does not take commands. Check the id, and invite the bot there with the applications.commands scope.",
  ),
} as const;

function well(about: string, says: string): Line {
  return { isWell: true, about, says };
}

function bad(about: string, says: string): Line {
  return { isWell: false, about, says };
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}
