import { misfitOf, type Viewpoint } from "../../captains/viewpoint.ts";
import type { Mission, MissionEvent } from "../../catalog/mission.ts";
import { escapeText } from "../../ui/text.ts";
import { eventRule, eventWindow, noRewards, rewardTexts as say } from "../text/rewards.ts";
import type { Look } from "./look.ts";

type Accolade = NonNullable<Mission["accolades"]>[number];
type ReplayRow = NonNullable<Mission["replay"]>[number];

export function rewardsView({ mission, viewpoint, today, titleOf }: Look): readonly string[] {
  const blocks = [
    ...(mission.events ?? []).map((event) => eventBlock(event, today)),
    block(say.forFinishing, (mission.rewards ?? []).map(rewardLine)),
    block(
      say.effects,
      (mission.effects ?? []).map((effect) => effectLine(effect, viewpoint)),
    ),
    block(
      say.accolades,
      (mission.accolades ?? []).map((accolade) => accoladeLine(accolade, viewpoint)),
    ),
    mission.killCounts && killBlock(mission.killCounts, titleOf),
    block(
      say.replay,
      (mission.replay ?? []).map((row) => replayLine(row, viewpoint.level)),
    ),
  ].filter((part) => part !== undefined);
  return blocks.length === 0 ? [noRewards] : blocks;
}

function block(heading: string, lines: readonly string[]): string | undefined {
  return lines.length === 0 ? undefined : [`**${heading}**`, ...lines].join("\n");
}

function eventBlock(event: MissionEvent, today: string): string {
  const lines = (event.choices ?? []).map((choice) => {
    const level = choice.usableFromLevel === undefined ? undefined : say.usableFrom(choice.usableFromLevel);
    return item([`${choice.quantity} × ${escapeText(choice.name)}`, level, note(choice.note)]);
  });
  return [
    `**${eventRule(event)}**`,
    eventWindow(event, today),
    ...(event.rewardBox === undefined ? [] : [say.box(escapeText(event.rewardBox))]),
    ...(lines.length > 1 ? [say.oneOf] : []),
    ...lines,
    ...(event.note === undefined ? [] : [escapeText(event.note)]),
  ].join("\n");
}

function rewardLine(reward: NonNullable<Mission["rewards"]>[number]): string {
  return item([escapeText(reward.name), escapeText(reward.kind), note(reward.note)]);
}

function effectLine(effect: NonNullable<Mission["effects"]>[number], viewpoint: Viewpoint): string {
  const text = say.effect(escapeText(effect.subject), escapeText(effect.before), escapeText(effect.after));
  return struckUnlessFor(effect.for, viewpoint, text);
}

function accoladeLine(
  { name, points, how, for: audience, note: remark }: Accolade,
  viewpoint: Viewpoint,
): string {
  const title = name === undefined ? say.unnamedAccolade : `**${escapeText(name)}**`;
  const worth = points === undefined ? undefined : say.points(points);
  const text = [title, worth, escapeText(how), note(remark)].filter((part) => part !== undefined).join(" · ");
  return struckUnlessFor(audience, viewpoint, text);
}

function struckUnlessFor(audience: Accolade["for"], viewpoint: Viewpoint, text: string): string {
  if (audience === undefined) return `- ${text}`;
  const misfit = misfitOf(audience, viewpoint);
  return misfit === undefined
    ? `- ${text} · ${say.onlyFor(audience)}`
    : `- ~~${text}~~ · ${say.notForYou(misfit, audience)}`;
}

function killBlock(kills: NonNullable<Mission["killCounts"]>, titleOf: Look["titleOf"]): string {
  const stages = kills.perStage.map(({ stage, kills: count }) => `${escapeText(stage)} **${count}**`);
  return [
    `**${say.kills(kills.total, escapeText(kills.target))}**`,
    `- ${stages.join(" + ")} = **${kills.total}**`,
    `- ${say.feeds(kills.feeds.map(escapeText))}`,
    ...(kills.otherMissions
      ? [`- ${say.alsoIn(kills.otherMissions.map((slug) => escapeText(titleOf(slug))))}`]
      : []),
    ...(kills.note === undefined ? [] : [`- ${escapeText(kills.note)}`]),
  ].join("\n");
}

function replayLine(row: ReplayRow, level: number | undefined): string {
  const isYours = level !== undefined && level >= row.fromLevel && level <= row.toLevel;
  const text = say.replayRow(row, escapeText(row.rank));
  return isYours ? `- **${text}** · ${say.yourLevel}` : `- ${text}`;
}

function item(parts: readonly (string | undefined)[]): string {
  return `- ${parts.filter((part) => part !== undefined).join(" · ")}`;
}

function note(text: string | undefined): string | undefined {
  return text === undefined ? undefined : escapeText(text);
}
