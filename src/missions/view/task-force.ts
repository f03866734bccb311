import type { APIContainerComponent } from "discord-api-types/v10";
import { factionNames } from "../../captains/names.ts";
import { writeViewpoint } from "../../captains/viewpoint.ts";
import type { TaskForce } from "../../catalog/task-force.ts";
import { customId } from "../../ui/custom-id.ts";
import { escapeText } from "../../ui/text.ts";
import { countdown } from "../../ui/times.ts";
import { type TaskForceSection, taskForceSections } from "../sections.ts";
import { briefingTexts, labels } from "../text/briefing.ts";
import { audienceInWords, sectionNames, titleOf } from "../text/names.ts";
import { taskForceTexts as say } from "../text/task-force.ts";
import { accentOf } from "./accents.ts";
import { gatherButton } from "./card.ts";
import { fleetView } from "./fleet.ts";
import { frame } from "./frame.ts";
import type { Look } from "./look.ts";
import { sourcesView } from "./sources.ts";

const VIEWS: Readonly<Record<TaskForceSection, (taskForce: TaskForce) => readonly string[]>> = {
  briefing: briefing,
  rewards: rewards,
  sources: sourcesView,
};

/** One section of a task force, patrol or other group content. */
export function taskForceCard(
  taskForce: TaskForce,
  { viewpoint, fleet, fleetBugs }: Pick<Look, "viewpoint" | "fleet" | "fleetBugs">,
  section: TaskForceSection,
  page: number,
): APIContainerComponent {
  const title = escapeText(taskForce.title);
  const id = (action: string, target: string, ...rest: readonly string[]) =>
    customId("mission", action, taskForce.slug, target, writeViewpoint(viewpoint), ...rest);
  return frame({
    accent: accentOf(taskForce),
    heading: (shown) =>
      section === "briefing" && shown.number === 1
        ? `## ${title}\n-# ${whatItIs(taskForce)}`
        : `## ${titleOf(title, sectionNames[section], shown)}`,
    blocks: [
      ...fleetView(fleet),
      ...VIEWS[section](taskForce),
      ...(section === "briefing" && fleetBugs !== undefined ? [fleetBugs.inShort] : []),
    ],
    page,
    pageId: (number) => id("page", section, String(number)),
    sections: taskForceSections.map((one) => ({
      id: id("open", one),
      label: sectionNames[one],
      disabled: one === section,
    })),
    ways: section === "briefing" && taskForce.state !== "removed" ? [gatherButton(taskForce.slug)] : [],
    sources: taskForce.sources,
    checkedOn: taskForce.checkedOn,
  });
}

function whatItIs(taskForce: TaskForce): string {
  const { kind, environments, storyGroup, system, cameWith, released, releaseNote } = taskForce;
  const names = [...(taskForce.aliases ?? []), ...(taskForce.rememberedAliases ?? [])];
  return [
    say.kinds[kind],
    environments.join(" and "),
    storyGroup && escapeText(storyGroup),
    system && escapeText(system),
    cameWith === undefined ? undefined : briefingTexts.cameWith(escapeText(cameWith), released),
    releaseNote && escapeText(releaseNote),
    names.length === 0 ? undefined : briefingTexts.alsoCalled(names.map(escapeText)),
  ]
    .filter((part) => part !== undefined)
    .join(" · ");
}

function briefing(taskForce: TaskForce): readonly string[] {
  const { summary, jobs = [], optionalObjectives = [], tips = [] } = taskForce;
  return [
    standing(taskForce),
    summary && escapeText(summary),
    difficulties(taskForce),
    bullets(
      say.jobs,
      jobs.map(({ name, players, note }) =>
        [
          `**${escapeText(name)}**`,
          players === undefined ? undefined : say.players(players),
          note && escapeText(note),
        ]
          .filter((part) => part !== undefined)
          .join(" · "),
      ),
    ),
    bullets(say.optionalObjectives, optionalObjectives.map(escapeText)),
    bullets(say.tips, tips.map(escapeText)),
  ].filter((block) => block !== undefined);
}

function standing(taskForce: TaskForce): string {
  const { state, teamSize, teamNote, factions, levels, enemies, timeLimitSeconds, cooldownSeconds, craft } =
    taskForce;
  const facts = [
    teamSize === undefined ? say.teamUnknown : say.team(teamSize),
    ...(levels ?? []).map((rule) =>
      briefingTexts.levelFrom(rule.from, rule.for && audienceInWords(rule.for)),
    ),
    factions && briefingTexts.someFactions(factions.map((faction) => factionNames[faction])),
    craft && say.craft(escapeText(craft)),
    timeLimitSeconds === undefined ? undefined : say.timeLimit(countdown(timeLimitSeconds)),
    cooldownSeconds === undefined ? undefined : say.cooldown(Math.round(cooldownSeconds / 60)),
  ];
  const lines = [
    state === "removed" ? `**${say.removed}**` : undefined,
    facts.filter((fact) => fact !== undefined).join(" · "),
    teamNote && escapeText(teamNote),
    state === "unknown" ? `-# ${briefingTexts.probablyPlayable}` : undefined,
    enemies && `**${labels.foes}** ${enemies.map(escapeText).join(", ")}`,
  ];
  return lines.filter((text) => text !== undefined).join("\n");
}

/** Side by side: one line for each difficulty, with what is different there. */
function difficulties({ difficulties: all = [], variants = [], phases = [] }: TaskForce): string | undefined {
  const levels = all.map(({ level, note, rewards: paid = [] }) => {
    const pays = paid.map((reward) =>
      [reward.name, reward.note].filter((part) => part !== undefined).join(" "),
    );
    const about = [note, pays.length === 0 ? undefined : pays.join(", ")].filter(
      (part) => part !== undefined,
    );
    const name = `**${say.difficulties[level]}**`;
    return about.length === 0 ? name : `${name}: ${about.map(escapeText).join(" · ")}`;
  });
  const rows = [
    ...levels,
    ...(variants.length === 0 ? [] : [say.variants(variants.map(escapeText))]),
    ...phases.map(({ name, seconds }) => `${escapeText(name)} \`${countdown(seconds)}\``),
  ];
  const isPlain = all.every(({ note, rewards: paid }) => note === undefined && paid === undefined);
  if (isPlain && rows.length === all.length) return all.length === 0 ? undefined : say.onlyLevels(levels);
  return bullets(say.difficultyHeading, rows);
}

function rewards({
  marks = [],
  rewards: paid = [],
  difficulties: levels = [],
}: TaskForce): readonly string[] {
  const all = [...paid, ...levels.flatMap((level) => level.rewards ?? [])];
  const blocks = [
    bullets(say.marks, marks.map(escapeText)),
    bullets(
      say.alsoPays,
      all.map(({ name, kind, note }) =>
        [name, kind, note]
          .filter((part) => part !== undefined)
          .map(escapeText)
          .join(" · "),
      ),
    ),
  ].filter((block) => block !== undefined);
  return blocks.length === 0 ? [say.noRewards] : blocks;
}

function bullets(heading: string, items: readonly string[]): string | undefined {
  return items.length === 0 ? undefined : [`**${heading}**`, ...items.map((item) => `- ${item}`)].join("\n");
}
