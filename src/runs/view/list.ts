import { type APIMessageTopLevelComponent, ComponentType } from "discord-api-types/v10";
import { buttonRows, card, select, text } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { fitted, mention } from "../../ui/pieces.ts";
import { escapeText } from "../../ui/text.ts";
import { timestamp } from "../../ui/times.ts";
import { cardLink } from "../public-card.ts";
import { NOBODY, type Run, seated, signupOf, waiting } from "../run.ts";
import { cardTexts } from "../text/card.ts";
import { listTexts as say } from "../text/list.ts";

const ACCENT = 0x3b82f6;
const PER_PAGE = 8;
const NAMES_ROOM = 160;

export interface ListLook {
  readonly guildId: string;
  readonly userId: string;
  readonly onlyMine: boolean;
  /** In a zone's own words, for menus, which show no timestamps. */
  timeOf(run: Run): string;
}

/** Runs, the next first, with who is in, and a menu that opens one. */
export function runsList(runs: readonly Run[], look: ListLook, page: number): APIMessageTopLevelComponent[] {
  const { onlyMine } = look;
  const pageCount = Math.max(1, Math.ceil(runs.length / PER_PAGE));
  const number = Math.min(Math.max(Math.trunc(page) || 1, 1), pageCount);
  const shown = runs.slice((number - 1) * PER_PAGE, number * PER_PAGE);
  if (shown.length === 0) return [text(onlyMine ? say.noneMine : say.none)];

  const turn = (to: number, label: string, disabled: boolean) => ({
    id: customId("runs", "page", onlyMine ? "mine" : "all", String(to)),
    label,
    disabled,
  });
  return [
    card(ACCENT, [
      text(onlyMine ? say.headingMine : say.heading),
      text(shown.map((run) => entry(run, look)).join("\n")),
      { type: ComponentType.ActionRow, components: [menu(shown, look)] },
      ...(pageCount === 1
        ? []
        : buttonRows([
            turn(number - 1, "← Previous", number === 1),
            turn(number + 1, "Next →", number === pageCount),
          ])),
    ]),
  ];
}

function entry(run: Run, { guildId, userId }: ListLook): string {
  const link = cardLink(guildId, run);
  const own = signupOf(run, userId);
  const when = run.isInstant
    ? say.now
    : `${timestamp(run.startsAt, "long")} (${timestamp(run.startsAt, "relative")})`;
  const line = [
    `**${escapeText(run.title)}** · ${when}`,
    say.seats(seated(run).length, run.seats, waiting(run).length),
    say.states[run.state],
    own && `**${say.you[own.standing]}**`,
    link && `[${say.card}](${link})`,
  ].filter((part) => part !== undefined);
  const crew = fitted(
    seated(run).map((signup) => mention(signup.userId)),
    " ",
    NAMES_ROOM,
  );
  const more = crew.left === 0 ? "" : ` +${crew.left}`;
  return `${line.join(" · ")}\n-# ${say.ledBy(run.leaderId === NOBODY ? cardTexts.nobodyLeads : mention(run.leaderId))}${crew.text === "" ? "" : ` · ${crew.text}${more}`}`;
}

function menu(runs: readonly Run[], { timeOf }: ListLook) {
  return select({
    id: customId("runs", "open"),
    placeholder: say.pick,
    options: runs.map((run) => ({
      label: run.title,
      value: run.runId,
      description: run.isInstant ? say.now : timeOf(run),
    })),
  });
}
