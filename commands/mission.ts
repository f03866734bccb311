import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Asker } from "../src/bot/asker.ts";
import { type Click, type Command, command } from "../src/bot/command.ts";
import { flag, pick, text, whole } from "../src/bot/options.ts";
import { captainKindNames, careerNames } from "../src/captains/names.ts";
import { captainKinds, readViewpoint, viewpointOf } from "../src/captains/viewpoint.ts";
import type { CatalogIndex, Entry } from "../src/catalog/find.ts";
import { careers, MAX_LEVEL } from "../src/catalog/game.ts";
import {
  aliasesLike,
  type Overrides,
  overrideOf,
  overrides,
  overridesKey,
  slugCalled,
} from "../src/guilds/overrides.ts";
import { guildSettings, settingsKey } from "../src/guilds/settings.ts";
import { isSection, readSection, type Section, sections } from "../src/missions/sections.ts";
import { fleetsName } from "../src/missions/text/fleet.ts";
import { sectionNames } from "../src/missions/text/names.ts";
import { entryInList, missionExamples, mistakes } from "../src/missions/text/questions.ts";
import { type Ask, didYouMean, leftOver, type Suggestion } from "../src/missions/view/questions.ts";
import type { Store } from "../src/store/store.ts";
import { Refusal } from "../src/ui/refusal.ts";
import { reply } from "../src/ui/reply.ts";
import { bugsOfFleet } from "./mission/bugs.ts";
import { type CardNeeds, missionAnswer } from "./mission/card.ts";
import { ownEyes, sameEyes } from "./mission/eyes.ts";

export interface MissionNeeds extends CardNeeds {
  readonly index: CatalogIndex;
  readonly store: Store;
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
    run: async ({ asker, options }) => {
      const asked = viewpointOf(options.faction, options.career, options.level);
      const ask = await (options.private === true
        ? ownEyes(needs.store, asker, asked, "private")
        : { viewpoint: asked, placement: "public" as const });
      return await answer(needs, asker, options.name, options.section, ask);
    },
    complete: async ({ asker, typed }) => {
      const own = aliasesLike(await saidBy(needs, asker), typed).flatMap(({ alias, slug }) => {
        const entry = needs.index.exact(slug);
        return entry === undefined ? [] : [{ name: fleetsName(alias, labelOf(needs, entry)), value: slug }];
      });
      const found = typed.trim() === "" ? wellKnown(needs) : needs.index.search(typed, CHOICES);
      return [...own, ...found.map((entry) => ({ name: labelOf(needs, entry), value: entry.slug }))];
    },
    actions: {
      open: (click) => turn(needs, click),
      page: (click) => turn(needs, click),
      post: (click) => post(needs, click),
      pick: async ({ asker, picked: [slug = ""] }) =>
        await show(needs, asker, slug, "briefing", 1, await ownEyes(needs.store, asker, {}, "private")),
    },
  });
}

/** Reads what was typed: a name, or a name and a section, or something near a name. */
async function answer(
  needs: MissionNeeds,
  asker: Asker,
  typed: string,
  chosen: Section | undefined,
  ask: Ask,
): Promise<APIInteractionResponse> {
  const found = needs.index.leading(typed);
  const fleets = found?.rest === "" ? undefined : slugCalled(await saidBy(needs, asker), typed);
  const slug = fleets ?? (found?.rest === "" ? found.entry.slug : undefined);
  if (slug !== undefined) return await show(needs, asker, slug, chosen ?? "briefing", 1, ask);
  if (found === undefined) return reply("private", didYouMean(typed, suggestions(needs, typed), ask));

  const { entry, rest } = found;
  const named = readSection(rest);
  return named === undefined
    ? reply("private", leftOver(entry, rest, ask))
    : await show(needs, asker, entry.slug, chosen ?? named, 1, ask);
}

/**
 * A section or page button: in place on a card that only the asker sees, else a private card of its own. That one is
 * drawn for the captain of who pressed; what was asked for on the card goes first.
 */
async function turn(
  needs: MissionNeeds,
  { asker, args, onPrivateCard }: Click,
): Promise<APIInteractionResponse> {
  const [slug = "", section = "", written = "", page = "1"] = args;
  const seen = readViewpoint(written);
  const ask = await (onPrivateCard
    ? sameEyes(needs.store, asker, seen)
    : ownEyes(needs.store, asker, seen, "private"));
  return await show(needs, asker, slug, section, pageNumber(page), ask);
}

/** A suggestion for everyone: a message of its own. */
async function post(needs: MissionNeeds, { asker, args }: Click): Promise<APIInteractionResponse> {
  const [slug = "", section = "", viewpoint = ""] = args;
  return await show(needs, asker, slug, section, 1, {
    viewpoint: readViewpoint(viewpoint),
    placement: "public",
  });
}

/** The card as this fleet wants it: with its own word on the record, and the plot only where plots may stand. */
async function show(
  needs: MissionNeeds,
  asker: Asker,
  slug: string,
  section: string,
  page: number,
  ask: Ask,
): Promise<APIInteractionResponse> {
  if (!isSection(section)) throw new Refusal(mistakes.noSuchSection);
  const isPosted = section === "story" && ask.placement === "public";
  const placed =
    isPosted && (await keepsPlotsPrivate(needs, asker))
      ? await ownEyes(needs.store, asker, ask.viewpoint, "private")
      : ask;
  const fleet = section === "briefing" ? overrideOf(await saidBy(needs, asker), slug) : undefined;
  const fleetBugs = await bugsOfFleet(needs, asker, slug);
  return missionAnswer(needs, { slug, section, page, ask: placed, fleet, fleetBugs });
}

async function saidBy({ store }: MissionNeeds, { guildId }: Asker): Promise<Overrides> {
  return guildId === undefined ? overrides.absent : await store.read(overridesKey(guildId), overrides);
}

async function keepsPlotsPrivate({ store }: MissionNeeds, { guildId }: Asker): Promise<boolean> {
  if (guildId === undefined) return false;
  return (await store.read(settingsKey(guildId), guildSettings)).spoilers === "private";
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

/** A page number out of a custom id: from 1, and 1 for anything that is none. */
function pageNumber(written: string): number {
  return /^[1-9]\d?$/.test(written) ? Number(written) : 1;
}
