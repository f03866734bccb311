import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Asker } from "../src/bot/asker.ts";
import { type Command, command } from "../src/bot/command.ts";
import { flag, pick, text } from "../src/bot/options.ts";
import { ledgerOf } from "../src/bugs/store.ts";
import { bugsExamples, bugsTexts as say } from "../src/bugs/text/bugs.ts";
import { factionPicked, openBugsCard } from "../src/bugs/view/list.ts";
import { didYouMean } from "../src/bugs/view/questions.ts";
import { factionNames } from "../src/captains/names.ts";
import type { CatalogIndex, Entry } from "../src/catalog/find.ts";
import { type Faction, factions } from "../src/catalog/game.ts";
import { aliasesLike, overrides, overridesKey, slugCalled } from "../src/guilds/overrides.ts";
import { fleetsName } from "../src/missions/text/fleet.ts";
import { entryInList } from "../src/missions/text/questions.ts";
import { type Placement, placed, reply } from "../src/ui/reply.ts";
import { escapeText, shorten } from "../src/ui/text.ts";
import { openBugs } from "./bugs/find.ts";
import * as following from "./bugs/following.ts";
import * as officers from "./bugs/officers.ts";
import { type CardNeeds, showBug, showMission } from "./bugs/show.ts";
import { spoken, takenBack, voice } from "./bugs/voices.ts";

export interface BugsNeeds extends CardNeeds {
  readonly index: CatalogIndex;
}

const NAME_LENGTH = 100;
const SUGGESTIONS = 5;
const CHOICES = 25;
const REST_SHOWN = 60;

export default function bugs(needs: BugsNeeds): Command {
  return command({
    name: "bugs",
    description: say.description,
    options: {
      mission: text({ description: say.options.mission, maxLength: NAME_LENGTH, completes: true }),
      faction: pick(
        say.options.faction,
        factions.map((value) => ({ name: factionNames[value], value })),
      ),
      private: flag(say.options.private),
    },
    examples: bugsExamples,
    run: ({ asker, options: { mission, faction, private: isPrivate } }) => {
      const placement = isPrivate === true ? "private" : "public";
      return mission === undefined
        ? list(needs, asker, placement, faction, 1)
        : named(needs, asker, placement, mission);
    },
    complete: async ({ asker, typed }) => {
      const fleets = aliasesLike(await saidBy(needs, asker), typed).flatMap(({ alias, slug }) => {
        const entry = needs.index.exact(slug);
        return entry === undefined ? [] : [{ name: fleetsName(alias, labelOf(needs, entry)), value: slug }];
      });
      const found =
        typed.trim() === "" ? await withOpenBugs(needs, asker) : needs.index.search(typed, CHOICES);
      return [...fleets, ...found.map((entry) => ({ name: labelOf(needs, entry), value: entry.slug }))];
    },
    actions: {
      mission: ({ asker, args: [slug = ""], onPrivateCard }) =>
        showMission(needs, asker, placed(onPrivateCard), slug),
      post: ({ asker, args: [slug = ""] }) => showMission(needs, asker, "public", slug),
      show: ({ asker, args: [handle = ""], onPrivateCard }) =>
        showBug(needs, asker, placed(onPrivateCard), handle),
      pick: ({ asker, picked: [handle = ""], onPrivateCard }) =>
        showBug(needs, asker, placed(onPrivateCard), handle),
      voice: (click) => voice(needs, click),
      speak: (click) => spoken(needs, click),
      "take-back": (click) => takenBack(needs, click),
      follow: (click) => following.followBug(needs, click),
      unfollow: (click) => following.unfollowBug(needs, click),
      officers: (click) => officers.panel(needs, click),
      add: (click) => officers.openAdd(needs, click),
      edit: (click) => officers.openEdit(needs, click),
      fix: (click) => officers.openFix(needs, click),
      reopen: (click) => officers.reopen(needs, click),
      remove: (click) => officers.askRemove(needs, click),
      "remove-now": (click) => officers.remove(needs, click),
      export: (click) => officers.exported(needs, click),
      list: ({ asker, args: [faction, page = "1"], onPrivateCard }) =>
        list(needs, asker, placed(onPrivateCard), factionPicked(faction), Number(page)),
      filter: ({ asker, picked: [faction], onPrivateCard }) =>
        list(needs, asker, placed(onPrivateCard), factionPicked(faction), 1),
    },
    forms: {
      add: (submission) => officers.add(needs, submission),
      edit: (submission) => officers.edit(needs, submission),
      fix: (submission) => officers.fix(needs, submission),
    },
  });
}

/** The longest leading words that name a mission; what stands behind them has no meaning here, and is shown back. */
async function named(
  needs: BugsNeeds,
  asker: Asker,
  placement: "public" | "private",
  typed: string,
): Promise<APIInteractionResponse> {
  const found = needs.index.leading(typed);
  const fleets = found?.rest === "" ? undefined : slugCalled(await saidBy(needs, asker), typed);
  const slug = fleets ?? found?.entry.slug;
  const rest = fleets === undefined ? (found?.rest ?? "") : "";
  const notice = rest === "" ? undefined : say.leftOver(escapeText(shorten(rest, REST_SHOWN)));
  if (slug !== undefined) return await showMission(needs, asker, placement, slug, notice);
  const near = needs.index
    .near(typed, SUGGESTIONS)
    .map((entry) => ({ slug: entry.slug, label: labelOf(needs, entry) }));
  return reply("private", didYouMean(typed, near, placement));
}

async function list(
  { catalog, store }: BugsNeeds,
  { guildId }: Asker,
  placement: Placement,
  faction: Faction | undefined,
  page: number,
): Promise<APIInteractionResponse> {
  const ledger = await ledgerOf(store, guildId);
  return reply(placement, openBugsCard(openBugs(catalog, ledger, faction), faction, page));
}

/** What is offered before anything is typed. */
async function withOpenBugs(
  { catalog, store, index }: BugsNeeds,
  { guildId }: Asker,
): Promise<readonly Entry[]> {
  const open = openBugs(catalog, await ledgerOf(store, guildId), undefined);
  return [...new Set(open.map(({ bug }) => bug.slug))]
    .flatMap((slug) => index.exact(slug) ?? [])
    .slice(0, CHOICES);
}

/** What the asker's fleet calls records. */
async function saidBy({ store }: BugsNeeds, { guildId }: Asker) {
  return guildId === undefined ? overrides.absent : await store.read(overridesKey(guildId), overrides);
}

function labelOf({ catalog }: BugsNeeds, entry: Entry): string {
  return entryInList(entry, catalog.missions.get(entry.slug)?.removed?.on);
}
