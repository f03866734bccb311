import { expect, test } from "vitest";
import { placeLook } from "../../src/jobs/look.ts";
import { leaveRun } from "../../src/runs/sign-up.ts";
import { guildFacts } from "../guilds/guild-facts.ts";
import { joined, run, STARTS_AT } from "../runs/crew.ts";
import { CHANNEL } from "./room.ts";
import { runRoom } from "./run-room.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test("a channel that Discord hides for some minutes is not given up, however much was to be told there", async () => {
  const { room, hide, leave } = await crew();
  hide(true);
  for (const userId of ["100", "101", "102"]) await leave(userId);
  await room.pass(5 * MINUTE);
  expect((await room.read())?.deliveries.refusals).toMatchObject([{ times: 2 }]);
  hide(false);
  await room.pass(3 * HOUR - 10 * MINUTE);
  expect((await room.read())?.deliveries.refusals).toEqual([]);
  expect(await reminder(room)).toMatchObject({ state: "sent" });
});

test("who moved up while the channel was hidden is told within minutes of its being there again", async () => {
  const { room, hide, leave } = await crew();
  hide(true);
  for (const userId of ["100", "101"]) await leave(userId);
  expect(named(room)).toEqual([]);
  hide(false);
  await room.pass(6 * MINUTE);
  expect(named(room)).toEqual([["102"]]);
});

test.each([
  ["since before the reminder was due", -5],
  ["for the first minutes after it was due", 3],
])("a channel that Discord hides %s has its crew reminded before the start", async (_, backAfter) => {
  const { room, hide, leave } = await crew();
  await room.pass(2 * HOUR + 25 * MINUTE);
  hide(true);
  for (const userId of ["100", "101"]) await leave(userId);
  await room.pass((18 + backAfter) * MINUTE);
  hide(false);
  await room.pass(STARTS_AT - room.clock.now() - 5 * MINUTE);
  expect(room.said().at(-1)).toMatchObject({ message: { allowed_mentions: { users: ["102"] } } });
  expect(await reminder(room)).toMatchObject({ state: "sent" });
});

test("what stays hidden is asked for once an hour, and every five minutes while something would come too late", async () => {
  const { room, hide, leave, asked } = await crew();
  hide(true);
  for (const userId of ["100", "101"]) await leave(userId);
  await room.pass(HOUR);
  const whileWaited = asked();
  expect(whileWaited).toBeLessThanOrEqual(HOUR / (5 * MINUTE) + 1);
  await room.pass(90 * MINUTE);
  expect(asked() - whileWaited).toBeLessThanOrEqual(2);
});

/** One seat, four who wait for it, and a reminder a quarter of an hour before the start, which is in three hours. */
async function crew() {
  const room = runRoom({ starts: STARTS_AT - 3 * HOUR });
  let isHidden = false;
  let asked = 0;
  room.post.look = placeLook({
    facts: async () => {
      asked += 1;
      return guildFacts(isHidden ? { channels: [] } : {});
    },
    clock: room.clock,
    timers: room.timers,
  });
  const { signups, nextOrder } = joined(run({ seats: 1 }), "100", "101", "102", "103", "104");
  await room.gather({ seats: 1, leadMinutes: [15], signups, nextOrder });
  return {
    room,
    asked: () => asked,
    hide: (is: boolean) => {
      isHidden = is;
      room.post.breaks(CHANNEL, is ? { outcome: "forbidden", code: 50_001 } : undefined);
    },
    leave: async (userId: string) => {
      await room.change((now) => leaveRun(now, userId).run, userId);
      await room.pass(MINUTE);
    },
  };
}

/** Whom each message names. */
function named(room: ReturnType<typeof runRoom>) {
  return room.said().map(({ message }) => message.allowed_mentions.users);
}

async function reminder(room: ReturnType<typeof runRoom>) {
  return (await room.read())?.deliveries.all.find(({ kind }) => kind === "before-start");
}
