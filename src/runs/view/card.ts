import type { APIMessageTopLevelComponent } from "discord-api-types/v10";
import { type ButtonFace, buttonRows, card, text } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { fitted, mention } from "../../ui/pieces.ts";
import { escapeText } from "../../ui/text.ts";
import { timestamp } from "../../ui/times.ts";
import { NOBODY, type Run, seated, tentative, waiting } from "../run.ts";
import { cardTexts as say } from "../text/card.ts";
import { difficultyNames, rhythmNames } from "../text/words.ts";
import { seatLines, tentativeNames, waitLines } from "./roster.ts";

/** Room for each part, so that all of them stay below the 4,000 characters of a message at any size. */
const ROOM = { seats: 1_900, waiting: 600, tentative: 300 } as const;

const ACCENTS: Readonly<Record<Run["state"], number>> = {
  open: 0x3b82f6,
  locked: 0xd4af37,
  started: 0x16a34a,
  over: 0x6b7280,
};

/** What everybody sees of a run. `knownBugs` is missing when the mission is not known any more. */
export function runCard(run: Run, knownBugs: number | undefined): APIMessageTopLevelComponent[] {
  const roster = fitted(seatLines(run), "\n", ROOM.seats);
  const line = fitted(waitLines(run), "\n", ROOM.waiting);
  const maybe = fitted(tentativeNames(run), " ", ROOM.tentative);
  const isCut = roster.left + line.left + maybe.left > 0;

  const below = [
    line.text === "" ? undefined : `**${say.waitlist}**\n${line.text}${more(line.left)}`,
    maybe.text === "" ? undefined : `-# ${say.tentatives}: ${maybe.text}${more(maybe.left, " ")}`,
    run.note === undefined ? undefined : `> ${escapeText(run.note)}`,
  ].filter((part) => part !== undefined);

  return [
    card(ACCENTS[run.state], [
      text([`## ${escapeText(run.title)}`, ...stateLines(run)].join("\n")),
      text(`${figures(run)}\n${roster.text === "" ? say.nobody : roster.text}${more(roster.left)}`),
      ...(below.length === 0 ? [] : [text(below.join("\n"))]),
      ...buttonRows(buttonsOf(run, isCut)),
      text(`-# ${smallPrint(run, knownBugs)}`),
    ]),
  ];
}

function stateLines(run: Run): readonly string[] {
  const leader = run.leaderId === NOBODY ? say.nobodyLeads : mention(run.leaderId);
  const when = run.isInstant
    ? say.instant(timestamp(run.startsAt, "relative"), leader)
    : say.planned(timestamp(run.startsAt, "long"), timestamp(run.startsAt, "relative"), leader);
  switch (run.state) {
    case "open":
      return [when];
    case "locked":
      return [when, say.locked];
    case "started":
      return [when, seated(run).length < run.seats ? say.started : say.startedFull];
    case "over":
      return [when, say.endings[run.ending ?? "lapsed"]];
  }
}

function figures(run: Run): string {
  const taken = seated(run);
  const roles = run.roles.map(({ role, most }) =>
    say.place(role, taken.filter((signup) => signup.role === role).length, most),
  );
  const asks = [
    run.difficulty && difficultyNames[run.difficulty],
    run.minLevel === undefined ? undefined : say.fromLevel(run.minLevel),
    waiting(run).length === 0 ? undefined : say.waiting(waiting(run).length),
    tentative(run).length === 0 ? undefined : say.tentative(tentative(run).length),
  ].filter((part) => part !== undefined);
  const first = [say.seats(taken.length, run.seats, bar(taken.length, run.seats)), ...asks].join(" · ");
  return roles.length === 0 ? first : `${first}\n${roles.join(" · ")}`;
}

const BAR_LENGTH = 10;

/** A box for each seat, up to ten of them. */
function bar(taken: number, seats: number): string {
  const length = Math.min(seats, BAR_LENGTH);
  const full = Math.floor((taken / seats) * length);
  return "◼".repeat(full) + "◻".repeat(length - full);
}

function more(left: number, before = "\n"): string {
  return left === 0 ? "" : `${before}*${say.more(left)}*`;
}

function buttonsOf({ runId, state }: Run, isCut: boolean): readonly ButtonFace[] {
  const { join, tentative: standBy, leave, brief, manage, roster } = say.buttons;
  const id = (action: string) => customId("lfg", action, runId);
  const open: readonly ButtonFace[] = [
    { id: id("join"), label: join, style: "good" },
    { id: id("tentative"), label: standBy },
    { id: id("leave"), label: leave },
  ];
  return [
    ...(state === "over" ? [] : open),
    { id: id("brief"), label: brief, style: "main" },
    { id: id("manage"), label: manage },
    ...(isCut ? [{ id: id("roster"), label: roster }] : []),
  ];
}

/** Enough to tell two runs of one evening apart. */
const RUN_SHOWN = 4;

function smallPrint({ runId, series, departed }: Run, knownBugs: number | undefined): string {
  return [
    knownBugs === undefined ? undefined : say.bugs(knownBugs),
    series && say.repeats(rhythmNames[series.rhythm]),
    departed && say.departed(departed),
    say.run(runId.slice(-RUN_SHOWN)),
  ]
    .filter((part) => part !== undefined)
    .join(" · ");
}
