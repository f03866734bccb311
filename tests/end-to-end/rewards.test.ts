import type { APIMessage } from "discord-api-types/v10";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../src/sandbox/people/actor.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { whispered } from "./posted.ts";
import { type Rehearsal, rehearse } from "./rehearsal.ts";
import { buttonsOf, textOf } from "./seen.ts";

const { lounge } = CAST.fleet.channels;

let rehearsal: Rehearsal;
let officer: Actor;
let juno: Actor;

beforeAll(async () => {
  rehearsal = await rehearse({ rateLimits: false });
  const as = (userId: string) => rehearsal.sandbox.as(userId, { channelId: lounge });
  [officer, juno] = [as(CAST.people.officer), as(CAST.people.juno)];
});
afterAll(() => rehearsal.stop());

test("/rewards open home posts a board: period 1 of 4, with Home's choice", async () => {
  const note = whispered(await officer.type("/rewards open home"));
  expect(note).toContain("**Home** is open: https://discord.com/channels/");
  const words = textOf(await board());
  expect(words).toContain("**Week 1 of 4** · closes <t:");
  expect(words).toContain(
    "Take one: 1 × Enhanced Universal Tech Upgrade *or* 1 × Specialization Point (usable from level 50)",
  );
});

test("a member claims once: the board shows it, and a second claim is refused with the time of the next", async () => {
  const card = await board();
  const asked = await juno.click(card.id, idOn(card, "Claim"));
  expect(whispered(asked)).toContain("which reward did you take?");
  if (asked.kind !== "message") throw new Error("No question came.");
  const answer = await juno.click(asked.message.id, idOn(asked.message, "1 × Specialization Point"));
  expect(whispered(answer)).toContain("Noted: **Home**, week 1 of 4 – Specialization Point.");

  await board((one) => textOf(one).includes(`<@${CAST.people.juno}> (Specialization Point)`));
  const again = whispered(await juno.type("/rewards claim"));
  expect(again).toContain("You have claimed **Home** for week 1 of 4 already");
  expect(again).toContain("The next opens <t:");
});

function idOn(message: Pick<APIMessage, "components">, label: string): string {
  const found = buttonsOf(message).find((button) => button.label === label);
  if (found === undefined) throw new Error(`No button says “${label}”.`);
  return found.custom_id;
}

/** The board, as soon as it is like this. */
function board(isIt: (message: APIMessage) => boolean = () => true): Promise<APIMessage> {
  return message((one) => textOf(one).includes("## Home") && isIt(one));
}

/** The first message of the channel that is like this, as soon as there is one. */
async function message(isIt: (message: APIMessage) => boolean): Promise<APIMessage> {
  const find = () => everything().find(isIt);
  return (
    find() ??
    new Promise((resolve) => {
      const stop = rehearsal.sandbox.changes.listen(() => {
        const found = find();
        if (found === undefined) return;
        stop();
        resolve(found);
      });
    })
  );
}

function everything(): APIMessage[] {
  return [...(rehearsal.sandbox.world.channels.get(lounge)?.messages.values() ?? [])].map(({ json }) => json);
}
