import type { APIMessageTopLevelComponent } from "discord-api-types/v10";
import type { Member } from "../../src/bot/asker.ts";
import type { Entry } from "../../src/catalog/find.ts";
import { fold } from "../../src/catalog/fold.ts";
import { overrides, overridesKey, slugCalled } from "../../src/guilds/overrides.ts";
import { type Content, contentOf, playableInArcOf } from "../../src/runs/content.ts";
import type { Draft } from "../../src/runs/draft.ts";
import { gatherTexts as say } from "../../src/runs/text/gather.ts";
import { otherMissions } from "../../src/runs/view/gather.ts";
import { readWhen } from "../../src/time/when.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { escapeText, shorten } from "../../src/ui/text.ts";
import type { LfgNeeds } from "./needs.ts";

const OTHERS = 5;
const TYPED_SHOWN = 60;

/** `when`: the time that stood behind the name, to be kept while it is asked which mission is meant. */
type Mission =
  | { readonly found: { readonly content: Content; readonly rest: string } }
  | { readonly question: APIMessageTopLevelComponent[]; readonly when: string | undefined };

/** The record that the first words name. What stands behind it is the time. */
export async function missionOf(needs: LfgNeeds, { guildId }: Member, draft: Draft): Promise<Mission> {
  const { catalog, index, store } = needs;
  const { slug, mission: typed, when, draftId } = draft;
  const fleets = slug ?? slugCalled(await store.read(overridesKey(guildId), overrides), typed);
  const named = fleets === undefined ? index.leading(typed) : undefined;
  const content = contentOf(catalog, fleets ?? named?.entry.slug ?? "");
  if (content === undefined) return whichMission(needs, draft);

  const title = escapeText(content.title);
  const rest = named?.rest ?? "";
  if (content.state === "removed") {
    const others = playableInArcOf(catalog, content.slug).slice(0, OTHERS);
    if (others.length === 0) throw new Refusal(`${say.removed(title)} ${say.removedNothing}`);
    const labels = others.map((one) => ({ slug: one.slug, label: one.title }));
    const question = otherMissions(`${say.removed(title)} ${say.removedInstead}`, labels, draftId);
    return { question, when: when ?? (rest || undefined) };
  }
  if (rest !== "" && when !== undefined && slug === undefined)
    throw new Refusal(say.restAndWhen(title, escapeText(shorten(rest, TYPED_SHOWN))));
  return { found: { content, rest } };
}

/** For words that name no record: those that begin like them, else those that are near. */
function whichMission({ index, clock }: LfgNeeds, { mission: typed, when, draftId }: Draft): Mission {
  const { name, rest } = when === undefined ? apart(typed, clock.now()) : { name: typed, rest: undefined };
  const near = index.near(name, OTHERS).filter(({ state }) => state !== "removed");
  const alike = near.filter(({ title }) => fold(title).startsWith(fold(name)));
  const shown = escapeText(shorten(name, TYPED_SHOWN));
  if (near.length === 0) throw new Refusal(`${say.unknown(shown)} ${say.nothingNear}`);
  const offered = alike.length > 0 ? alike : near;
  const labels = offered.map((entry) => ({ slug: entry.slug, label: `${entry.title} · ${entry.arcName}` }));
  const question = otherMissions(`${sentenceFor(shown, alike)} ${say.elseKept}`, labels, draftId);
  return { question, when: when ?? rest };
}

function sentenceFor(shown: string, alike: readonly Entry[]): string {
  const [only, ...others] = alike;
  if (only === undefined) return `${say.unknown(shown)} ${say.didYouMean}`;
  return others.length > 0 ? say.which(shown) : say.didYouMeanThis(escapeText(only.title));
}

/** "tomorrow at 8 in the evening EST" has seven. */
const WORDS_OF_A_TIME = 8;

/** "infected sat 20:00": words for a name, and the most words behind it that can be read as a time. */
function apart(typed: string, now: number): { readonly name: string; readonly rest: string | undefined } {
  const words = typed.trim().split(/\s+/);
  for (let count = Math.max(1, words.length - WORDS_OF_A_TIME); count < words.length; count++) {
    const rest = words.slice(count).join(" ");
    if (readWhen(rest, { now, zone: "UTC" }).kind !== "unreadable")
      return { name: words.slice(0, count).join(" "), rest };
  }
  return { name: typed, rest: undefined };
}
