import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { createSandbox } from "../../src/sandbox/sandbox.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { openStore } from "../../src/store/open-store.ts";
import { folder, on, START, start, until } from "./started.ts";

const [launcher = ""] = START;
type Env = Readonly<Record<string, string | undefined>>;

function run(script: string, env: Env, ...args: readonly string[]) {
  return runIn(folder(), script, env, ...args);
}

async function runIn(cwd: string, script: string, env: Env, ...args: readonly string[]) {
  const line = [launcher, join(import.meta.dirname, "../../src/ops", script), ...args];
  const started = start({ cwd, env, line });
  const exitCode = await started.ended;
  return { exitCode, said: started.stdout(), stderr: started.stderr() };
}

const ask = (env: Env) => run("doctor.ts", env);

async function openSandbox() {
  const sandbox = await createSandbox({ identifyEveryMs: 0 });
  return { sandbox, env: on(sandbox, { DATA_DIR: folder() }) };
}

describe.concurrent("npm run doctor", () => {
  test("finds everything in order while the bot runs, uses up no login, and then names a broken document", async () => {
    const { sandbox, env } = await openSandbox();
    const bot = start({ env });
    await until(() => sandbox.gateway.isConnected);
    const admiral = sandbox.as(CAST.people.admiral, { channelId: CAST.fleet.channels.officers });
    while ((await admiral.type("/fleet setup time-zone:Tokyo")).kind !== "message") await pause(5);

    const well = await ask(env);
    expect(well.said).toMatch(
      /^ok +store: \d+ documents? of 1 server in .+away-team\.sqlite, and all can be read\.$/m,
    );
    expect(well.said).toMatch(/^ok +Discord: the token is good/m);
    expect(well.said).toMatch(/^ok +logins: Discord allows 999 of 1000/m);
    expect(well.said).toMatch(/^ok +commands: /m);
    expect(well).toMatchObject({ exitCode: 0, stderr: "" });
    expect(sandbox.gateway.isConnected).toBe(true);

    const file = new DatabaseSync(join(env["DATA_DIR"] ?? "", "away-team.sqlite"));
    file.exec(`UPDATE keyv SET value = replace(value, 'leadMinutes', 'leedMinutes')`);
    file.close();
    const ill = await ask(env);
    expect(ill.said).toMatch(
      new RegExp(`^PROBLEM +store: The document guild:${CAST.fleet.id}:settings `, "m"),
    );
    expect(ill.said).toContain("Something is to be put right");
    expect(ill.exitCode).toBe(1);
    bot.kill("SIGTERM");
    await bot.ended;
    await sandbox.close();
  });

  test("before the first start says that nothing is kept and that Discord holds no commands", async () => {
    const { sandbox, env } = await openSandbox();
    const { said, exitCode } = await ask(env);
    expect(said).toMatch(/^ok +store: nothing is kept yet/m);
    expect(said).toMatch(/^PROBLEM +commands: Discord holds none\. Start Away Team/m);
    expect(exitCode).toBe(1);
    await sandbox.close();
  });

  test("tells of a token that Discord refuses without repeating it", async () => {
    const { sandbox, env } = await openSandbox();
    const token = "MTEwMDAwMDAwMDAwMDAwMDAwMQ.Gabcde.an-old-token-that-was-reset-long-ago";
    const { said, exitCode, stderr } = await ask({ ...env, DISCORD_TOKEN: token });
    expect(said).toMatch(/^PROBLEM +Discord: Discord refused the token\./m);
    expect(said + stderr).not.toContain(token);
    expect(exitCode).toBe(1);
    await sandbox.close();
  });

  test("tells of a server that is not there, and of a Discord that cannot be reached", async () => {
    const { sandbox, env } = await openSandbox();
    const elsewhere = await ask({ ...env, DISCORD_GUILD_ID: "1999999999999999999" });
    expect(elsewhere.said).toMatch(/^PROBLEM +commands: the server that DISCORD_GUILD_ID names/m);
    const alone = await ask({ ...env, DISCORD_API_URL: "http://127.0.0.1:1/api" });
    expect(alone.said).toMatch(/^PROBLEM +Discord: http:\/\/127\.0\.0\.1:1\/api cannot be reached/m);
    expect(alone.exitCode).toBe(1);
    await sandbox.close();
  });

  test("names every setting that is wrong, and goes no further", async () => {
    const { said, exitCode } = await ask({ DISCORD_TOKEN: "", LOG_LEVEL: "loud", SHARD_IDS: "a" });
    for (const variable of ["DISCORD_TOKEN", "LOG_LEVEL", "SHARD_IDS"])
      expect(said).toMatch(new RegExp(`^PROBLEM +configuration: ${variable} is `, "m"));
    expect(said).not.toMatch(/ store: /);
    expect(exitCode).toBe(1);
  });

  test("without a token looks at the sandbox's data, and asks nobody", async () => {
    const { said, exitCode } = await ask({});
    expect(said).toContain("so a start opens the sandbox");
    expect(said).toMatch(/^ok +store: nothing is kept yet; .+sandbox\/away-team\.sqlite is made/m);
    expect(exitCode).toBe(0);
  });

  test.each([
    ["without a token", {}, "sandbox"],
    ["in production without a token", { NODE_ENV: "production" }, "."],
    ["with a token", { DISCORD_TOKEN: "a-token" }, "."],
  ])("and a backup look at the same data: %s", async (_how, env, where) => {
    const dataDir = folder();
    const file = join(dataDir, where, "away-team.sqlite");
    const store = await openStore({ storeUrl: undefined, dataDir: join(dataDir, where) });
    await store.close();
    const made = await run("backup.ts", { DATA_DIR: dataDir, ...env }, join(folder(), "copy.sqlite"));
    expect(made.stderr).toBe("");
    expect(made.said).toContain(`${file} is backed up in`);
    expect(made.said.includes(`so this is the sandbox's data: ${file}`)).toBe(where === "sandbox");
    const { said } = await ask({ DATA_DIR: dataDir, ...env, DISCORD_API_URL: "http://127.0.0.1:1/api" });
    expect(said.includes(`in ${file}, and all can be read.`)).toBe(!("NODE_ENV" in env));
  });

  test("and a backup look at the database that is named, token or not", async () => {
    const dataDir = folder();
    const store = await openStore({ storeUrl: undefined, dataDir });
    await store.close();
    const file = join(dataDir, "away-team.sqlite");
    const env = { STORE_URL: `sqlite://${file}` };
    const made = await run("backup.ts", env, join(folder(), "copy.sqlite"));
    expect(made.said).toContain(`${file} is backed up in`);
    expect(made.said).not.toContain("sandbox");
    const { said } = await ask(env);
    expect(said).toContain(`in ${file}, and all can be read.`);
  });

  test("misses data that was there once", async () => {
    const { sandbox, env } = await openSandbox();
    const dataDir = env["DATA_DIR"] ?? "";
    new DatabaseSync(join(dataDir, "away-team.sqlite.lock")).exec("PRAGMA user_version = 1");
    const { said } = await ask(env);
    expect(said).toMatch(/^PROBLEM +store: .*does not exist/m);
    await sandbox.close();
  });
});

test.each(["backup.ts", "restore.ts"])(
  "%s names a .env that cannot be read in one line, and goes no further",
  async (script) => {
    const cwd = folder();
    mkdirSync(join(cwd, ".env"));
    const { exitCode, said, stderr } = await runIn(cwd, script, {}, join(cwd, "copy.sqlite"));
    expect(stderr).toMatch(/^\.env cannot be read \(.+\)\.\n$/);
    expect({ exitCode, said }).toEqual({ exitCode: 78, said: "" });
  },
);
