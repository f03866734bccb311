import { Routes } from "discord.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type HandTime, handTime } from "../../src/sandbox/protocol-time.ts";
import { createSandbox, type Sandbox } from "../../src/sandbox/sandbox.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { restOf } from "./bot.ts";

const STARTS_AT = Date.UTC(2026, 10, 21, 19, 40);
const MINUTE_MS = 60_000;

let time: HandTime;
let sandbox: Sandbox;

beforeEach(async () => {
  time = handTime(STARTS_AT);
  sandbox = await createSandbox({ time });
});
afterEach(() => sandbox.close());

interface Turned {
  readonly now: number;
  readonly rate: number;
  readonly moment?: string;
}

async function turn(body: object): Promise<Turned> {
  const answer = await fetch(`${sandbox.url}/sandbox/clock`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return answer.json() as Promise<Turned>;
}

test("a paused clock stands still while deadlines go on, and starts where it stood", async () => {
  expect(await turn({ rate: 0 })).toMatchObject({ now: STARTS_AT, rate: 0 });
  time.advance(5 * MINUTE_MS);
  expect(sandbox.clock.now()).toBe(STARTS_AT);
  expect(time.now()).toBe(STARTS_AT + 5 * MINUTE_MS);

  await turn({ rate: 1 });
  time.advance(MINUTE_MS);
  expect(sandbox.clock.now()).toBe(STARTS_AT + MINUTE_MS);
});

test.each([{ at: 0 }, { at: 1e300 }, { offsetMs: -1e300 }, { offsetMs: Date.UTC(9999, 0, 1) }])(
  "the clock is not turned to where Discord has no dates: %o",
  async (beyond) => {
    expect(await turn(beyond)).toMatchObject({ message: "The clock goes from 2015 to 9999." });
    expect(sandbox.clock.now()).toBe(STARTS_AT);
  },
);

test("at sixty a minute passes in a second, and whoever follows hears of it several times", async () => {
  await turn({ rate: 60 });
  const heard: number[] = [];
  sandbox.clock.onTurn((offsetMs) => heard.push(offsetMs));
  time.advance(1_000);

  expect(sandbox.clock.now()).toBe(STARTS_AT + MINUTE_MS);
  expect(heard).toEqual([14_750, 29_500, 44_250, 59_000]);
});

test("a clock that goes as usual tells nobody anything", async () => {
  await turn({ rate: 60 });
  await turn({ rate: 1 });
  const heard: number[] = [];
  sandbox.clock.onTurn((offsetMs) => heard.push(offsetMs));
  time.advance(MINUTE_MS);
  expect(heard).toEqual([]);
});

test.each([{ rate: -1 }, { rate: 100_000 }, { rate: "fast" }, {}])("%j is refused", async (body) => {
  expect(await turn(body)).toMatchObject({ message: expect.stringContaining("Send { at }") });
  expect(sandbox.clock.rate).toBe(1);
});

test("the next moment is a reminder's before a time that a message names, then the time itself", async () => {
  const startsAt = STARTS_AT + 90 * MINUTE_MS;
  const officer = sandbox.as(CAST.people.officer, { channelId: CAST.fleet.channels.runs });
  await officer.type(`We fly <t:${startsAt / 1_000}:F>, not <t:${STARTS_AT / 1_000 - 5}:R>.`);
  const next = () => turn({ toNextFor: CAST.people.reyes });

  expect(await next()).toMatchObject({
    now: startsAt - 15 * MINUTE_MS,
    moment: "15 minutes before a time named in #runs",
  });
  expect(await next()).toMatchObject({ now: startsAt, moment: "a time named in #runs" });
  expect(await next()).toMatchObject({ now: startsAt + 50 * MINUTE_MS, moment: "the next full hour" });
});

test("a time that is named where somebody may not read is not their next moment", async () => {
  const officer = sandbox.as(CAST.people.officer, { channelId: CAST.fleet.channels.officers });
  await officer.type(`Inspection <t:${STARTS_AT / 1_000 + 600}:F>`);

  expect(await turn({ toNextFor: CAST.people.juno })).toMatchObject({ moment: "the next full hour" });
});

test("after the next moment minutes pass by themselves, until the bot says what was due", async () => {
  await turn({ toNextFor: CAST.people.juno });
  const momentAt = sandbox.clock.now();
  time.advance(599);
  expect(sandbox.clock.now() - momentAt).toBe(599);
  time.advance(1);
  expect(sandbox.clock.now() - momentAt).toBe(30_600);

  await restOf(sandbox).post(Routes.channelMessages(CAST.fleet.channels.runs), { body: { content: "Now." } });
  time.advance(10_000);
  expect(sandbox.clock.now() - momentAt).toBe(40_600);
});

test("minutes that pass by themselves end after a few, and at once when the clock is turned by hand", async () => {
  await turn({ toNextFor: CAST.people.juno });
  const momentAt = sandbox.clock.now();
  time.advance(MINUTE_MS);
  expect(sandbox.clock.now() - momentAt).toBe(4.5 * MINUTE_MS);

  await turn({ toNextFor: CAST.people.juno });
  await turn({ at: STARTS_AT });
  time.advance(MINUTE_MS);
  expect(sandbox.clock.now()).toBe(STARTS_AT + MINUTE_MS);
});
