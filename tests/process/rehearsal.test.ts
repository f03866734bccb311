import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { isAlive, type Started, start, until } from "./started.ts";

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/;

async function rehearse(detached = false): Promise<{ readonly bot: Started; readonly url: string }> {
  const bot = start({ env: { SANDBOX_PORT: "0" }, detached });
  await until(() => ADDRESS.test(bot.stdout()));
  const [url = ""] = ADDRESS.exec(bot.stdout()) ?? [];
  return { bot, url };
}

/** The processes that a process started; Linux tells. */
function childrenOf(pid: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => {
      try {
        const stat = readFileSync(`/proc/${one}/stat`, "utf8");
        return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) === pid;
      } catch {
        return false;
      }
    });
}

describe.runIf(process.platform === "linux").concurrent("a rehearsal", () => {
  test("prints one address, and the page there answers", async () => {
    const { bot, url } = await rehearse();
    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("<html");
    expect(bot.stdout().match(new RegExp(ADDRESS, "g"))).toHaveLength(1);
    bot.kill("SIGTERM");
    expect(await bot.ended).toBe(0);
  });

  test("begins with a crew whose captains differ, and with nothing in the channels", async ({ expect }) => {
    const { bot, url } = await rehearse();
    const here = { userId: CAST.people.juno, channelId: CAST.fleet.channels.lounge };
    const captains = async () => {
      const body = JSON.stringify({ ...here, text: "/captain list" });
      const headers = { "content-type": "application/json" };
      return (await fetch(`${url}/sandbox/run`, { method: "POST", headers, body })).text();
    };
    await expect.poll(captains, { interval: 100, timeout: 15_000 }).toContain("Arrhae");
    const seen = await fetch(`${url}/sandbox/messages?as=${here.userId}&channel=${here.channelId}`);
    expect(await seen.text()).not.toContain('"captain add"');
    bot.kill("SIGTERM");
    expect(await bot.ended).toBe(0);
  });

  test("ended by Ctrl-C leaves no process behind", async () => {
    const { bot } = await rehearse(true);
    const [child = 0] = childrenOf(bot.child.pid ?? 0);
    expect(isAlive(child)).toBe(true);
    bot.kill("SIGINT");
    expect(await bot.ended).toBe(0);
    await until(() => !isAlive(child));
  });

  test("killed outright takes its bot along", async () => {
    const { bot } = await rehearse();
    const [child = 0] = childrenOf(bot.child.pid ?? 0);
    bot.kill("SIGKILL");
    await until(() => !isAlive(child));
  });

  test("whose bot is killed ends with a failure and says so", async () => {
    const { bot } = await rehearse();
    const [child = 0] = childrenOf(bot.child.pid ?? 0);
    process.kill(child, "SIGKILL");
    expect(await bot.ended).toBe(1);
    expect(bot.stderr()).toContain("The bot stopped (SIGKILL).");
  });

  test("on a port that is taken says so and names the setting", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await until(() => other.listening);
    const { port } = other.address() as AddressInfo;
    const bot = start({ env: { SANDBOX_PORT: String(port) } });
    expect(await bot.ended).toBe(78);
    expect(bot.stderr()).toMatch(new RegExp(`^Port ${port} is taken.*SANDBOX_PORT`));
    other.close();
  });
});
