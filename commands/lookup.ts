import type { APIInteractionResponse } from "discord-api-types/v10";
import { type Command, command } from "../src/bot/command.ts";
import { flag, text } from "../src/bot/options.ts";
import type { Thing, ThingsIndex } from "../src/catalog/things.ts";
import { lookupExamples, lookupTexts } from "../src/missions/text/lookup.ts";
import { nearThings, thingCard } from "../src/missions/view/thing.ts";
import { Refusal } from "../src/ui/refusal.ts";
import { type Placement, reply } from "../src/ui/reply.ts";

export interface LookupNeeds {
  readonly things: ThingsIndex;
}

const CHOICES = 25;
const SUGGESTIONS = 5;

export default function lookup({ things }: LookupNeeds): Command {
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
    run: ({ options }) => answer(things, options.what, options.private === true ? "private" : "public"),
    complete: ({ typed }) =>
      things
        .search(typed, CHOICES)
        .map(({ key, name, kinds }) => ({ name: `${name} · ${lookupTexts.kinds(kinds)}`, value: key })),
    actions: {
      post: ({ picked: [key = ""] }) => reply("public", thingCard(known(things, key))),
      open: ({ picked: [key = ""] }) => reply("in-place", thingCard(known(things, key))),
    },
  });
}

function known(things: ThingsIndex, key: string): Thing {
  const thing = things.exact(key);
  if (thing === undefined) throw new Refusal(lookupTexts.gone);
  return thing;
}

function answer(things: ThingsIndex, typed: string, placement: Placement): APIInteractionResponse {
  const thing = things.exact(typed);
  return thing === undefined
    ? reply("private", nearThings(typed, things.search(typed, SUGGESTIONS), placement))
    : reply(placement, thingCard(thing));
}
