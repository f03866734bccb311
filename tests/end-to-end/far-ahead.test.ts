import { afterEach, expect, test } from "vitest";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { posted } from "./posted.ts";
import { type Rehearsal, rehearse } from "./rehearsal.ts";
import { textOf } from "./seen.ts";
import { messagesIn } from "./watching.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const { runs } = CAST.fleet.channels;

const machines = globalThis.setTimeout;
let rehearsal: Rehearsal | undefined;
afterEach(async () => {
  globalThis.setTimeout = machines;
  await rehearsal?.stop();
});

test("a run planned 400 days ahead is told of in its minute, over a restart, and no timer is longer than an hour", async () => {
  const delays: number[] = [];
  globalThis.setTimeout = Object.assign(
    (task: () => void, ms = 0, ...rest: []) => {
      delays.push(ms);
      return machines(task, ms, ...rest);
    },
    { __promisify__: machines.__promisify__ },
  ) as typeof setTimeout;

  rehearsal = await rehearse({ rateLimits: false });
  const { sandbox } = rehearsal;
  const startsAt = Math.ceil((sandbox.clock.now() + 400 * DAY) / HOUR) * HOUR;
  const when = `${new Date(startsAt).toISOString().slice(0, 16).replace("T", " ")} UTC`;
  const officer = sandbox.as(CAST.people.officer, { channelId: runs });
  const { message } = posted(await officer.run("lfg", { mission: "second-wave", when }));
  expect(textOf(message)).toContain("Second Wave");

  await rehearsal.restart();
  sandbox.clock.turnTo(startsAt - 16 * MINUTE);
  await officer.run("mission", { name: "home", private: true });
  expect(reminders()).toEqual([]);
  sandbox.clock.turnTo(startsAt - 15 * MINUTE);
  while (reminders().length === 0) await new Promise((resolve) => machines(resolve, 5));
  expect(reminders()[0]).toContain(`<t:${startsAt / 1_000}`);
  expect(delays.length).toBeGreaterThan(0);
  expect(Math.max(...delays)).toBeLessThanOrEqual(HOUR);
});

function reminders(): readonly string[] {
  const said = rehearsal === undefined ? [] : messagesIn(rehearsal.sandbox, runs);
  return said.map(({ content }) => content).filter((text) => text.startsWith("**Second Wave** starts"));
}
