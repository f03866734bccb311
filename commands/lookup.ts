import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Asker } from "../src/bot/asker.ts";
import { type Command, command } from "../src/bot/command.ts";
import { flag, text } from "../src/bot/options.ts";
import { isOpen, knownBugs } from "../src/bugs/known.ts";
import { ledgerOf } from "../src/bugs/store.ts";
import type { Catalog } from "../src/catalog/load.ts";
import type { Thing, ThingsIndex } from "../src/catalog/things.ts";
import { lookupExamples, lookupTexts } from "../src/missions/text/lookup.ts";
import { nearThings, thingCard } from "../src/missions/view/thing.ts";
import type { Store } from "../src/store/store.ts";
import { Refusal } from "../src/ui/refusal.ts";
import { type Placement, reply } from "../src/ui/reply.ts";

export interface LookupNeeds {
  readonly catalog: Catalog;
  readonly store: Store;
  readonly things: ThingsIndex;
}

const CHOICES = 25;
const SUGGESTIONS = 5;

export default function lookup(needs: LookupNeeds): Command {
  const { things } = needs;
  return command({
    name: "lookup",
    description: "In which missions somebody or something appears",
    options: {
      what: text({
        description: "A character, place, species, ship, organisation, item, reward, accolade or foe",
        required: true,
        maxLength: 100,
        completes: true,
      }),
      private: flag("Only you see the answer"),
    },
    examples: lookupExamples,
    run: ({ asker, options }) =>
      answer(needs, asker, options.what, options.private === true ? "private" : "public"),
    complete: ({ typed }) =>
      things
        .search(typed, CHOICES)
        .map(({ key, name, kinds }) => ({ name: `${name} · ${lookupTexts.kinds(kinds)}`, value: key })),
    actions: {
      post: ({ asker, picked: [key = ""] }) => draw(needs, asker, "public", known(things, key)),
      open: ({ asker, picked: [key = ""] }) => draw(needs, asker, "in-place", known(things, key)),
    },
  });
}

function known(things: ThingsIndex, key: string): Thing {
  const thing = things.exact(key);
  if (thing === undefined) throw new Refusal(lookupTexts.gone);
  return thing;
}

async function answer(
  needs: LookupNeeds,
  asker: Asker,
  typed: string,
  placement: Placement,
): Promise<APIInteractionResponse> {
  const { things } = needs;
  const thing = things.exact(typed);
  return thing === undefined
    ? reply("private", nearThings(typed, things.search(typed, SUGGESTIONS), placement))
    : await draw(needs, asker, placement, thing);
}

/** Beside each record stands how many of its bugs are open, by the source and by what the asker's fleet knows. */
async function draw(
  { catalog, store }: LookupNeeds,
  { guildId }: Asker,
  placement: Placement,
  thing: Thing,
): Promise<APIInteractionResponse> {
  const ledger = await ledgerOf(store, guildId);
  const openBugs = (slug: string) =>
    knownBugs(slug, catalog.missions.get(slug)?.bugs ?? [], ledger).filter(isOpen).length;
  return reply(placement, thingCard(thing, openBugs));
}
