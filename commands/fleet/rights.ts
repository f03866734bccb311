import type { Asker, Member } from "../../src/bot/asker.ts";
import { isOfficer } from "../../src/guilds/officer.ts";
import { guildSettings, type Settings, settingsKey } from "../../src/guilds/settings.ts";
import { rightsTexts } from "../../src/guilds/text/setup.ts";
import type { Store } from "../../src/store/store.ts";
import { Refusal } from "../../src/ui/refusal.ts";

/** An officer, and what their fleet has set; asked anew at every command, click and form. */
export async function officerOf(
  store: Store,
  asker: Asker,
): Promise<{ readonly member: Member; readonly settings: Settings }> {
  const { guildId } = asker;
  if (guildId === undefined) throw new Refusal(rightsTexts.notOfficer);
  const settings = await store.read(settingsKey(guildId), guildSettings);
  if (!isOfficer(asker, settings)) throw new Refusal(rightsTexts.notOfficer);
  return { member: { ...asker, guildId }, settings };
}
