import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../src/sandbox/people/actor.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { posted } from "./posted.ts";
import { type Rehearsal, rehearse } from "./rehearsal.ts";
import { cardReadBy, pressOnCard, SOON } from "./run-card.ts";
import { textOf } from "./seen.ts";

const { people, fleet } = CAST;
const here = { channelId: fleet.channels.lounge };
const HOUR = 3_600_000;

let rehearsal: Rehearsal;
let officer: Actor;
let juno: Actor;
let reyes: Actor;

beforeAll(async () => {
  rehearsal = await rehearse();
  const as = (userId: string) => rehearsal.sandbox.as(userId, here);
  [officer, juno, reyes] = [as(people.officer), as(people.juno), as(people.reyes)];
});
afterAll(() => rehearsal.stop());

/** Who was told that a seat has become theirs. */
function promoted() {
  return officer
    .messages()
    .flatMap(({ message, pinged }) => (message.content.includes("a seat has become free") ? pinged : []));
}

test("a member leaves the server, the time comes, and the seat goes to who waited first, who is told", async () => {
  await officer.run("lfg", { mission: "second wave", when: "in 3 hours", seats: 2 });
  await pressOnCard(juno, "Join");
  await pressOnCard(reyes, "Join");
  rehearsal.sandbox.admin.leave(fleet.id, people.juno);
  rehearsal.sandbox.faults.add({ path: "/members/", mishap: { kind: "status", status: 500 } });
  await rehearsal.restart();
  expect(promoted()).toEqual([]);

  rehearsal.sandbox.clock.turnBy(2.6 * HOUR);
  await expect.poll(promoted, SOON).toEqual([people.reyes]);
  await expect.poll(() => cardReadBy(officer), SOON).toContain(`2. <@${people.reyes}>`);
  expect(cardReadBy(officer)).toContain("1 member left the server");
  expect(rehearsal.failures).toEqual([]);
});

test("the leader who opens Manage finds a seat of somebody who left freed a moment later", async () => {
  await officer.run("lfg", { mission: "home", when: "in 5 hours", seats: 2 });
  await pressOnCard(rehearsal.sandbox.as(people.kvorrah, here), "Join");
  rehearsal.sandbox.admin.leave(fleet.id, people.kvorrah);
  const panel = posted(await pressOnCard(officer, "Manage"));
  expect(textOf(panel.message)).not.toContain("left the server");
  await expect.poll(() => cardReadBy(officer), SOON).toContain("1 member left the server");
  expect(textOf(posted(await pressOnCard(officer, "Manage")).message)).toContain(
    "One member left the server",
  );
});

test("whom the leader adds is told of it, with a ping for them alone, and who is taken out too", async () => {
  const panel = posted(await pressOnCard(officer, "Manage"));
  const ids = [...JSON.stringify(panel.message.components).matchAll(/"custom_id":"([^"]+)"/g)];
  for (const action of ["add", "remove"]) {
    const menu = ids.map(([, id = ""]) => id).find((id) => id.includes(`:${action}:`));
    await officer.select(panel.message.id, menu ?? action, [people.reyes]);
  }
  const words = () =>
    reyes
      .messages()
      .filter(({ message }) => /signed you up|taken out of its crew/.test(message.content))
      .map(({ pinged }) => pinged);
  await expect.poll(words, SOON).toEqual([[people.reyes], [people.reyes]]);
  expect(rehearsal.failures).toEqual([]);
});
