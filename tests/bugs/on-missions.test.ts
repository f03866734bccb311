import { expect, test } from "vitest";
import { house } from "../house.ts";
import { add, handleOn, idOf, labelsOf, OFFICER, read, STUCK, speak } from "./board.ts";

test("a fleet's own bug and its counts stand on the briefing, in the Bugs section and on the step", async () => {
  const bot = house();
  const before = await bot.run("mission", { name: "home" });
  await add(bot.as(OFFICER));
  const handle = handleOn(await bot.run("bugs", { mission: "home" }));
  await speak(bot, handle, "seen", "klingon");

  const after = await bot.run("mission", { name: "home" });
  expect(read(before)).toContain("**1 known bug**");
  expect(read(after)).toContain("**2 known bugs** · ");
  expect(read(after)).toContain(
    " · Romulan (source) · Klingon, Starfleet (23rd century) (fleet) · seen by 1 here",
  );
  expect(read(after)).toContain("seen by 1 here");
  expect(labelsOf(after)).toContain("Bugs (2)");

  const section = await bot.run("mission", { name: "home bugs", faction: "klingon" });
  expect(read(section)).toContain("- **Klingon: not told by the source · seen by 1 here** · you");
  expect(read(section)).toContain("**The last door never opens**");
  const objectives = read(await bot.run("mission", { name: "home objectives" }));
  expect(objectives).toMatch(/Speak with the Jem'Hadar Soldiers.*known bug/);
});

test("another fleet, and a direct message, see the briefing as it was", async () => {
  const bot = house();
  const before = await bot.as({ guildId: "99" }).run("mission", { name: "home" });
  await add(bot.as(OFFICER));
  for (const guildId of ["99", null])
    expect(await bot.as({ guildId }).run("mission", { name: "home" })).toEqual(before);
});

test("a mission whose only bug is fixed for this fleet has no open bug, on no card", async () => {
  const bot = house();
  const handle = handleOn(await bot.run("bugs", { mission: "home" }));
  await bot.as(OFFICER).submit(`v1:bugs:fix:${handle}`, { day: "today" });
  const briefing = await bot.run("mission", { name: "home" });
  expect(read(briefing)).toContain("**No open bug** · 1 fixed");
  expect(labelsOf(briefing)).toContain("Bugs");
  expect(read(await bot.run("mission", { name: "home objectives" }))).not.toContain("known bug");
});

test("every change shows at once: no card is an older one", async () => {
  const bot = house();
  const handle = handleOn(await bot.run("bugs", { mission: "home" }));
  const bugs = async () => read(await bot.run("mission", { name: "home bugs" }));
  await bugs();
  await speak(bot, handle, "seen", "klingon");
  expect(await bugs()).toContain("- Klingon: not told by the source · seen by 1 here\n");
  await speak(bot, handle, "works", "klingon");
  expect(await bugs()).toContain("- Klingon: not told by the source · works for 1 here\n");
  await bot.press(`v1:bugs:take-back:${handle}:klingon`);
  expect(await bugs()).toContain("- Klingon: unknown\n");
});

test("a task force tells of the fleet's bugs on its briefing", async () => {
  const bot = house();
  const card = await bot.run("bugs", { mission: "isa" });
  const slug = idOf(card, "Briefing").split(":")[3] ?? "";
  await add(bot.as(OFFICER), { ...STUCK, objective: "" }, slug);
  expect(read(await bot.run("mission", { name: slug }))).toContain(
    "**1 known bug** · Klingon, Starfleet (23rd century) (fleet)",
  );
  expect(read(await bot.run("bugs"))).toContain("The last door never opens");
});

test("the Bugs section leads to the reports of the fleet", async () => {
  const bot = house();
  const section = await bot.run("mission", { name: "home bugs" });
  expect(read(await bot.press(idOf(section, "Reports by faction")))).toContain("## Home · Known bugs");
});
