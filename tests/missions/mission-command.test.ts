import { InteractionResponseType } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { buttonsOf, idOn, textOf } from "../end-to-end/seen.ts";
import { house, isPrivate, messageOf } from "../house.ts";

async function shown(options: Record<string, string | number | boolean>, now?: number): Promise<string> {
  return textOf(messageOf(await house(now === undefined ? {} : { now }).run("mission", options)));
}

test("the briefing of Home tells the event's rules, its choice and its level, and counts one known bug", async () => {
  const home = await shown({ name: "home" });
  expect(home).toContain("once per account and week, four in all");
  expect(home).toContain("Enhanced Universal Tech Upgrade *or* Specialization Point");
  expect(home).toContain("level 10 and up during its event");
  expect(home).toContain("1 known bug");
  expect(home).toContain("STOWiki");
  expect(home).toContain("20 November 2026");
});

test("the event of Home is told as running while it runs, by STO's own calendar", async () => {
  const lastEvening = Date.UTC(2018, 6, 27, 6, 59);
  expect(await shown({ name: "home", section: "rewards" }, lastEvening)).toContain("Running now");
  expect(await shown({ name: "home", section: "rewards" }, lastEvening + 60_000)).toContain(
    "Over: 28 June – 26 July 2018",
  );
  expect(await shown({ name: "home", section: "rewards" }, Date.UTC(2018, 5, 28, 6, 59))).toContain(
    "Starts later",
  );
});

test("a step that is not for the captain is struck out with the reason", async () => {
  const romulan = await shown({ name: "home", section: "objectives", faction: "romulan-federation" });
  expect(romulan).toContain("~~Receive hail from Loriss~~ · not for this faction: only Jem'Hadar captains");
  const jemhadar = await shown({ name: "home", section: "objectives", faction: "jemhadar-klingon" });
  expect(jemhadar).toContain("- Receive hail from Loriss · only Jem'Hadar captains, on a first play-through");
});

