import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createSandbox } from "../../src/sandbox/sandbox.ts";
import { folder, on, START, start, until } from "./started.ts";

describe.concurrent("a start that cannot be", () => {
  test("with several settings wrong names all of them on standard error and exits with 78", async () => {
    const bot = start({
      env: {
        DISCORD_TOKEN: "",
        DISCORD_API_URL: "discord.com",
        DISCORD_GUILD_ID: "my server",
        LOG_LEVEL: "loud",
        SHARD_COUNT: "many",
        SHARD_IDS: "a",
        SANDBOX_PORT: "70000",
        STORE_URL: "mysql://root:secret@db/away",
      },
    });
    expect(await bot.ended).toBe(78);
    for (const variable of [
      "DISCORD_TOKEN",
      "DISCORD_API_URL",
      "DISCORD_GUILD_ID",
      "LOG_LEVEL",
      "SHARD_COUNT",
      "SHARD_IDS",
      "SANDBOX_PORT",
      "STORE_URL",
    ]) {
      expect(bot.stderr()).toMatch(new RegExp(`^- ${variable} is `, "m"));
    }
    expect(bot.stderr()).not.toContain("secret");
    expect(bot.stdout()).toBe("");
  });

  test("without a token in production exits with 78 and says why there is no sandbox", async () => {
    const bot = start({ env: { NODE_ENV: "production" } });
    expect(await bot.ended).toBe(78);
    expect(bot.stderr()).toMatch(/DISCORD_TOKEN is missing, and NODE_ENV is "production"/);
  });

  test("with an empty token exits with 78, in development too", async () => {
    const bot = start({ env: { DISCORD_TOKEN: "", NODE_ENV: "development" } });
    expect(await bot.ended).toBe(78);
    expect(bot.stderr()).toContain("DISCORD_TOKEN is empty");
  });

  test("with a token that Discord refuses exits with 78 after one request, and does not repeat the token", async () => {
    const sandbox = await createSandbox({ identifyEveryMs: 0 });
    const token = "MTEwMDAwMDAwMDAwMDAwMDAwMQ.Gabcde.an-old-token-that-was-reset-long-ago";
    const bot = start({ env: on(sandbox, { DISCORD_TOKEN: token }) });
    expect(await bot.ended).toBe(78);
    expect(bot.stderr()).toContain("Discord refused the token.");
    expect(bot.stderr() + bot.stdout()).not.toContain(token);
    expect(sandbox.traffic.requests).toBe(1);
    await sandbox.close();
  });

  test("with a token that is revoked while the bot runs exits with 78", async () => {
    const sandbox = await createSandbox({ identifyEveryMs: 0 });
    const bot = start({ env: on(sandbox) });
    await until(() => sandbox.gateway.isConnected);
    sandbox.gateway.terminal(4004);
    expect(await bot.ended).toBe(78);
    expect(bot.stderr()).toContain("Discord refused the token.");
    await sandbox.close();
  });

  test("with a token in .env takes it from there, and what the environment says wins", async () => {
    const sandbox = await createSandbox({ identifyEveryMs: 0 });
    const cwd = folder();
    writeFileSync(
      join(cwd, ".env"),
      `DISCORD_TOKEN=${sandbox.token}\nDISCORD_API_URL=http://127.0.0.1:1/api\nLOG_LEVEL=warn\n`,
    );
    const bot = start({ cwd, env: { DISCORD_API_URL: sandbox.apiUrl } });
    await until(() => sandbox.gateway.isConnected);
    bot.kill("SIGTERM");
    expect(await bot.ended).toBe(0);
    expect(bot.stderr()).toBe("");
    await sandbox.close();
  });

  test("with a .env that cannot be read exits with 78 and says so in one line", async () => {
    const cwd = folder();
    mkdirSync(join(cwd, ".env"));
    const bot = start({ cwd });
    expect(await bot.ended).toBe(78);
    expect(bot.stderr()).toMatch(/^Away Team cannot start: \.env cannot be read .*\n$/);
  });

  test("with a data folder that is a file exits with 78 and names it", async () => {
    const file = join(folder(), "data");
    writeFileSync(file, "");
    const bot = start({ env: { DATA_DIR: file } });
    expect(await bot.ended).toBe(78);
    expect(bot.stderr()).toContain(`DATA_DIR is "${file}"`);
  });
});

describe.concurrent("the launcher", () => {
  test("without a file to run says how it is called", async () => {
    const [launcher = ""] = START;
    const bot = start({ line: [launcher] });
    expect(await bot.ended).toBe(78);
    expect(bot.stderr()).toContain("node src/start.mjs src/main.ts");
  });

  test("with a file that is not there fails", async () => {
    const [launcher = ""] = START;
    const bot = start({ line: [launcher, "nowhere.ts"] });
    expect(await bot.ended).toBe(1);
  });
});
