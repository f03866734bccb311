import type { APIContainerComponent, APIInteractionResponse } from "discord-api-types/v10";
import { type Click, type Command, command } from "../src/bot/command.ts";
import { flag, pick, text, whole } from "../src/bot/options.ts";
import type { Rendered } from "../src/bot/rendered.ts";
import { captainKindNames, careerNames } from "../src/captains/names.ts";
import { captainKinds, readViewpoint, viewpointOf, writeViewpoint } from "../src/captains/viewpoint.ts";
import type { CatalogIndex, Entry } from "../src/catalog/find.ts";
import { careers, MAX_LEVEL } from "../src/catalog/game.ts";
import type { Catalog } from "../src/catalog/load.ts";
import {
  isSection,
  isTaskForceSection,
  readSection,
  type Section,
  sections,
  taskForceSections,
} from "../src/missions/sections.ts";
import { sectionNames } from "../src/missions/text/names.ts";
import { entryInList, inWords, missionExamples, mistakes } from "../src/missions/text/questions.ts";
import { taskForceTexts } from "../src/missions/text/task-force.ts";
import { missionCard } from "../src/missions/view/card.ts";
import { type Ask, didYouMean, leftOver, type Suggestion } from "../src/missions/view/questions.ts";
import { taskForceCard } from "../src/missions/view/task-force.ts";
import type { Clock } from "../src/time/clock.ts";
import { stoDay } from "../src/time/days.ts";
import { Refusal } from "../src/ui/refusal.ts";
import { reply } from "../src/ui/reply.ts";

export interface MissionNeeds {
  readonly catalog: Catalog;
  readonly index: CatalogIndex;
  readonly clock: Clock;
  readonly rendered: Rendered;
}

const NAME_LENGTH = 100;
const SUGGESTIONS = 5;
const CHOICES = 25;

export default function mission(needs: MissionNeeds): Command {
  return command({
    name: "mission",
    description: "A mission's briefing: objectives, rewards, known bugs, cast, story",
    options: {
      name: text({
        description: "The mission: its title, or a short form",
        required: true,
        maxLength: NAME_LENGTH,
        completes: true,
      }),
      section: pick(
        "The part to show; the briefing when left out",
        sections.map((value) => ({ name: sectionNames[value], value })),
      ),
      faction: pick(
        "Whose briefing; marks what is not for such a captain",
        captainKinds.map((value) => ({ name: captainKindNames[value], value })),
      ),
      career: pick(
        "The captain's career",
        careers.map((value) => ({ name: careerNames[value], value })),
      ),
      level: whole("The captain's level; marks the row of the replay table", { min: 1, max: MAX_LEVEL }),
      private: flag("Only you see the answer"),
    },
    examples: missionExamples,
    run: ({ options }) => {
      const ask: Ask = {
        viewpoint: viewpointOf(options.faction, options.career, options.level),
        placement: options.private === true ? "private" : "public",
      };
      return answer(needs, options.name, options.section, ask);
    },
    complete: ({ typed }) =>
      (typed.trim() === "" ? wellKnown(needs) : needs.index.search(typed, CHOICES)).map((entry) => ({
        name: labelOf(needs, entry),
        value: entry.slug,
      })),
    actions: {
      open: (click) => turn(needs, click),
      page: (click) => turn(needs, click),
      post: (click) => post(needs, click),
      pick: ({ picked: [slug = ""] }) =>
        show(needs, slug, "briefing", 1, { viewpoint: {}, placement: "private" }),
    },
  });
}

/** Reads what was typed: a name, or a name and a section, or something near a name. */
function answer(
  needs: MissionNeeds,
  typed: string,
  chosen: Section | undefined,
  ask: Ask,
): APIInteractionResponse {
  const found = needs.index.leading(typed);
  if (found === undefined) return reply("private", didYouMean(typed, suggestions(needs, typed), ask));
  const { entry, rest } = found;
  if (rest === "") return show(needs, entry.slug, chosen ?? "briefing", 1, ask);

  const named = readSection(rest);
  return named === undefined
    ? reply("private", leftOver(entry, rest, ask))
    : show(needs, entry.slug, chosen ?? named, 1, ask);
}

/** A section or page button: in place on a card that only the asker sees, else a private card of its own. */
function turn(needs: MissionNeeds, { args, onPrivateCard }: Click): APIInteractionResponse {
  const [slug = "", section = "", viewpoint = "", page = "1"] = args;
  const placement = onPrivateCard ? "in-place" : "private";
  return show(needs, slug, section, pageNumber(page), { viewpoint: readViewpoint(viewpoint), placement });
}

/** A suggestion for everyone: a message of its own. */
function post(needs: MissionNeeds, { args }: Click): APIInteractionResponse {
  const [slug = "", section = "", viewpoint = ""] = args;
  return show(needs, slug, section, 1, { viewpoint: readViewpoint(viewpoint), placement: "public" });
}

function suggestions(needs: MissionNeeds, typed: string): readonly Suggestion[] {
  return needs.index
    .near(typed, SUGGESTIONS)
    .map((entry) => ({ slug: entry.slug, label: labelOf(needs, entry) }));
}

/** What is offered before anything is typed: the records that tell most. */
function wellKnown({ catalog, index }: MissionNeeds): readonly Entry[] {
  const records = [...catalog.missions.values(), ...catalog.taskForces.values()];
  return (["full", "good"] as const)
    .flatMap((completeness) => records.filter((record) => record.completeness === completeness))
    .flatMap((record) => index.exact(record.slug) ?? [])
    .slice(0, CHOICES);
}

function labelOf({ catalog }: MissionNeeds, entry: Entry): string {
  return entryInList(entry, catalog.missions.get(entry.slug)?.removed?.on);
}

/** The card of a mission or task force, rendered once for everybody who asks the same on the same day. */
function show(
  needs: MissionNeeds,
  slug: string,
  section: string,
  page: number,
  ask: Ask,
): APIInteractionResponse {
  if (!isSection(section)) throw new Refusal(mistakes.noSuchSection);
  const today = stoDay(needs.clock.now());
  const key = ["mission", slug, section, page, ask.placement, writeViewpoint(ask.viewpoint), today].join("|");
  return needs.rendered(key, () =>
    reply(ask.placement, [draw(needs.catalog, slug, section, page, ask, today)]),
  );
}

function draw(
  catalog: Catalog,
  slug: string,
  section: Section,
  page: number,
  { viewpoint }: Ask,
  today: string,
): APIContainerComponent {
  const taskForce = catalog.taskForces.get(slug);
  if (taskForce !== undefined) {
    if (isTaskForceSection(section)) return taskForceCard(taskForce, viewpoint, section, page);
    throw new Refusal(taskForceTexts.noSuchSection(taskForceSections.map((one) => sectionNames[one])));
  }
  const mission = catalog.missions.get(slug);
  const arc = mission && catalog.arcs.get(mission.arc);
  if (mission === undefined || arc === undefined) throw new Refusal(mistakes.noSuchMission);

  const titleOf = (other: string) => catalog.missions.get(other)?.title ?? inWords(other);
  const arcSize = catalog.missionsIn(arc.slug).length;
  const look = { mission, arc, arcSize, ...catalog.neighbours(mission), viewpoint, today, titleOf };
  return missionCard(look, section, page);
}

/** A page number out of a custom id: from 1, and 1 for anything that is none. */
function pageNumber(written: string): number {
  return /^[1-9]\d?$/.test(written) ? Number(written) : 1;
}
