import type { Asker, Member } from "../../src/bot/asker.ts";
import type { Answer, Click } from "../../src/bot/command.ts";
import { needsGuild } from "../../src/bot/text.ts";
import { type Captain, defaultFirst } from "../../src/captains/captain.ts";
import { type User, users } from "../../src/captains/store.ts";
import type { Viewpoint } from "../../src/captains/viewpoint.ts";
import type { CatalogIndex } from "../../src/catalog/find.ts";
import type { Catalog } from "../../src/catalog/load.ts";
import { guildSettings, type Settings, settingsKey } from "../../src/guilds/settings.ts";
import { type Content, contentOf } from "../../src/runs/content.ts";
import { asOf } from "../../src/runs/passing.ts";
import type { RunCards } from "../../src/runs/public-card.ts";
import type { RosterCaptain, Run } from "../../src/runs/run.ts";
import { isRunId, runKey, runs } from "../../src/runs/store.ts";
import { answerTexts } from "../../src/runs/text/answers.ts";
import { userKey } from "../../src/store/document-key.ts";
import type { Store } from "../../src/store/store.ts";
import type { Clock } from "../../src/time/clock.ts";
import { Refusal } from "../../src/ui/refusal.ts";

export interface LfgNeeds {
  readonly catalog: Catalog;
  readonly index: CatalogIndex;
  readonly store: Store;
  readonly clock: Clock;
  readonly cards: RunCards;
  /** Looks whether the crew of a run is still on the server, soon. */
  callRoll(guildId: string, runId: string): void;
  /** The briefing of a mission, for who pressed alone. */
  brief(click: Click, slug: string, viewpoint: Viewpoint): Answer;
}

/** Runs belong to a guild; dispatch has seen to that. */
export function memberOf(asker: Asker): Member {
  if (asker.guildId === undefined) throw new Refusal(needsGuild("lfg"));
  return { ...asker, guildId: asker.guildId };
}

/** The run as it is now; a refusal when it is another guild's, or no run at all. */
export async function knownRun(needs: LfgNeeds, member: Member, runId = ""): Promise<Run> {
  const run = isRunId(runId) ? await needs.store.read(runKey(member.guildId, runId), runs) : undefined;
  if (run === undefined) throw new Refusal(answerTexts.gone);
  return asOf(run, needs.clock.now());
}

export function contentOfRun({ catalog }: LfgNeeds, run: Run): Content | undefined {
  return contentOf(catalog, run.slug);
}

export function userOf({ store }: LfgNeeds, { userId }: Asker): Promise<User> {
  return store.read(userKey(userId), users);
}

export function settingsOf({ store }: LfgNeeds, { guildId }: Member): Promise<Settings> {
  return store.read(settingsKey(guildId), guildSettings);
}

/** A member's captains as a roster names them, the default first. */
export function rosterCaptains(user: User): readonly RosterCaptain[] {
  return defaultFirst(user).map(rosterCaptain);
}

function rosterCaptain({ captainId, name, kind, career, level }: Captain): RosterCaptain {
  return {
    captainId,
    name,
    kind,
    ...(career && { career }),
    ...(level !== undefined && { level }),
  };
}
