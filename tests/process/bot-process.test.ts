import { expect, test } from "vitest";
import type { WorldView } from "../../src/sandbox/people/protocol.ts";
import { start, until } from "./started.ts";

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/;

test("a rehearsal outlives its bot when the page kills it, and the page brings the bot back", async () => {
  const rehearsal = start({ env: { SANDBOX_PORT: "0" } });
  await until(() => ADDRESS.test(rehearsal.stdout()));
  const [url = ""] = ADDRESS.exec(rehearsal.stdout()) ?? [];
  const isConnected = async () => {
    const world = (await (await fetch(`${url}/sandbox/world`)).json()) as WorldView;
    return world.bot.connected;
  };
  const ask = (deed: string) =>
    fetch(`${url}/sandbox/bot`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ do: deed }),
    });
  await expect.poll(isConnected, { timeout: 10_000 }).toBe(true);

  expect((await ask("kill")).status).toBe(204);
  await expect.poll(isConnected).toBe(false);
  await Promise.all([ask("restart"), ask("restart")]);
  await expect.poll(isConnected, { timeout: 10_000 }).toBe(true);

  rehearsal.kill("SIGTERM");
  expect(await rehearsal.ended).toBe(0);
  expect(rehearsal.stderr()).not.toContain("The bot stopped");
});