test("the step that cannot be finished carries the bug's mark", async () => {
  expect(await shown({ name: "home objectives" })).toMatch(/Speak with the Jem'Hadar Soldiers.*known bug/);
});

test("what is known of a bug is told for each of the six factions", async () => {
  const bugs = await shown({ name: "home bugs", faction: "romulan-klingon" });
  expect(bugs).toContain("**Romulan: confirmed by the source** · you");
  expect(bugs.match(/: unknown$/gm)).toHaveLength(5);
  expect(bugs).toContain("Workaround: none known");
});

test("the lasting effect of Home on Ketracel White is told, and for whom", async () => {
  expect(await shown({ name: "home rewards" })).toMatch(/Ketracel White.*only Jem'Hadar captains/);
});

test("Shutdown's kills add up, and the row of the captain's level is marked", async () => {
  const rewards = await shown({ name: "shutdown rewards", level: 45 });
  expect(rewards).toContain("Deception **14** + Innocent Victims **13** + Wrath of T'Vala **5** = **32**");
  expect(rewards).toMatch(/\*\*Level 40–49.*Mark X\*\* · your level/);
  expect(rewards.match(/your level/g)).toHaveLength(1);
});

test("Second Wave shows the briefing of the captain's side, and both when no side is known", async () => {
  const both = await shown({ name: "second wave" });
  expect(both).toContain("For Federation and allied captains");
  expect(both).toContain("For Klingon and allied captains");
  const klingon = await shown({ name: "second wave", faction: "romulan-klingon" });
  expect(klingon).toContain("High Council");
  expect(klingon).not.toContain("Starfleet wants the captain present");
});

test("Second Wave's foes are hidden, because the plot turns on them", async () => {
  expect(await shown({ name: "second wave" })).toContain("**Foes** ||Jem'Hadar");
});

test("the cast of Second Wave has its ships with class or with what they are drawn from", async () => {
  const cast = await shown({ name: "second wave cast" });
  expect(cast).toContain("USS Belfast-C (Defiant-class)");
  expect(cast).toContain("USS Fletcher (random Federation escort, cruiser or science vessel)");
  expect(cast).toContain("Spoken of only");
});

test.each([
  ["home", "## Home"],
  ["HOME", "## Home"],
  ["  second   wave ", "## Second Wave"],
  ["second-wave", "## Second Wave"],
  ["The 2800 episode 1", "## Second Wave"],
  ["isa", "## Infected: The Conduit"],
  ["quarks lucky seven", "## Quark's Lucky Seven"],
])("“%s” needs no picking from the list", async (name, heading) => {
  expect(await shown({ name })).toContain(heading);
});

test.each([
  ["home objectives", "Home · Objectives"],
  ["second wave Cast & Places", "Second Wave · Cast & places"],
  ["second wave plot", "Second Wave · Story"],
])("“%s” is read as a title and a section", async (name, heading) => {
  expect(await shown({ name })).toContain(heading);
});

test("words behind a title that name no section are shown back privately, and nothing is posted", async () => {
  const answer = await house().run("mission", { name: "home sweet **home**" });
  expect(isPrivate(answer)).toBe(true);
  expect(textOf(messageOf(answer))).toContain("“sweet \\*\\*home\\*\\*”");
});

test("a name that is none offers at most five that are near it, privately", async () => {
  const answer = await house().run("mission", { name: "secnd waev" });
  expect(isPrivate(answer)).toBe(true);
  const buttons = buttonsOf(messageOf(answer));
  expect(buttons.length).toBeLessThanOrEqual(5);
  expect(buttons[0]?.label).toBe("Second Wave · Lost Dominion");
});

test("a name that is near nothing is answered with what to do", async () => {
  const answer = await house().run("mission", { name: "zzzzzzzz" });
  expect(isPrivate(answer)).toBe(true);
  expect(textOf(messageOf(answer))).toContain("pick from the list");
});

test("private:True shows the card to the asker alone, also through a suggestion", async () => {
  const bot = house();
  expect(isPrivate(await bot.run("mission", { name: "home", private: true }))).toBe(true);
  const [suggestion] = buttonsOf(messageOf(await bot.run("mission", { name: "hoem", private: true })));
  expect((await bot.press(suggestion?.custom_id ?? "", { onPrivateCard: true }))?.type).toBe(
    InteractionResponseType.UpdateMessage,
  );
});

test("a section button opens a private card, and on a private card it changes that card", async () => {
  const bot = house();
  const id = "v1:mission:open:home:objectives:xxxx";
  expect((await bot.press(id))?.type).toBe(InteractionResponseType.ChannelMessageWithSource);
  expect(isPrivate(await bot.press(id))).toBe(true);
  expect((await bot.press(id, { onPrivateCard: true }))?.type).toBe(InteractionResponseType.UpdateMessage);
});

test("the captain asked for goes along through the buttons", async () => {
  const bot = house();
  const card = messageOf(await bot.run("mission", { name: "home", faction: "romulan-federation" }));
  const objectives = await bot.press(idOn(card, "Objectives"));
  expect(textOf(messageOf(objectives))).toContain("~~Receive hail from Loriss~~");
});

test.each([
  "v1:mission:open:home:dinner:xxxx",
  "v1:mission:open:no-such-mission:briefing:xxxx",
  "v1:mission:open",
  "v1:mission:explode:home",
  "v1:mission:constructor:home",
  "v1:nothing:open:home",
  "v2:mission:open:home:briefing:x",
  "home",
  "",
])("a press of “%s” gets one polite private answer", async (id) => {
  const bot = house();
  expect(isPrivate(await bot.press(id))).toBe(true);
  expect(bot.failures).toEqual([]);
});

test("the list that opens while typing has what was typed exactly first, with arc and state", async () => {
  const answer = await house().complete("mission", "name", "shutdown");
  expect(answer).toMatchObject({
    data: {
      choices: expect.arrayContaining([
        { name: "Shutdown · Cardassian Struggle · removed 2015", value: "shutdown" },
      ]),
    },
  });
});

test("before anything is typed the list offers the records that tell most", async () => {
  const answer = await house().complete("mission", "name", "");
  const { choices } = (answer as { data: { choices: { value: string }[] } }).data;
  expect(choices).toHaveLength(25);
  expect(
    choices
      .slice(0, 3)
      .map(({ value }) => value)
      .toSorted(),
  ).toEqual(["home", "second-wave", "shutdown"]);
});
