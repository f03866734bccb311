import { factionNames } from "../../captains/names.ts";
import { misfitOf, type Viewpoint } from "../../captains/viewpoint.ts";
import { factions } from "../../catalog/game.ts";
import { escapeText } from "../../ui/text.ts";
import { bugsInShort, labels, briefingTexts as say, titleOnly } from "../text/briefing.ts";
import { audienceInWords, recruitNames } from "../text/names.ts";
import { eventInShort } from "../text/rewards.ts";
import type { Look } from "./look.ts";

/** The briefing as an officer posts it: what it is, who may come, what is asked first, what it pays. */
export function briefingView(look: Look): readonly string[] {
  const { mission } = look;
  return [
    together([mission.completeness === "title-only" ? `-# ${titleOnly}` : undefined, standing(look)]),
    together([mission.summary && escapeText(mission.summary), ...briefings(look)]),
    facts(look),
    together([
      ...(mission.events ?? []).map((event) => `**${labels.event}** ${eventInShort(event, look.today)}`),
      look.fleetBugs?.inShort ?? (mission.bugs?.length ? bugsInShort(mission.bugs) : undefined),
    ]),
  ].filter((block) => block !== "");
}

function together(lines: readonly (string | undefined)[]): string {
  return lines.filter((line) => line !== undefined && line !== "").join("\n");
}

/** Whether it can be played, by whom and from what level. */
function standing({ mission, arc, viewpoint, titleOf }: Look): string {
  if (mission.state === "removed") {
    if (mission.removed === undefined) return `**${say.removedNoReason}**`;
    const { replacedBy, ...removed } = mission.removed;
    const banner = say.removed({ ...removed, reason: escapeText(removed.reason) });
    return replacedBy === undefined ? banner : `${banner} ${say.replacedBy(escapeText(titleOf(replacedBy)))}`;
  }
  const open = mission.factions ?? arc.factions;
  const whom =
    open.length === factions.length
      ? say.allFactions
      : say.someFactions(open.map((faction) => factionNames[faction]));
  const lines = [
    [mission.factions === undefined ? say.byArc(whom) : whom, ...levels(mission, viewpoint)].join(" · "),
    mission.state === "unknown" ? `-# ${say.probablyPlayable}` : undefined,
    misfitLine(mission.factions, viewpoint),
    tooLowLine(mission, viewpoint),
  ];
  return lines.filter((text) => text !== undefined).join("\n");
}

function levels({ levels = [], events = [] }: Look["mission"], viewpoint: Viewpoint): readonly string[] {
  const ofEvents = new Set(
    events.map((event) => event.minLevel).filter((level) => level !== undefined),
  ).difference(new Set(levels.map((rule) => rule.from)));
  return [
    ...levels
      .filter((rule) => misfitOf(rule.for, viewpoint) === undefined)
      .map((rule) => say.levelFrom(rule.from, rule.for && audienceInWords(rule.for))),
    ...[...ofEvents].map(say.levelInEvent),
  ];
}

function misfitLine(open: Look["mission"]["factions"], viewpoint: Viewpoint): string | undefined {
  if (open === undefined) return undefined;
  const audience = { factions: open };
  const misfit = misfitOf(audience, viewpoint);
  return misfit && say.cannotPlay(misfit, audience);
}

/** The first rule that fits holds; an event's own level may be lower. */
function tooLowLine({ levels = [], events = [] }: Look["mission"], viewpoint: Viewpoint): string | undefined {
  const rule = levels.find((one) => misfitOf(one.for, viewpoint) === undefined);
  const lowest = Math.min(rule?.from ?? 0, ...events.map((event) => event.minLevel ?? 0));
  return viewpoint.level !== undefined && viewpoint.level < lowest ? say.tooLow(lowest) : undefined;
}

/** The variant for the captain asked for; every variant when none was. */
function briefings({ mission, viewpoint }: Look): readonly string[] {
  const all = mission.briefings ?? [];
  const fitting = all.filter((one) => misfitOf(one.for, viewpoint) === undefined);
  const shown = fitting.length > 0 ? fitting : all;
  return shown.map(({ for: audience, speaker, text }) => {
    const heading =
      audience === undefined || shown.length < 2 ? undefined : `**${say.variantFor(audience)}**`;
    const isNamed = speaker === undefined || text.includes(speaker);
    const quote = isNamed ? `> ${escapeText(text)}` : `> **${escapeText(speaker)}**: ${escapeText(text)}`;
    return heading === undefined ? quote : `${heading}\n${quote}`;
  });
}

function facts({ mission, titleOf, plot }: Look): string {
  const hidesFoes = mission.spoilers?.hidesFoes === true && plot === "hidden";
  const places = mission.cast?.places?.map((place) => place.name) ?? mission.locations ?? [];
  const foes = mission.enemies?.map(escapeText).join(", ");
  const rows = [
    row(labels.giver, giver(mission)),
    row(labels.needs, mission.prerequisites?.map((slug) => escapeText(titleOf(slug))).join(", ")),
    row(labels.first, mission.firstGoal && escapeText(mission.firstGoal)),
    row(labels.foes, foes && hidesFoes ? `||${foes}||` : foes),
    row(labels.places, places.map(escapeText).join(" · ")),
    row(labels.sideQuests, mission.sideQuests?.map(escapeText).join(", ")),
    row(labels.recruits, mission.recruitVariants?.map((recruit) => recruitNames[recruit]).join(", ")),
    row(labels.choice, mission.choice?.options.map((side) => factionNames[side]).join(" / ")),
  ];
  return together(rows);
}

function giver({ giver: one, givers = [] }: Look["mission"]): string | undefined {
  const several = givers.map(
    ({ name, for: audience }) => `${escapeText(name)} (${audienceInWords(audience)})`,
  );
  return several.length > 0 ? several.join(", ") : one && escapeText(one);
}

function row(label: string, value: string | undefined): string | undefined {
  return value === undefined || value === "" ? undefined : `**${label}** ${value}`;
}
