import { expect, test } from "vitest";
import { captainKinds } from "../../src/captains/viewpoint.ts";
import { sections, taskForceSections } from "../../src/missions/sections.ts";
import { textOf } from "../end-to-end/seen.ts";
import { catalog, house, messageOf, refusalsOf } from "../house.ts";

const LEVELS = [1, 10, 36, 45, 50, 65];

test("every section of every mission stays within Discord's limits, for every kind of captain", async () => {
  const bot = house();
  const refused: string[] = [];
  for (const slug of catalog.missions.keys()) {
    for (const section of sections) {
      for (const faction of captainKinds) {
        const answer = await bot.run("mission", { name: slug, section, faction, level: 50 });
        refused.push(...refusalsOf(answer).map((rule) => `${slug} ${section} ${faction}: ${rule}`));
      }
    }
  }
  expect(refused).toEqual([]);
  expect(bot.failures).toEqual([]);
});

test("what depends on the level stays within Discord's limits at every step of the levels", async () => {
  const bot = house();
  const refused: string[] = [];
  for (const slug of catalog.missions.keys()) {
    for (const section of ["briefing", "rewards"]) {
      for (const level of LEVELS) {
        refused.push(...refusalsOf(await bot.run("mission", { name: slug, section, level })));
      }
    }
  }
  expect(refused).toEqual([]);
});

test("every section of every task force stays within Discord's limits", async () => {
  const bot = house();
  const refused: string[] = [];
  for (const slug of catalog.taskForces.keys()) {
    for (const section of taskForceSections) {
      refused.push(...refusalsOf(await bot.run("mission", { name: slug, section })));
    }
  }
  expect(refused).toEqual([]);
  expect(bot.failures).toEqual([]);
});

test("the pages of a long section are whole: turned one after the other they hold every step", async () => {
  const bot = house();
  const long = [...catalog.missions.values()].filter(
    (mission) => JSON.stringify(mission.objectives ?? []).length > 1_500,
  );
  expect(long.length).toBeGreaterThan(0);

  for (const mission of long) {
    let text = "";
    for (let page = 1; page <= 9; page++) {
      const answer = await bot.press(`v1:mission:page:${mission.slug}:objectives:xxxx:${page}`);
      text += textOf(messageOf(answer));
      expect(refusalsOf(answer)).toEqual([]);
    }
    for (const { text: step } of mission.objectives ?? []) expect(text).toContain(step.split(/[*_]/)[0]);
  }
});

test("no plot of any mission stands in the open, whichever section is asked for", async () => {
  const bot = house();
  for (const mission of catalog.missions.values()) {
    if (mission.story === undefined) continue;
    const [sentence = ""] = mission.story.split(". ");
    for (const section of sections) {
      const open = textOf(messageOf(await bot.run("mission", { name: mission.slug, section }))).replaceAll(
        /\|\|.*?\|\|/gs,
        "",
      );
      expect(open.includes(sentence), `${mission.slug} ${section}`).toBe(false);
    }
  }
});
