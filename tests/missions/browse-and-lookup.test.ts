import { expect, test } from "vitest";
import { askedStates, contentKinds, readFilter, writeFilter } from "../../src/missions/browse.ts";
import { buttonsOf, idOn, menuOf, textOf } from "../end-to-end/seen.ts";
import { catalog, house, isPrivate, messageOf, refusalsOf, things } from "../house.ts";

test("an arc lists its missions in order, ten to a page, and a menu opens one of them privately", async () => {
  const bot = house();
  const list = messageOf(await bot.run("missions", { arc: "the 2800" }));
  const titles = [...textOf(list).matchAll(/\*\*(.+?)\*\*/g)].map(([, title]) => title);
  expect(titles).toEqual(["Second Wave", "Of Bajor", "Operation Gamma", "Facility 4028", "Boldly They Rode"]);

  const menu = menuOf(list);
  expect(menu.options.map(({ value }) => value)).toContain("second-wave");
  const opened = await bot.pick(menu.custom_id, "second-wave");
  expect(isPrivate(opened)).toBe(true);
  expect(textOf(messageOf(opened))).toContain("## Second Wave");
});

test("turning the pages of a list one after the other shows every mission once", async () => {
  const bot = house();
  const seen: string[] = [];
  let list = messageOf(await bot.run("missions", { private: true }));
  for (;;) {
    seen.push(...menuOf(list).options.map(({ value }) => value));
    const next = buttonsOf(list).find((button) => button.label === "Next →");
    if (next === undefined || next.disabled) break;
    list = messageOf(await bot.press(next.custom_id, { onPrivateCard: true }));
  }
  expect(seen.toSorted()).toEqual([...catalog.missions.keys(), ...catalog.taskForces.keys()].toSorted());
});

test("a page of a public list turns only for who turns it", async () => {
  const bot = house();
  const next = idOn(messageOf(await bot.run("missions")), "Next →");
  expect(isPrivate(await bot.press(next))).toBe(true);
});

test("removed missions can be asked for, and are struck out", async () => {
  const text = textOf(
    messageOf(await house().run("missions", { arc: "cardassian-struggle", state: "removed" })),
  );
  expect(text).toContain("~~Shutdown~~");
  expect(text).not.toContain("**");
});

test("a level leaves out what cannot be started at it, and keeps what has no known level", async () => {
  const text = textOf(messageOf(await house().run("missions", { arc: "lost-dominion", level: 5 })));
  expect(text).not.toContain("Second Wave");
});

test("filters that nothing fits are answered with what to do", async () => {
  const text = textOf(messageOf(await house().run("missions", { arc: "lost-dominion", kind: "patrol" })));
  expect(text).toContain("Leave one of the filters out");
});

test("an arc that does not exist is shown back privately", async () => {
  expect(isPrivate(await house().run("missions", { arc: "No **Such** Arc" }))).toBe(true);
});

test("a filter comes back from a custom id as it went in", () => {
  for (const kind of [undefined, ...contentKinds]) {
    for (const state of [undefined, ...askedStates]) {
      const filter = { arc: "lost-dominion", faction: "romulan", level: 65, kind, state } as const;
      expect(readFilter(writeFilter(filter))).toEqual(filter);
    }
  }
  expect(readFilter("9.999.z.-.")).toEqual({});
});

test("Loriss is found in Home and in Second Wave", async () => {
  const card = messageOf(await house().run("lookup", { what: "loriss" }));
  expect(textOf(card)).toMatch(/\*\*Home\*\*[\s\S]*\*\*Second Wave\*\*/);
  expect(menuOf(card).options.map(({ value }) => value)).toContain("home");
});

test("a slip in a name is answered privately with what is near, and the pick goes where the answer would have gone", async () => {
  const bot = house();
  const asked = await bot.run("lookup", { what: "lorris" });
  expect(isPrivate(asked)).toBe(true);
  const menu = menuOf(messageOf(asked));
  expect(menu.options[0]?.label).toBe("Loriss");
  expect(isPrivate(await bot.pick(menu.custom_id, menu.options[0]?.value ?? ""))).toBe(false);
});

test("everything that any record names can be looked up by what autocomplete gives, within Discord's limits", async () => {
  const bot = house();
  const keys = new Set(
    [..."abcdefghijklmnopqrstuvwxyz"].flatMap((letter) => things.search(letter, 500).map(({ key }) => key)),
  );
  expect(keys.size).toBeGreaterThan(300);
  const wrong: string[] = [];
  for (const key of keys) {
    const answer = await bot.run("lookup", { what: key });
    if (isPrivate(answer)) wrong.push(`${key}: not found`);
    wrong.push(...refusalsOf(answer).map((rule) => `${key}: ${rule}`));
  }
  expect(wrong).toEqual([]);
});

test("something that no record names is answered with what to do", async () => {
  expect(textOf(messageOf(await house().run("lookup", { what: "zzzzzzzz" })))).toContain(
    "Pick from the list",
  );
});

test("a record with an open bug says so where it is found", async () => {
  expect(textOf(messageOf(await house().run("lookup", { what: "loriss" })))).toMatch(
    /\*\*Home\*\*.*1 known bug/,
  );
});
