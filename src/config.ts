import { accessSync, constants, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { dataDirOf } from "./data-dir.ts";
import { type LogLevel, logLevels, withoutSecrets } from "./ops/log.ts";

/** What an operator decides, read once at the start. */
export interface Config {
  /** Missing when the sandbox stands in for Discord. */
  readonly token: string | undefined;
  /** Ends in `/api`, with no version. */
  readonly apiUrl: string;
  /** Commands are registered in this server alone, and so in no direct message; else everywhere. */
  readonly guildId: string | undefined;
  readonly dataDir: string;
  /** Where documents are kept: `sqlite://PATH` or `postgres://…`; a file in `dataDir` when missing. */
  readonly storeUrl: string | undefined;
  readonly logLevel: LogLevel;
  /** `undefined` takes the number that Discord recommends. */
  readonly shardCount: number | undefined;
  /** The shards of this process; all of them when missing. */
  readonly shardIds: readonly number[] | undefined;
  readonly sandboxPort: number;
  /** Domain time follows this socket instead of the machine's clock. Rehearsals only. */
  readonly clockUrl: string | undefined;
}

/** Every problem of the environment at once, in sentences for the operator. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

type Env = Readonly<Record<string, string | undefined>>;

const DISCORD = "https://discord.com/api";
const SNOWFLAKE = /^\d{17,20}$/;

/** Throws `ConfigError` when anything is wrong. An empty variable counts as missing, except for the token. */
export function readConfig(env: Env): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = environment.safeParse(given);
  const token = readToken(env);
  const problems = [
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => inWords(issue, env))),
    ...("problem" in token ? [token.problem] : []),
    ...dataDirProblems(dataDirOf(env)),
    ...contradictions(given),
  ];
  if (!parsed.success || "problem" in token || problems.length > 0) throw new ConfigError(problems);

  const { data } = parsed;
  return {
    token: token.value,
    apiUrl: data.DISCORD_API_URL.replace(/\/+$/, ""),
    guildId: data.DISCORD_GUILD_ID,
    dataDir: dataDirOf(env),
    storeUrl: data.STORE_URL,
    logLevel: data.LOG_LEVEL ?? (token.value === undefined ? "warn" : "info"),
    shardCount: data.SHARD_COUNT === "auto" ? undefined : data.SHARD_COUNT,
    shardIds: data.SHARD_IDS,
    sandboxPort: data.SANDBOX_PORT,
    clockUrl: data.CLOCK_URL,
  };
}

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .refine((number) => number >= min && number <= max);

const REMEDIES = {
  DISCORD_API_URL: "Use an http or https address that ends in /api, or leave it out for Discord itself.",
  DISCORD_GUILD_ID:
    "Use the server's id, 17 to 20 digits: turn on Developer Mode in Discord, right-click the server, Copy Server ID.",
  LOG_LEVEL: `Use one of ${logLevels.join(", ")}.`,
  SHARD_COUNT: 'Use "auto" or a whole number from 1 to 10000.',
  SHARD_IDS: "Use numbers with commas between them, counted from 0: 0,1,2.",
  STORE_URL:
    "Use sqlite:// and the path of a file, or postgres://USER:PASSWORD@HOST/DATABASE, or leave it out for a file in DATA_DIR.",
  SANDBOX_PORT: "Use a port from 0 to 65535; 0 takes any free one.",
  CLOCK_URL: "Use a ws:// address on 127.0.0.1, or leave it out.",
} as const;

