import { isOfficer } from "../guilds/officer.ts";
import { guildSettings, type Settings, settingsKey } from "../guilds/settings.ts";
import { rightsTexts } from "../guilds/text/setup.ts";
import type { Store } from "../store/store.ts";
import { Refusal } from "../ui/refusal.ts";
import type { Asker, Member } from "./asker.ts";

export interface Officer {
  readonly member: Member;
  /** What their fleet has set. */
  readonly settings: Settings;
}

/** Asked anew at every command, click and form: who was an officer yesterday may not be one today. */
export async function insistOnOfficer(store: Store, asker: Asker, deed: string): Promise<Officer> {
  const { guildId } = asker;
  if (guildId === undefined) throw new Refusal(rightsTexts.onlyOfficers(deed));
  const settings = await store.read(settingsKey(guildId), guildSettings);
  if (!isOfficer(asker, settings)) throw new Refusal(rightsTexts.onlyOfficers(deed));
  return { member: { ...asker, guildId }, settings };
}
