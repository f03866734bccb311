import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Asker } from "../../src/bot/asker.ts";
import { isFollowing } from "../../src/bugs/following.ts";
import { knownBugs } from "../../src/bugs/known.ts";
import { keptOf, type Ledger } from "../../src/bugs/ledger.ts";
import { ledgerOf } from "../../src/bugs/store.ts";
import { bugsTexts as say } from "../../src/bugs/text/bugs.ts";
import { bugCard } from "../../src/bugs/view/bug.ts";
import type { Catalog } from "../../src/catalog/load.ts";
import type { Store } from "../../src/store/store.ts";
import type { Clock } from "../../src/time/clock.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { type Placement, reply } from "../../src/ui/reply.ts";
import { affected, bugNamed } from "./find.ts";

export interface CardNeeds {
  readonly catalog: Catalog;
  readonly store: Store;
  readonly clock: Clock;
}

export async function showMission(
  needs: CardNeeds,
  asker: Asker,
  placement: Placement,
  slug: string,
  notice?: string,
): Promise<APIInteractionResponse> {
  return bugAnswer(needs, asker, placement, await ledgerOf(needs.store, asker.guildId), { slug, notice });
}

export async function showBug(
  needs: CardNeeds,
  asker: Asker,
  placement: Placement,
  handle: string,
): Promise<APIInteractionResponse> {
  const ledger = await ledgerOf(needs.store, asker.guildId);
  const bug = bugNamed(needs.catalog, ledger, handle);
  if (bug === undefined) throw new Refusal(say.noSuchBug);
  return bugAnswer(needs, asker, placement, ledger, { slug: bug.slug, handle });
}

interface Shown {
  readonly slug: string;
  readonly handle?: string;
  readonly notice?: string | undefined;
}

/** The card of a mission's bugs from a ledger that was just read or written. */
export function bugAnswer(
  { catalog, clock }: CardNeeds,
  { guildId, userId }: Asker,
  placement: Placement,
  ledger: Ledger,
  { slug, handle, notice }: Shown,
): APIInteractionResponse {
  const record = affected(catalog, slug);
  if (record === undefined) throw new Refusal(say.noSuchMission);
  const bugs = knownBugs(slug, record.bugs, ledger);
  const shown = bugs.find((bug) => bug.handle === handle) ?? bugs[0];
  const kept = placement === "public" || shown === undefined ? undefined : keptOf(ledger, shown);
  return reply(
    placement,
    bugCard({
      slug,
      title: record.title,
      bugs,
      handle: shown?.handle,
      isInFleet: guildId !== undefined,
      now: clock.now(),
      notice,
      own: kept?.voices.filter((voice) => voice.userId === userId),
      isFollowing: kept !== undefined && isFollowing(kept, userId),
    }),
  );
}
