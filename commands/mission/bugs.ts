import type { Asker } from "../../src/bot/asker.ts";
import { isOpen, knownBugs } from "../../src/bugs/known.ts";
import { isShown } from "../../src/bugs/ledger.ts";
import { ledgerOf } from "../../src/bugs/store.ts";
import { bugsInShort } from "../../src/bugs/text/words.ts";
import { bugBlock } from "../../src/bugs/view/bug.ts";
import type { Faction } from "../../src/catalog/game.ts";
import type { Catalog } from "../../src/catalog/load.ts";
import type { FleetBugs } from "../../src/missions/view/look.ts";
import type { Store } from "../../src/store/store.ts";

/** What a fleet knows of a record's bugs, and a key that changes with everything a card shows of it. */
export interface KeyedBugs {
  readonly key: string;
  shown(faction: Faction | undefined): FleetBugs;
}

/** `undefined` for most fleets and records: then the card is the same for everybody. */
export async function bugsOfFleet(
  { catalog, store }: { readonly catalog: Catalog; readonly store: Store },
  { guildId }: Asker,
  slug: string,
): Promise<KeyedBugs | undefined> {
  const ledger = await ledgerOf(store, guildId);
  if (!ledger.bugs.some((kept) => kept.slug === slug && isShown(kept))) return undefined;
  const bugs = knownBugs(slug, catalog.missions.get(slug)?.bugs ?? [], ledger);
  const open = bugs.filter(isOpen);
  return {
    key: JSON.stringify(bugs),
    shown: (faction) => ({
      open: open.length,
      inShort: bugsInShort(bugs),
      blocks: bugs.map((bug) => bugBlock(bug, { faction })),
      steps: open.flatMap(({ objective }) => objective ?? []),
    }),
  };
}
