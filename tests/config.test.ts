import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type Config, ConfigError, readConfig } from "../src/config.ts";

const FOLDER = mkdtempSync(join(tmpdir(), "away-team-config-"));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

const TOKEN = "MTEwMDAwMDAwMDAwMDAwMDAwMQ.Gabcde.aVeryLongSecretThatNobodyMayEverSee";

type Env = Readonly<Record<string, string | undefined>>;

function read(env: Env): Config {
  return readConfig({ DATA_DIR: FOLDER, ...env });
}

function problemsOf(env: Env): readonly string[] {
  try {
    read(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

test("with a token alone everything else is decided", () => {
  expect(read({ DISCORD_TOKEN: TOKEN })).toMatchObject({
    token: TOKEN,
    apiUrl: "https://discord.com/api",
    guildId: undefined,
    dataDir: FOLDER,
    logLevel: "info",
    shardCount: undefined,
    shardIds: undefined,
    sandboxPort: 4680,
    clockUrl: undefined,
  });
});

test("without a token the log is quieter, because a person reads it", () => {
  expect(read({})).toMatchObject({ token: undefined, logLevel: "warn" });
});

test("every variable is read", () => {
  expect(
    read({
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: "http://proxy:8080/discord/api/",
      DISCORD_GUILD_ID: "1300000000000000000",
      LOG_LEVEL: "debug",
      SHARD_COUNT: "4",
      SHARD_IDS: "0, 2,2",
      SANDBOX_PORT: "0",
      CLOCK_URL: "ws://127.0.0.1:4680/sandbox/clock",
    }),
  ).toMatchObject({
    apiUrl: "http://proxy:8080/discord/api",
    guildId: "1300000000000000000",
    logLevel: "debug",
    shardCount: 4,
    shardIds: [0, 2],
    sandboxPort: 0,
    clockUrl: "ws://127.0.0.1:4680/sandbox/clock",
  });
});

test("an empty variable counts as left out", () => {
  const empty = {
    DISCORD_API_URL: "",
    DISCORD_GUILD_ID: "",
    LOG_LEVEL: "",
    SHARD_COUNT: "",
    SHARD_IDS: "",
    SANDBOX_PORT: "",
    CLOCK_URL: "",
    STORE_URL: "",
  };
  expect(read({ DISCORD_TOKEN: TOKEN, ...empty })).toEqual(read({ DISCORD_TOKEN: TOKEN }));
});

describe("a wrong value is named with its variable, what it is, and what it may be", () => {
  test.for([
    ["DISCORD_API_URL", "discord.com", "ends in /api"],
    ["DISCORD_API_URL", "ftp://discord.com/api", "http or https"],
    ["DISCORD_API_URL", "https://discord.com/api/v10", "ends in /api"],
    ["DISCORD_GUILD_ID", "my server", "17 to 20 digits"],
    ["DISCORD_GUILD_ID", "123", "Copy Server ID"],
    ["LOG_LEVEL", "loud", "debug, info, warn, error, silent"],
    ["SHARD_COUNT", "0", "from 1 to 10000"],
    ["SHARD_COUNT", "1.5", '"auto"'],
    ["SHARD_COUNT", "10001", "from 1 to 10000"],
    ["SHARD_IDS", "0;1", "commas"],
    ["SHARD_IDS", "-1", "counted from 0"],
    ["SANDBOX_PORT", "65536", "from 0 to 65535"],
    ["SANDBOX_PORT", "http", "any free one"],
    ["CLOCK_URL", "ws://example.com/clock", "127.0.0.1"],
    ["STORE_URL", "mysql://db", "sqlite:// and the path of a file"],
  ] as const)("%s: %s", ([variable, value, remedy]) => {
    const [problem, ...others] = problemsOf({ DISCORD_TOKEN: TOKEN, [variable]: value });
    expect(others).toEqual([]);
    expect(problem).toMatch(new RegExp(`^${variable} is "`));
    expect(problem).toContain(remedy);
    if (variable !== "STORE_URL") expect(problem).toContain(JSON.stringify(value));
  });
});

test("every problem is told at once, each once", () => {
  const file = join(FOLDER, "a-file");
  writeFileSync(file, "");
  const problems = problemsOf({
    DISCORD_TOKEN: "",
    DATA_DIR: file,
    DISCORD_API_URL: "x",
    DISCORD_GUILD_ID: "x",
    LOG_LEVEL: "x",
    SHARD_COUNT: "2",
    SHARD_IDS: "0,5",
    SANDBOX_PORT: "x",
    CLOCK_URL: "x",
    STORE_URL: "x",
  });
  const named = problems.map((problem) => problem.split(" ")[0]).sort();
  expect(named).toEqual([
    "CLOCK_URL",
    "DATA_DIR",
    "DISCORD_API_URL",
    "DISCORD_GUILD_ID",
    "DISCORD_TOKEN",
    "LOG_LEVEL",
    "SANDBOX_PORT",
    "SHARD_IDS",
    "STORE_URL",
  ]);
});

test("shards that do not fit each other are told", () => {
  expect(problemsOf({ DISCORD_TOKEN: TOKEN, SHARD_IDS: "0,1" })).toEqual([
    expect.stringContaining("Set SHARD_COUNT to the number of all shards"),
  ]);
  expect(problemsOf({ DISCORD_TOKEN: TOKEN, SHARD_COUNT: "2", SHARD_IDS: "0,2,7" })).toEqual([
    "SHARD_IDS names 2, 7, but with SHARD_COUNT 2 the last shard is 1.",
  ]);
});

describe("the token", () => {
  const file = (text: string) => {
    const path = join(FOLDER, `token-${Math.random()}`);
    writeFileSync(path, text);
    return path;
  };

  test.for([undefined, "", "development"])("may be missing with NODE_ENV %j", (mode) => {
    expect(read({ NODE_ENV: mode }).token).toBeUndefined();
  });

  test.for(["production", "test", "staging"])("may not be missing with NODE_ENV %j", (mode) => {
    expect(problemsOf({ NODE_ENV: mode })).toEqual([
      expect.stringMatching(/^DISCORD_TOKEN is missing, and NODE_ENV is ".*developer portal/),
    ]);
  });

  test("may stand in a file, with the line break that editors leave", () => {
    expect(read({ DISCORD_TOKEN_FILE: file(`${TOKEN}\n`), NODE_ENV: "production" }).token).toBe(TOKEN);
  });

  test("stands in one place", () => {
    const problems = problemsOf({ DISCORD_TOKEN: TOKEN, DISCORD_TOKEN_FILE: file(TOKEN) });
    expect(problems).toEqual(["DISCORD_TOKEN and DISCORD_TOKEN_FILE are both set. Keep one of them."]);
  });

  test("is asked for when its file is missing, a folder or empty", () => {
    for (const path of [join(FOLDER, "nowhere"), FOLDER, file(""), file("\n"), ""]) {
      expect(problemsOf({ DISCORD_TOKEN_FILE: path })).toEqual([
        expect.stringContaining("DISCORD_TOKEN_FILE"),
      ]);
    }
  });

  test.for(["", `Bot ${TOKEN}`, ` ${TOKEN}`, `"${TOKEN}"`, `${TOKEN}\n`, `${TOKEN} x`])(
    "that cannot be one (%j) is refused and never repeated",
    (token) => {
      for (const problem of [
        ...problemsOf({ DISCORD_TOKEN: token }),
        ...problemsOf({ DISCORD_TOKEN: token, LOG_LEVEL: "x" }),
      ])
        expect(problem).not.toContain(TOKEN);
      expect(problemsOf({ DISCORD_TOKEN: token })).toHaveLength(1);
    },
  );

  test("pasted into another variable is not repeated either", () => {
    for (const env of [
      { DISCORD_GUILD_ID: TOKEN },
      { DISCORD_TOKEN: "odd", LOG_LEVEL: "odd" },
      { DISCORD_API_URL: `https://x/${TOKEN}` },
    ]) {
      const problems = problemsOf(env).join("\n");
      expect(problems).not.toContain(TOKEN);
      expect(problems).not.toContain('"odd"');
    }
  });
});

test("a password in STORE_URL is not repeated", () => {
  for (const url of ["mysql://root:secret@db/x", "secret:secret@db", "postgres//root:secret@db"])
    expect(problemsOf({ STORE_URL: url }).join()).not.toContain("secret@");
});

test.runIf(process.getuid?.() !== 0)("a data folder that may not be written to is named", () => {
  const closed = mkdtempSync(join(tmpdir(), "away-team-closed-"));
  chmodSync(closed, 0o500);
  expect(problemsOf({ DATA_DIR: closed })).toEqual([expect.stringContaining(`DATA_DIR is "${closed}"`)]);
});

test("a data folder that cannot be made is named", () => {
  const below = join(FOLDER, "a-file", "data");
  writeFileSync(join(FOLDER, "a-file"), "");
  expect(problemsOf({ DATA_DIR: below })).toEqual([expect.stringContaining(`DATA_DIR is "${below}"`)]);
});

test("a data folder that is not there is made", () => {
  const dataDir = join(FOLDER, "deep", "down");
  expect(read({ DATA_DIR: dataDir }).dataDir).toBe(dataDir);
});
