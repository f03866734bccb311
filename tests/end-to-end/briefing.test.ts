import type { APIMessage } from "discord-api-types/v10";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../src/sandbox/people/actor.ts";
import type { Outcome } from "../../src/sandbox/people/protocol.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { press } from "./press.ts";
import { type Rehearsal, rehearse } from "./rehearsal.ts";
import { buttonsOf, textOf } from "./seen.ts";

let rehearsal: Rehearsal;
let officer: Actor;
let member: Actor;

beforeAll(async () => {
  rehearsal = await rehearse();
  const here = { channelId: CAST.fleet.channels.missionBriefings };
  officer = rehearsal.sandbox.as(CAST.people.officer, here);
  member = rehearsal.sandbox.as(CAST.people.juno, here);
});
afterAll(() => rehearsal.stop());

test("typing /mission home and pressing Enter posts the briefing of Home for everyone", async () => {
  const { message, ephemeral } = posted(await officer.type("/mission home"));

  expect(ephemeral).toBe(false);
  expect(textOf(message)).toContain("## Home");
  expect(textOf(message)).toContain("Weekly reward, once per account and week, four in all");
  expect(textOf(message)).toContain("1 known bug");
});

test("typing /mission home objectives posts the steps, with counters, timers and who a step is for", async () => {
  const steps = textOf(posted(await officer.type("/mission home objectives")).message);

  for (const sign of ["1:59", "1:32", "3:00", "0/4", "optional", "Gamma recruits", "first play-through"]) {
    expect(steps).toContain(sign);
  }
});

test("a name picked from the list posts the same briefing as the name typed out", async () => {
  const [first] = await officer.autocomplete("mission", { name: "hom" }, "name");
  expect(first).toEqual({ name: expect.stringContaining("Home · "), value: "home" });

  const picked = posted(await officer.run("mission", { name: String(first?.value) }));
  const typed = posted(await officer.type("/mission home"));
  expect(textOf(picked.message)).toBe(textOf(typed.message));
});

test("every button of the briefing opens its section only for who pressed it", async () => {
  const { message } = posted(await officer.type("/mission home"));
  const buttons = buttonsOf(message).filter((button) => !button.disabled);
  expect(buttons.map((button) => button.label)).toEqual(
    expect.arrayContaining(["Objectives", "Rewards", "Bugs (1)", "Cast & places", "Story", "Sources"]),
  );

  for (const { custom_id: id } of buttons) {
    if (id.startsWith("v1:lfg:")) continue;
    const opened = posted(await member.click(message.id, id));
    expect(opened.ephemeral).toBe(true);
  }
});

test("the plot of Second Wave never stands in the open", async () => {
  const { message } = posted(await officer.type("/mission second wave story"));
  const open = textOf(message).replaceAll(/\|\|.*?\|\|/gs, "");
  expect(open).not.toMatch(/Trem|wormhole|boarded|coalition/);
});

test("a mission that was taken out of the game says when and in which season", async () => {
  const { message } = posted(await officer.type("/mission shutdown"));
  expect(textOf(message)).toContain("Removed from the game on 27 October 2015");
  expect(textOf(message)).toContain("Season Eleven: New Dawn");
});

test("a name that is none is answered privately with what is near it, and a press posts the card for everyone", async () => {
  const { message, ephemeral } = posted(await officer.type("/mission secnd wave"));
  expect(ephemeral).toBe(true);
  const [nearest] = buttonsOf(message);
  expect(nearest?.label).toContain("Second Wave");

  const chosen = posted(await officer.click(message.id, nearest?.custom_id ?? ""));
  expect(chosen.ephemeral).toBe(false);
  expect(textOf(chosen.message)).toContain("## Second Wave");
});

test("a button pressed after a restart does what it did before", async () => {
  const { message } = posted(await officer.type("/mission home"));
  await rehearsal.restart();
  const opened = posted(await press(member, message, "Objectives"));
  expect(textOf(opened.message)).toContain("Empersa Under Siege");
});

test("a gateway that drops in the middle loses nothing: the bot resumes and answers", async () => {
  rehearsal.sandbox.gateway.drop();
  const { message } = posted(await officer.type("/mission home"));
  expect(textOf(message)).toContain("## Home");
});

test("a hundred commands at once get a hundred answers", async () => {
  const outcomes = await Promise.all(Array.from({ length: 100 }, () => officer.type("/mission home")));
  expect(outcomes.every((outcome) => outcome.kind === "message")).toBe(true);
});

test("a briefing asked for in a direct message is answered there", async () => {
  const alone = rehearsal.sandbox.as(CAST.people.juno);
  const { message } = posted(await alone.type("/mission home"));
  expect(textOf(message)).toContain("## Home");
});

function posted(outcome: Outcome): { readonly message: APIMessage; readonly ephemeral: boolean } {
  if (outcome.kind !== "message") throw new Error(`No message came: ${JSON.stringify(outcome)}`);
  return outcome;
}
