import type { APIMessage } from "discord-api-types/v10";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { press } from "./press.ts";
import { type Rehearsal, rehearse } from "./rehearsal.ts";
import { joinedRun } from "./run-card.ts";
import { textOf } from "./seen.ts";
import { messageSeen, messagesIn } from "./watching.ts";

const HOUR = 3_600_000;
const { runs } = CAST.fleet.channels;

let rehearsal: Rehearsal;

beforeAll(async () => {
  rehearsal = await rehearse({ rateLimits: false });
});
afterAll(() => rehearsal.stop());

test("a run is gathered, joined, reminded of and under way, over a restart and a gateway that drops", async () => {
  const { sandbox } = rehearsal;
  const card = await joinedRun(sandbox, "second-wave", "in 3 hours");

  await rehearsal.restart();
  sandbox.gateway.drop();
  sandbox.clock.turnBy(3 * HOUR - 10 * 60_000);
  const reminder = await message((one) => one.content.startsWith("**Second Wave** starts"));
  expect(reminder.mentions.map(({ id }) => id).sort()).toEqual(
    [CAST.people.officer, CAST.people.juno].sort(),
  );

  const briefing = await press(sandbox.as(CAST.people.juno, { channelId: runs }), reminder, "Brief me");
  expect(briefing).toMatchObject({ kind: "message", ephemeral: true });

  sandbox.clock.turnBy(11 * 60_000);
  await message((one) => one.id === card.id && textOf(one).includes("Under way"));
  const said = messagesIn(sandbox, runs).filter(({ content }) =>
    content.startsWith("**Second Wave** starts"),
  );
  expect(said).toHaveLength(1);
});

const message = (isIt: (one: APIMessage) => boolean) => messageSeen(rehearsal.sandbox, isIt, runs);
