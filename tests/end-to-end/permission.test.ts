import type { APIMessage } from "discord-api-types/v10";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../src/sandbox/people/actor.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { posted, whispered } from "./posted.ts";
import { press } from "./press.ts";
import { type Rehearsal, rehearse } from "./rehearsal.ts";
import { textOf } from "./seen.ts";
import { messageSeen, messagesIn } from "./watching.ts";

const WEEK = 7 * 24 * 3_600_000;
/** What fleets whose weeks open at one instant are spread over, and a little. */
const SPREAD_MS = 3 * 60_000;
const { lounge, runs, missionBriefings } = CAST.fleet.channels;

let rehearsal: Rehearsal;
let admiral: Actor;
let reyes: Actor;

beforeAll(async () => {
  rehearsal = await rehearse({ rateLimits: false });
  const as = (userId: string) => rehearsal.sandbox.as(userId, { channelId: lounge });
  [admiral, reyes] = [as(CAST.people.admiral), as(CAST.people.reyes)];
  const { message: panel } = posted(await admiral.type("/fleet setup"));
  await admiral.select(panel.id, "v1:fleet:runs", [runs]);
  await admiral.type("/rewards open home");
  const board = await message(lounge, (one) => textOf(one).includes("## Home"));
  const asked = await press(reyes, board, "Remind me");
  expect(whispered(asked)).toContain("You will be told");
});
afterAll(() => rehearsal.stop());

test("a permission that is taken away is told of once, and given back the next week is told of as ever", async () => {
  const { sandbox } = rehearsal;
  sandbox.admin.denyBot(lounge, ["SendMessages"]);
  sandbox.clock.turnBy(WEEK + SPREAD_MS);
  const notice = await message(runs, (one) => one.content.startsWith(`I may not post in <#${lounge}>`));
  expect(notice.content).toContain("**Home**");

  const before = looks();
  await rehearsal.restart(() => sandbox.clock.turnBy(WEEK));
  while (looks() === before) await new Promise((resolve) => setTimeout(resolve, 5));
  sandbox.admin.denyBot(lounge, []);
  sandbox.clock.turnBy(WEEK);
  const call = await message(lounge, (one) => one.content.startsWith("**Home**: week 4 of 4 is open"));
  expect(call.content).toContain(`<@${CAST.people.reyes}>`);
  await message(lounge, (one) => textOf(one).includes("**Week 4 of 4**"));

  expect(
    messagesIn(rehearsal.sandbox, runs).filter(({ content }) => content.startsWith("I may not post")),
  ).toHaveLength(1);
  expect(refusedIn(lounge)).toBeLessThanOrEqual(3);
  expect(rehearsal.failures).toEqual([]);
});

test("what was to come in a channel that was deleted comes where the fleet sets it anew, and so does the card", async () => {
  const { sandbox } = rehearsal;
  const { message: panel } = posted(await admiral.type("/fleet setup"));
  await admiral.select(panel.id, "v1:fleet:runs", [missionBriefings]);
  await admiral.run("lfg", { mission: "second-wave", when: "in 3 hours" });
  await message(missionBriefings, (one) => textOf(one).includes("## Second Wave"));

  sandbox.admin.deleteChannel(missionBriefings);
  await admiral.select(panel.id, "v1:fleet:runs", [runs]);
  sandbox.clock.turnBy(3 * 3_600_000 - 10 * 60_000);
  await message(runs, (one) => one.content.startsWith("**Second Wave** starts"));
  const notice = await message(runs, (one) =>
    one.content.startsWith("The channel of **Second Wave** is gone"),
  );
  expect(notice.content).toContain("told here");
  await message(runs, (one) => textOf(one).includes("## Second Wave"));
  const said = messagesIn(sandbox, runs).filter(({ content }) =>
    content.startsWith("**Second Wave** starts"),
  );
  expect(said).toHaveLength(1);
});

/** How often the bot has looked at what it may do in the server. */
function looks(): number {
  return requests().filter(({ path }) => path.endsWith(`/guilds/${CAST.fleet.id}/roles`)).length;
}

function requests() {
  return rehearsal.sandbox.traffic.entries().filter((entry) => entry.kind === "rest");
}

function refusedIn(channelId: string): number {
  return requests().filter(({ path, status }) => path.includes(channelId) && status === 403).length;
}

const message = (channelId: string, isIt: (one: APIMessage) => boolean) =>
  messageSeen(rehearsal.sandbox, isIt, channelId);
