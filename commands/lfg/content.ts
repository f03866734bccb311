import type { Member } from "../../src/bot/asker.ts";
import { overrides, overridesKey, slugCalled } from "../../src/guilds/overrides.ts";
import { type Content, contentOf, playableInArcOf } from "../../src/runs/content.ts";
import type { Draft } from "../../src/runs/draft.ts";
import { gatherTexts as say } from "../../src/runs/text/gather.ts";
import { otherMissions } from "../../src/runs/view/gather.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { escapeText, shorten } from "../../src/ui/text.ts";
import type { LfgNeeds } from "./needs.ts";
import type { Step } from "./time.ts";

const OTHERS = 5;
const TYPED_SHOWN = 60;

/** The record that the first words name. What stands behind it is the time. */
export async function missionOf(
  { catalog, index, store }: LfgNeeds,
  { guildId }: Member,
  { slug, mission: typed, when, draftId }: Draft,
): Promise<Step<{ readonly content: Content; readonly rest: string }>> {
  const fleets = slug ?? slugCalled(await store.read(overridesKey(guildId), overrides), typed);
  const named = fleets === undefined ? index.leading(typed) : undefined;
  const content = contentOf(catalog, fleets ?? named?.entry.slug ?? "");
  if (content === undefined) {
    const near = index.near(typed, OTHERS).filter(({ state }) => state !== "removed");
    const unknown = say.unknown(escapeText(shorten(typed, TYPED_SHOWN)));
    if (near.length === 0) throw new Refusal(`${unknown} ${say.nothingNear}`);
    const labels = near.map((entry) => ({ slug: entry.slug, label: `${entry.title} · ${entry.arcName}` }));
    return { question: otherMissions(`${unknown} ${say.didYouMean}`, labels, draftId) };
  }

  const title = escapeText(content.title);
  if (content.state === "removed") {
    const others = playableInArcOf(catalog, content.slug).slice(0, OTHERS);
    if (others.length === 0) throw new Refusal(`${say.removed(title)} ${say.removedNothing}`);
    const labels = others.map((one) => ({ slug: one.slug, label: one.title }));
    return { question: otherMissions(`${say.removed(title)} ${say.removedInstead}`, labels, draftId) };
  }
  const rest = named?.rest ?? "";
  if (rest !== "" && when !== undefined && slug === undefined)
    throw new Refusal(say.restAndWhen(title, escapeText(shorten(rest, TYPED_SHOWN))));
  return { found: { content, rest } };
}
