import type { Asker } from "../../src/bot/asker.ts";
import { insistOnOfficer, type Officer } from "../../src/bot/officer.ts";
import { rightsTexts } from "../../src/guilds/text/setup.ts";
import type { Store } from "../../src/store/store.ts";

export function officerOf(store: Store, asker: Asker): Promise<Officer> {
  return insistOnOfficer(store, asker, rightsTexts.deed);
}
