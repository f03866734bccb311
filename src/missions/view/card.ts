import type { APIContainerComponent } from "discord-api-types/v10";
import type { Faction } from "../../catalog/game.ts";
import type { Mission } from "../../catalog/mission.ts";
import { type ButtonFace, buttonRows, card, line, text } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { pageAt } from "../../ui/pages.ts";
import { escapeText } from "../../ui/text.ts";
import { dayInWords } from "../../ui/times.ts";
import { type Section, sections } from "../sections.ts";
import { labels, briefingTexts as say, sectionNames } from "../text.ts";
import { writeViewpoint } from "../viewpoint.ts";
import { briefingView } from "./briefing.ts";
import { bugsView } from "./bugs.ts";
import { castView } from "./cast.ts";
import type { Look } from "./look.ts";
import { objectivesView } from "./objectives.ts";
import { rewardsView } from "./rewards.ts";
import { sourcesView } from "./sources.ts";
import { storyView } from "./story.ts";

/** Room for one page's body: Discord's 4,000 characters less heading, small print and sources. */
const BODY_ROOM = 3_200;

const VIEWS: Readonly<Record<Section, (look: Look) => readonly string[]>> = {
  briefing: briefingView,
  objectives: objectivesView,
  rewards: rewardsView,
  bugs: bugsView,
  cast: castView,
  story: storyView,
  sources: sourcesView,
};

/** One section of a mission, with the buttons that lead to the others. Pages count from 1; any other number is brought into range. */
export function missionCard(look: Look, section: Section, page: number): APIContainerComponent {
  const { mission } = look;
  const shown = pageAt(VIEWS[section](look), BODY_ROOM, page);
  const heading =
    section === "briefing"
      ? `## ${escapeText(mission.title)}\n-# ${placeInGame(look)}`
      : `## ${escapeText(mission.title)} · ${sectionNames[section]}${shown.of > 1 ? ` ${shown.number}/${shown.of}` : ""}`;
  return card(accentOf(mission), [
    text(heading),
    text(shown.body),
    line(),
    ...buttonRows(pageButtons(look, section, shown.number, shown.of)),
    ...buttonRows(
      sections.map((one) => sectionButton(look, one, section)).filter((face) => face !== undefined),
    ),
    ...buttonRows(neighbourButtons(look)),
    text(`-# ${sourcesInShort(mission)}`),
  ]);
}

function placeInGame({ mission, arc, previous, next }: Look): string {
  const place =
    mission.orderInArc === 1 || (previous === undefined && next !== undefined)
      ? "first"
      : next === undefined && previous !== undefined
        ? "last"
        : mission.orderInArc;
  return [
    escapeText(arc.name),
    place === undefined ? undefined : say.placeInArc(place),
    mission.cameWith === undefined ? undefined : say.cameWith(escapeText(mission.cameWith), mission.released),
  ]
    .filter((part) => part !== undefined)
    .join(" · ");
}

function pageButtons(look: Look, section: Section, number: number, of: number): readonly ButtonFace[] {
  if (of === 1) return [];
  const pageId = (page: number) =>
    customId("mission", "page", look.mission.slug, section, writeViewpoint(look.viewpoint), String(page));
  return [
    { id: pageId(number - 1), label: labels.previousPage, disabled: number === 1 },
    { id: pageId(number + 1), label: labels.nextPage, disabled: number === of },
  ];
}

function sectionButton(look: Look, target: Section, shown: Section): ButtonFace {
  const count = target === "bugs" ? (look.mission.bugs?.length ?? 0) : 0;
  const label = count > 0 ? `${sectionNames[target]} (${count})` : sectionNames[target];
  return { id: openId(look, target), label, disabled: target === shown, style: "plain" };
}

function neighbourButtons({ previous, next, viewpoint }: Look): readonly ButtonFace[] {
  const to = (slug: string) => customId("mission", "open", slug, "briefing", writeViewpoint(viewpoint));
  return [
    ...(previous ? [{ id: to(previous.slug), label: `← ${previous.title}` }] : []),
    ...(next ? [{ id: to(next.slug), label: `${next.title} →` }] : []),
  ];
}

function openId({ mission, viewpoint }: Look, section: Section): string {
  return customId("mission", "open", mission.slug, section, writeViewpoint(viewpoint));
}

const SOURCES_SHOWN = 3;

function sourcesInShort({ sources, checkedOn }: Mission): string {
  const titles = sources.slice(0, SOURCES_SHOWN).map((source) => escapeText(source.title));
  const more = sources.length - titles.length;
  return say.sources(more > 0 ? [...titles, say.more(more)] : titles, dayInWords(checkedOn));
}

const GOLD = 0xd4af37;
const GREY = 0x6b7280;

const ACCENTS: Readonly<Record<Faction, number>> = {
  federation: 0x3b82f6,
  klingon: 0xdc2626,
  romulan: 0x16a34a,
  jemhadar: 0x8b5cf6,
  tos: 0x3b82f6,
  discovery: 0x3b82f6,
};

/** The edge's colour repeats what the words say: one faction's own, gold for several, grey when removed. */
function accentOf({ state, factions }: Mission): number {
  if (state === "removed") return GREY;
  const [only, ...others] = factions ?? [];
  return only === undefined || others.length > 0 ? GOLD : ACCENTS[only];
}
