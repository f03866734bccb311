import type { APIMessageTopLevelComponent } from "discord-api-types/v10";
import { attachment, buttonRows, card, text } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { escapeText } from "../../ui/text.ts";
import type { BundleLimit, Difference, Obstacle } from "../bundle.ts";
import type { DocumentChange } from "../bundle-documents.ts";
import { transferTexts as say } from "../text/transfer.ts";

const ACCENT = 0xd4af37;
const TITLES_SHOWN = 10;

interface Export {
  readonly file: string;
  /** How many documents are not in it. */
  readonly unreadable: number;
  /** Why no import takes it back. */
  readonly beyond: Exclude<BundleLimit, "bytes"> | undefined;
}

export function exportCard({ file, unreadable, beyond }: Export): APIMessageTopLevelComponent[] {
  const lines = [
    `${say.exported} ${beyond === undefined ? say.takenBack : say.oneWay(beyond)}`,
    ...(unreadable === 0 ? [] : [say.leftOut(unreadable)]),
  ];
  return [text(lines.join("\n")), attachment(file)];
}

interface Plan {
  readonly importId: string;
  readonly fromGuildId: string;
  readonly guildId: string;
  readonly difference: Difference;
  readonly changes: readonly DocumentChange[];
  readonly obstacles: readonly Obstacle[];
  titleOf(slug: string): string;
}

/** What an import would change, and the choice. */
export function importQuestion(plan: Plan): APIMessageTopLevelComponent[] {
  const { settings, ...records } = plan.difference;
  const lines = [
    ...(settings.length === 0 ? [] : [say.settings(settings)]),
    ...(["added", "changed", "removed"] as const).flatMap((what) => {
      const titles = records[what].map((slug) => escapeText(plan.titleOf(slug)));
      const shown = titles.slice(0, TITLES_SHOWN);
      return titles.length === 0 ? [] : [say.records(what, shown, titles.length - shown.length)];
    }),
    ...plan.changes.map(({ sort, added, changed }) => say.documents(sort, added, changed)),
  ];
  return [
    card(ACCENT, [
      text(`${say.heading}\n${say.from(plan.fromGuildId, plan.guildId)} ${say.question}`),
      text(lines.map((line) => `- ${line}`).join("\n")),
      ...obstacleTexts(plan.obstacles),
      ...buttonRows([
        { id: customId("fleet", "import-apply", plan.importId), label: say.buttons.apply, style: "main" },
        { id: customId("fleet", "import-cancel", plan.importId), label: say.buttons.cancel },
      ]),
    ]),
  ];
}

export function nothingToImport(obstacles: readonly Obstacle[]): APIMessageTopLevelComponent[] {
  return [text(say.same), ...obstacleTexts(obstacles)];
}

function obstacleTexts(obstacles: readonly Obstacle[]) {
  return obstacles.length === 0 ? [] : [text(obstacles.map((one) => `-# ${say.obstacles[one]}`).join("\n"))];
}

export function importedCard(importId: string, isFinished: boolean): APIMessageTopLevelComponent[] {
  return [
    text(isFinished ? say.applied : say.underWay),
    ...buttonRows([{ id: customId("fleet", "import-undo", importId), label: say.buttons.undo }]),
  ];
}

export function takenBackCard(isFinished: boolean): APIMessageTopLevelComponent[] {
  return [text(isFinished ? say.undone : say.underWay)];
}
