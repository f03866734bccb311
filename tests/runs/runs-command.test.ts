import { expect, test } from "vitest";
import { users } from "../../src/captains/store.ts";
import { guildSettings, settingsKey } from "../../src/guilds/settings.ts";
import { userKey } from "../../src/store/document-key.ts";
import { GUILD, gathered, lobby, menu } from "./lobby.ts";

test("the menu of runs shows times where its reader lives, else where the fleet does", async () => {
  const bot = lobby();
  await gathered(bot);
  const shown = async () => menu(await bot.member("1").run("runs")).options[0]?.description;
  expect(await shown()).toContain("20:00 UTC");
  await bot.store.update(settingsKey(GUILD), guildSettings, (one) => ({ ...one, timeZone: "Europe/Berlin" }));
  expect(await shown()).toContain("21:00");
  await bot.store.update(userKey("1"), users, (one) => ({ ...one, timeZone: "Asia/Tokyo" }));
  expect(await shown()).toContain("05:00");
});
