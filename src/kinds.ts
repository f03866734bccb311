import { ledgers } from "./bugs/store.ts";
import { openErasures, users } from "./captains/store.ts";
import { departures } from "./guilds/departure.ts";
import { importParts } from "./guilds/import-parts.ts";
import { imports, openImports } from "./guilds/imports.ts";
import { overrides } from "./guilds/overrides.ts";
import { guildSettings } from "./guilds/settings.ts";
import { directOpenings } from "./reminders/direct-budget.ts";
import { rewardDrafts } from "./rewards/draft.ts";
import { periods, tracks } from "./rewards/store.ts";
import { berths } from "./runs/berths.ts";
import { runDrafts } from "./runs/draft.ts";
import { pings } from "./runs/pings.ts";
import { postponing } from "./runs/postpone.ts";
import { runs } from "./runs/store.ts";
import type { AnyKind } from "./store/errand.ts";

/** The one list of everything that is kept: an examination of the store knows what it finds by it. */
export const kinds: readonly AnyKind[] = [
  guildSettings,
  overrides,
  imports,
  openImports,
  importParts,
  departures,
  users,
  openErasures,
  runs,
  runDrafts,
  berths,
  pings,
  postponing,
  ledgers,
  tracks,
  periods,
  rewardDrafts,
  directOpenings,
];
