import type { APIInteractionResponse } from "discord-api-types/v10";
import { type Click, type Command, command } from "../src/bot/command.ts";
import { flag, pick, text, whole } from "../src/bot/options.ts";
import { factionNames } from "../src/captains/names.ts";
import type { Arc } from "../src/catalog/arc.ts";
import { fold } from "../src/catalog/fold.ts";
import { factions, MAX_LEVEL } from "../src/catalog/game.ts";
import type { Catalog } from "../src/catalog/load.ts";
import { askedStates, browse, contentKinds, type Filter, readFilter } from "../src/missions/browse.ts";
import { askedStateNames, browseExamples, browseTexts, kindNames } from "../src/missions/text/browse.ts";
import { listCard } from "../src/missions/view/list.ts";
import { Refusal } from "../src/ui/refusal.ts";
import { type Placement, reply } from "../src/ui/reply.ts";
import { escapeText } from "../src/ui/text.ts";

export interface MissionsNeeds {
  readonly catalog: Catalog;
}

const CHOICES = 25;

export default function missions({ catalog }: MissionsNeeds): Command {
  return command({
    name: "missions",
    description: "Browse the missions and task forces, by arc, faction, level, kind or state",
    options: {
      arc: text({ description: "A story arc, its missions in order", maxLength: 100, completes: true }),
      faction: pick(
        "What captains of a faction can play",
        factions.map((value) => ({ name: factionNames[value], value })),
      ),
      level: whole("What a captain of this level can start", { min: 1, max: MAX_LEVEL }),
      kind: pick(
        "Story missions, or a kind of group content",
        contentKinds.map((value) => ({ name: kindNames[value], value })),
      ),
      state: pick(
        "What is known of whether it can be played",
        askedStates.map((value) => ({ name: askedStateNames[value], value })),
      ),
      private: flag("Only you see the answer"),
    },
    examples: browseExamples,
    run: ({ options }) => {
      const { arc, faction, level, kind, state } = options;
      const filter = {
        faction,
        level,
        kind,
        state,
        arc: arc === undefined ? undefined : arcNamed(catalog, arc).slug,
      };
      return show(catalog, filter, 1, options.private === true ? "private" : "public");
    },
    complete: ({ typed }) =>
      arcsLike(catalog, typed)
        .slice(0, CHOICES)
        .map(({ name, slug }) => ({ name, value: slug })),
    actions: { page: (click) => turn(catalog, click) },
  });
}

/** In place on a list that only the asker sees, else a private list of their own. */
function turn(catalog: Catalog, { args, onPrivateCard }: Click): APIInteractionResponse {
  const [filter = "", page = "1"] = args;
  return show(catalog, readFilter(filter), Number(page) || 1, onPrivateCard ? "in-place" : "private");
}

function show(catalog: Catalog, filter: Filter, page: number, placement: Placement): APIInteractionResponse {
  const arc = filter.arc === undefined ? undefined : catalog.arcs.get(filter.arc);
  return reply(placement, listCard(browse(catalog, filter), filter, arc?.name, page));
}

function arcNamed(catalog: Catalog, typed: string): Arc {
  const wanted = fold(typed);
  const arcs = [...catalog.arcs.values()];
  const exact = arcs.find((arc) => namesOf(arc).some((name) => fold(name) === wanted));
  const [only, ...others] = arcsLike(catalog, typed);
  const found = exact ?? (others.length === 0 ? only : undefined);
  if (found === undefined) throw new Refusal(browseTexts.noSuchArc(escapeText(typed)));
  return found;
}

/** Arcs of which a name contains every word typed, in the order in which they are played. */
function arcsLike(catalog: Catalog, typed: string): readonly Arc[] {
  const words = fold(typed).split(" ");
  return [...catalog.arcs.values()].filter((arc) =>
    namesOf(arc).some((name) => words.every((word) => fold(name).includes(word))),
  );
}

function namesOf({ name, slug, aliases = [] }: Arc): readonly string[] {
  return [name, slug, ...aliases];
}
