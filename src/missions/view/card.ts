import type { APIContainerComponent } from "discord-api-types/v10";
import { viewpointInWords } from "../../captains/names.ts";
import { type Viewpoint, writeViewpoint } from "../../captains/viewpoint.ts";
import type { ButtonFace } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { escapeText } from "../../ui/text.ts";
import { placeInArc } from "../place.ts";
import { type Section, sections } from "../sections.ts";
import { labels, briefingTexts as say } from "../text/briefing.ts";
import { list, sectionNames, titleOf } from "../text/names.ts";
import { accentOf } from "./accents.ts";
import { briefingView } from "./briefing.ts";
import { bugsView } from "./bugs.ts";
import { castView } from "./cast.ts";
import { fleetView } from "./fleet.ts";
import { frame } from "./frame.ts";
import type { Look } from "./look.ts";
import { objectivesView } from "./objectives.ts";
import { rewardsView } from "./rewards.ts";
import { sourcesView } from "./sources.ts";
import { storyView } from "./story.ts";

const VIEWS: Readonly<Record<Section, (look: Look) => readonly string[]>> = {
  briefing: briefingView,
  objectives: objectivesView,
  rewards: rewardsView,
  bugs: bugsView,
  cast: castView,
  story: storyView,
  sources: ({ mission }) => sourcesView(mission),
};

/** One section of a mission, with the buttons that lead to the others. */
export function missionCard(look: Look, section: Section, page: number): APIContainerComponent {
  const { mission, viewpoint } = look;
  const title = escapeText(mission.title);
  return frame({
    accent: accentOf(mission),
    heading: (shown) =>
      section === "briefing" && shown.number === 1
        ? `## ${title}\n-# ${placeInGame(look)}${eyesLine(viewpoint)}`
        : `## ${titleOf(title, sectionNames[section], shown)}${eyesLine(viewpoint)}`,
    blocks: [...(section === "briefing" ? fleetView(look.fleet) : []), ...VIEWS[section](look)],
    page,
    pageId: (number) =>
      customId("mission", "page", mission.slug, section, writeViewpoint(viewpoint), String(number)),
    sections: sections
      .filter((one) => one !== "briefing" || section !== "briefing")
      .map((one) => sectionButton(look, one, section)),
    ways: [
      ...(section === "briefing" && mission.state !== "removed" ? [gatherButton(mission.slug)] : []),
      ...(section === "bugs" ? [reportsButton(look)] : []),
      ...neighbourButtons(look),
    ],
    sources: mission.sources,
    checkedOn: mission.checkedOn,
  });
}

/** For whom the card is drawn, when it is not for everybody. */
function eyesLine(viewpoint: Viewpoint): string {
  const whom = viewpointInWords(viewpoint);
  return whom === "" ? "" : `\n-# ${say.seenAs(whom)}`;
}

function placeInGame({ mission, arc, previous, arcSize }: Look): string {
  const place = placeInArc(mission, previous, arcSize);
  const { kind, environments = [], cameWith, released, releasedOn = {}, aliases = [] } = mission;
  const platforms = Object.entries(releasedOn) as [keyof typeof releasedOn, string][];
  return [
    escapeText(arc.name),
    place === undefined ? undefined : say.placeInArc(place),
    kind && escapeText(kind),
    environments.length === 0 ? undefined : list(environments),
    cameWith === undefined ? undefined : say.cameWith(escapeText(cameWith), released),
    platforms.length === 0 ? undefined : say.onPlatforms(platforms),
    aliases.length === 0 ? undefined : say.alsoCalled(aliases.map(escapeText)),
  ]
    .filter((part) => part !== undefined)
    .join(" · ");
}

function sectionButton({ mission, viewpoint, fleetBugs }: Look, target: Section, shown: Section): ButtonFace {
  const count = target === "bugs" ? (fleetBugs?.open ?? mission.bugs?.length ?? 0) : 0;
  return {
    id: customId("mission", "open", mission.slug, target, writeViewpoint(viewpoint)),
    label: count > 0 ? `${sectionNames[target]} (${count})` : sectionNames[target],
    disabled: target === shown,
  };
}

/** To /lfg, with this mission filled in. */
export function gatherButton(slug: string): ButtonFace {
  return { id: customId("lfg", "gather", slug), label: labels.gather, style: "main" };
}

/** To /bugs, where the fleet says what it has met. */
function reportsButton({ mission }: Look): ButtonFace {
  return { id: customId("bugs", "mission", mission.slug), label: labels.reports };
}

function neighbourButtons({ previous, next, viewpoint }: Look): readonly ButtonFace[] {
  const to = (slug: string) => customId("mission", "open", slug, "briefing", writeViewpoint(viewpoint));
  return [
    ...(previous ? [{ id: to(previous.slug), label: `← ${previous.title}` }] : []),
    ...(next ? [{ id: to(next.slug), label: `${next.title} →` }] : []),
  ];
}
