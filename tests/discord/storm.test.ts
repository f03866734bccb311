import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { createSender } from "../../src/discord/sender.ts";
import { createSandbox, type Sandbox } from "../../src/sandbox/sandbox.ts";
import { systemTimers } from "../../src/time/timers.ts";
import { buttonRows } from "../../src/ui/card.ts";
import { most } from "./most.ts";
import { wire } from "./wired.ts";

/** How long the storm lasts, and longer while nobody got anything through. */
const SECONDS = Number(process.env["STORM"] ?? 2);
const CHANNELS = 60;

test(
  "in a storm of rate limits no second sees more than 45 requests, few of them are refused, and everybody is answered",
  async () => {
    const sandbox = await createSandbox({ extraGuilds: CHANNELS, keepTraffic: 1_000_000 });
    const bot = wire(sandbox);
    await bot.connection.registered;
    const refusedBefore = sandbox.traffic.invalidRequests;
    const chance = dice(7);
    const arrivals: number[] = [];
    const take = sandbox.faults.take;
    sandbox.faults.take = (method, path) => {
      if (path.endsWith("/callback")) return take(method, path);
      arrivals.push(performance.now());
      return chance() < 0.2 ? storm(chance) : take(method, path);
    };
    const sender = createSender({
      token: sandbox.token,
      apiUrl: sandbox.apiUrl,
      timers: systemTimers,
      directs: { mayOpenDirect: async () => 0, holdDirects: async () => undefined },
      onFatal: () => undefined,
    });

    const channels = [...sandbox.world.channels.values()]
      .filter(({ type }) => type === 0)
      .map(({ id }) => id);
    const endsAt = performance.now() + SECONDS * 1_000;
    let sent = 0;
    const answers: string[] = [];
    const isStormy = () => performance.now() < endsAt || sent === 0 || answers.length === 0;
    const asking = (async () => {
      while (isStormy()) answers.push((await bot.person.run("ping")).kind);
    })();
    await Promise.all(
      channels.slice(0, CHANNELS).map(async (channelId, seat) => {
        for (let one = 0; isStormy(); one++) {
          const outcome = await sender.send(
            channelId,
            HELLO,
            `${seat}-${one}`,
            seat % 2 ? "prompt" : "background",
          );
          if (outcome.outcome === "sent") sent += 1;
          if (outcome.outcome === "later") await pause(Math.min(outcome.afterMs, 100));
        }
      }),
    );
    await asking;
    sender.close();
    await bot.connection.stop();
    await sandbox.close();

    const invalid = sandbox.traffic.invalidRequests - refusedBefore;
    const busiest = most(arrivals);
    expect(busiest).toBeLessThanOrEqual(45);
    expect(invalid).toBeLessThanOrEqual(100);
    expect(answers.filter((kind) => kind !== "message")).toEqual([]);
    if (process.env["STORM"] !== undefined)
      process.stdout.write(
        `${SECONDS} s: ${arrivals.length} requests, ${invalid} refused, at most ${busiest} in a second; ${answers.length} of ${answers.length} answered\n`,
      );
  },
  (SECONDS + 100) * 1_000,
);

type Mishap = NonNullable<ReturnType<Sandbox["faults"]["take"]>>;

const HELLO = {
  content: "hello",
  components: buttonRows([{ id: "v1:run:open", label: "Open" }]),
  allowed_mentions: { parse: [] },
};

/** Waits of a tenth of a second to ten minutes; only those for all are short, or there would be nothing to see. */
function storm(chance: () => number): Mishap {
  const scope = (["user", "shared", "user", "shared", "global"] as const)[Math.floor(chance() * 5)] ?? "user";
  const longestMs = scope === "global" ? 1_000 : 600_000;
  return { kind: "rate-limit", scope, retryAfterMs: 100 + Math.floor(chance() ** 4 * longestMs) };
}

/** The same throws for the same seed. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
