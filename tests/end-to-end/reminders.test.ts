import type { APIMessage } from "discord-api-types/v10";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../src/sandbox/people/actor.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { type Rehearsal, rehearse } from "./rehearsal.ts";
import { buttonsOf, textOf } from "./seen.ts";
import { messageSeen, messagesIn } from "./watching.ts";

const HOUR = 3_600_000;
const { runs } = CAST.fleet.channels;

let rehearsal: Rehearsal;
let officer: Actor;
let juno: Actor;

beforeAll(async () => {
  rehearsal = await rehearse({ rateLimits: false });
  officer = rehearsal.sandbox.as(CAST.people.officer, { channelId: runs });
  juno = rehearsal.sandbox.as(CAST.people.juno, { channelId: runs });
});
afterAll(() => rehearsal.stop());

test("a run is gathered, joined, reminded of and under way, over a restart and a gateway that drops", async () => {
  const { sandbox } = rehearsal;
  await officer.run("lfg", { mission: "second-wave", when: "in 3 hours" });
  const card = await message(runs, (one) => textOf(one).includes("## Second Wave"));

  await juno.click(card.id, buttonsOf(card).find(({ label }) => label === "Join")?.custom_id ?? "");
  await message(runs, (one) => one.id === card.id && textOf(one).includes("2 of"));

  await rehearsal.restart();
  sandbox.gateway.drop();
  sandbox.clock.turnBy(3 * HOUR - 10 * 60_000);
  const reminder = await message(runs, (one) => one.content.startsWith("**Second Wave** starts"));
  expect(reminder.mentions.map(({ id }) => id).sort()).toEqual(
    [CAST.people.officer, CAST.people.juno].sort(),
  );

  const brief = buttonsOf(reminder).find(({ label }) => label === "Brief me");
  const briefing = await juno.click(reminder.id, brief?.custom_id ?? "");
  expect(briefing).toMatchObject({ kind: "message", ephemeral: true });

  sandbox.clock.turnBy(11 * 60_000);
  await message(runs, (one) => one.id === card.id && textOf(one).includes("Under way"));
  const said = messagesIn(sandbox, runs).filter(({ content }) =>
    content.startsWith("**Second Wave** starts"),
  );
  expect(said).toHaveLength(1);
});

const message = (channelId: string, isIt: (one: APIMessage) => boolean) =>
  messageSeen(rehearsal.sandbox, isIt, channelId);
