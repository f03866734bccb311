import { expect, test } from "vitest";
import { cancelRun } from "../../src/runs/lead.ts";
import { type Run, seated } from "../../src/runs/run.ts";
import { endSeries, repeating } from "../../src/runs/series.ts";
import { joinRun } from "../../src/runs/sign-up.ts";
import { LEADER, leader, names, run, STARTS_AT } from "../runs/crew.ts";
import { CHANNEL } from "./room.ts";
import { runRoom } from "./run-room.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

function weekly(): Pick<Run, "series" | "signups" | "nextOrder"> {
  const led = joinRun(run(), { userId: LEADER }).run;
  const { series, signups, nextOrder } = repeating(led, "weekly", "Europe/Berlin");
  return { series, signups, nextOrder };
}

test("the next run of a series gets its card when this one starts, with the leader alone in it", async () => {
  const room = runRoom();
  await room.gather({ ...weekly() });
  await room.change((now) => joinRun(now, { userId: "5" }).run, "5");
  expect(await room.read("r1n1")).toBeUndefined();

  room.turn(48 * HOUR);
  await room.pass(5_000);
  const next = await room.read("r1n1");
  expect(next).toMatchObject({ startsAt: STARTS_AT + WEEK, state: "open", series: { count: 1 } });
  expect(names(seated(next ?? run()))).toEqual([LEADER]);
  expect(room.cards()).toHaveLength(2);
});

test("the hour of the wall clock stays through a clock change", async () => {
  const beforeChange = Date.parse("2027-03-26T20:00+01:00");
  const room = runRoom({ starts: beforeChange - HOUR });
  const first = run({ startsAt: beforeChange });
  await room.gather({ startsAt: beforeChange, series: repeating(first, "weekly", "Europe/Berlin").series });
  room.turn(HOUR);
  await room.pass(5_000);
  expect((await room.read("r1n1"))?.startsAt).toBe(Date.parse("2027-04-02T20:00+02:00"));
});

test("a run that is skipped is followed by the one after it", async () => {
  const room = runRoom();
  await room.gather({ ...weekly() });
  await room.change((now) => cancelRun(now, leader).run);
  await room.pass(5_000);
  expect(await room.read("r1n1")).toMatchObject({ startsAt: STARTS_AT + WEEK });
  expect(await room.read("r1n2")).toBeUndefined();
});

test("a series that is ended goes no further", async () => {
  const room = runRoom();
  await room.gather({ ...weekly() });
  await room.change((now) => endSeries(now, leader).run);
  room.turn(48 * HOUR);
  await room.pass(5_000);
  expect(await room.read()).toMatchObject({ state: "started" });
  expect(await room.read("r1n1")).toBeUndefined();
});

test("after three weeks of downtime the next one is the next that is still to come, and only that", async () => {
  const room = runRoom();
  await room.gather({ ...weekly() });
  room.turn(48 * HOUR + 3 * WEEK + DAY);
  await room.restart();
  await room.pass(5_000);
  expect(await room.read("r1n4")).toMatchObject({ startsAt: STARTS_AT + 4 * WEEK });
  for (const count of [1, 2, 3, 5]) expect(await room.read(`r1n${count}`)).toBeUndefined();
});

test("the next run goes by what the fleet has set by then: its channel and its lead times", async () => {
  const room = runRoom();
  await room.gather({ ...weekly() });
  await room.settings({ runsChannelId: "50", leadMinutes: [60] });
  room.turn(48 * HOUR);
  await room.pass(5_000);
  expect(await room.read("r1n1")).toMatchObject({ channelId: "50", leadMinutes: [60] });
  expect(room.cards().map(({ channelId }) => channelId)).toEqual([CHANNEL, "50"]);
});

test("a restart makes no second one", async () => {
  const room = runRoom();
  await room.gather({ ...weekly() });
  room.turn(48 * HOUR);
  await room.pass(5_000);
  await room.restart();
  await room.pass(5_000);
  expect(room.cards()).toHaveLength(2);
  expect(await room.read("r1n2")).toBeUndefined();
});