const environment = z.object({
  DISCORD_API_URL: z
    .string()
    .regex(/^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?\/api\/?$/)
    .default(DISCORD),
  DISCORD_GUILD_ID: z.string().regex(SNOWFLAKE).optional(),
  LOG_LEVEL: z.enum(logLevels).optional(),
  SHARD_COUNT: z.literal("auto").or(wholeNumber(1, 10_000)).default("auto"),
  SHARD_IDS: z
    .string()
    .regex(/^\d{1,5}( *, *\d{1,5})*$/)
    .transform((list) => [...new Set(list.split(",").map(Number))])
    .optional(),
  STORE_URL: z
    .string()
    .regex(/^(sqlite:\/\/.|postgres(ql)?:\/\/\S)/)
    .optional(),
  SANDBOX_PORT: wholeNumber(0, 65_535).default(4680),
  CLOCK_URL: z
    .string()
    .regex(/^ws:\/\/127\.0\.0\.1:\d+\//)
    .optional(),
});

function inWords(issue: z.core.$ZodIssue, env: Env): string {
  const variable = String(issue.path[0]) as keyof typeof REMEDIES;
  const seen = variable === "STORE_URL" ? withoutPassword(env[variable]) : env[variable];
  return `${variable} is ${withoutSecrets(JSON.stringify(seen), env["DISCORD_TOKEN"])}. ${REMEDIES[variable]}`;
}

/** A database's address may hold a password anywhere behind its scheme. */
function withoutPassword(url = ""): string {
  return url.replace(/^([^:]*:\/{0,2}).*$/s, "$1…");
}

/** Told even when other variables are wrong: every problem at once. */
function contradictions(given: Env): readonly string[] {
  const shards = environment.pick({ SHARD_COUNT: true, SHARD_IDS: true }).safeParse(given);
  if (!shards.success || shards.data.SHARD_IDS === undefined) return [];
  const { SHARD_COUNT, SHARD_IDS } = shards.data;
  if (SHARD_COUNT === "auto")
    return ["SHARD_IDS is set, but SHARD_COUNT is not. Set SHARD_COUNT to the number of all shards."];
  const beyond = SHARD_IDS.filter((id) => id >= SHARD_COUNT);
  return beyond.length === 0
    ? []
    : [
        `SHARD_IDS names ${beyond.join(", ")}, but with SHARD_COUNT ${SHARD_COUNT} the last shard is ${SHARD_COUNT - 1}.`,
      ];
}

type Token = { readonly value: string | undefined } | { readonly problem: string };

const HOW_TO_GET_ONE =
  "Copy it from the Bot page of your application in Discord's developer portal (README, Go live on Discord).";

function readToken(env: Env): Token {
  const { DISCORD_TOKEN: inline, DISCORD_TOKEN_FILE: file, NODE_ENV: mode } = env;
  if (inline !== undefined && file !== undefined) {
    return { problem: "DISCORD_TOKEN and DISCORD_TOKEN_FILE are both set. Keep one of them." };
  }
  if (inline !== undefined) return checkToken("DISCORD_TOKEN", inline);
  if (file !== undefined) return tokenFromFile(file);
  if (opensSandbox(env)) return { value: undefined };
  return {
    problem: `DISCORD_TOKEN is missing, and NODE_ENV is "${mode}": the sandbox is for development only. ${HOW_TO_GET_ONE}`,
  };
}

function tokenFromFile(file: string): Token {
  if (!existsSync(file)) return { problem: `DISCORD_TOKEN_FILE names "${file}", which does not exist.` };
  try {
    return checkToken(`The file of DISCORD_TOKEN_FILE, "${file}",`, readFileSync(file, "utf8").trim());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: `DISCORD_TOKEN_FILE names "${file}", which cannot be read: ${reason}.` };
  }
}

/** The token itself is never repeated in a message. */
function checkToken(where: string, token: string): Token {
  if (token === "")
    return { problem: `${where} is empty. Fill it in, or remove it to try the sandbox. ${HOW_TO_GET_ONE}` };
  if (/^Bot /i.test(token))
    return { problem: `${where} begins with "Bot ". Leave that word out; Away Team adds it.` };
  if (/[\s"']/.test(token)) return { problem: `${where} has spaces or quotes in it. ${HOW_TO_GET_ONE}` };
  return { value: token };
}

/** True where a start is a rehearsal: without a token, and with no mode but development. */
export function opensSandbox({
  DISCORD_TOKEN: inline,
  DISCORD_TOKEN_FILE: file,
  NODE_ENV: mode,
}: Env): boolean {
  return inline === undefined && file === undefined && (!mode || mode === "development");
}

/** Where the sandbox keeps what it writes, apart from a real bot's data. */
export function sandboxDataDir({ dataDir }: Pick<Config, "dataDir">): string {
  return join(dataDir, "sandbox");
}

/** What keeps this folder from being written to, or nothing. It is made when it is missing. */
function dataDirProblems(dataDir: string): readonly string[] {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      `DATA_DIR is "${dataDir}", which Away Team cannot write to (${reason}). Use a folder of its own that it may write to.`,
    ];
  }
}
