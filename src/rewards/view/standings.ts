import { type APIMessageTopLevelComponent, ComponentType } from "discord-api-types/v10";
import { attachment, type ButtonFace, buttonRows, card, select, text } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { fitted, mention } from "../../ui/pieces.ts";
import { escapeText } from "../../ui/text.ts";
import { timestamp } from "../../ui/times.ts";
import { userSelect } from "../../ui/user-select.ts";
import type { Period } from "../claims.ts";
import { wantedInCrew } from "../crew.ts";
import { endOf, type Phase, phaseAt, spansHeld } from "../periods.ts";
import { heapsOf, participants } from "../progress.ts";
import type { Standing, Standings } from "../standings.ts";
import { standingsTexts as say } from "../text/standings.ts";
import { periodName } from "../text/words.ts";
import type { Track } from "../track.ts";

const ACCENT = 0xd4af37;
const LIST_ROOM = 2_400;

/** Who still needs it, for officers' eyes alone. */
export function standingsCard(
  track: Track,
  standings: Standings,
  readerId: string,
): APIMessageTopLevelComponent[] {
  const { phase, open, openCount, claimedCount, completeCount, hiddenCount } = standings;
  const crewCount = wantedInCrew(track, standings).filter((userId) => userId !== readerId).length;
  const number = numberIn(track, phase);
  const list = fitted(open.map(personLine), "\n", LIST_ROOM);
  const more = list.left === 0 ? "" : `\n*${say.more(list.left)}*`;
  const small = [
    ...(hiddenCount === 0 ? [] : [say.hidden(hiddenCount)]),
    say.known,
    ...(track.slug !== undefined && crewCount > 0 ? [say.crewTells(crewCount)] : []),
    ...(phase.is === "over" ? [] : [say.pictures[track.pictures ?? "on"]]),
  ];
  return [
    card(ACCENT, [
      text(
        [
          say.heading(escapeText(track.title), periodName(track, number)),
          say.counts(claimedCount, openCount, completeCount, track.cadence),
        ].join("\n"),
      ),
      text(list.text === "" ? say.noneOpen : `${say.open}\n${list.text}${more}`),
      userSelect({ id: customId("rewards", "correct", track.trackId), placeholder: say.correct }),
      ...buttonRows(buttonsOf(track, phase)),
      text(`-# ${small.join(" ")}`),
    ]),
  ];
}

function numberIn(track: Track, phase: Phase): number {
  if (phase.is === "running") return phase.span.number;
  return phase.is === "ahead" ? 1 : spansHeld(track, phase.endedAt).length;
}

function buttonsOf(track: Track, phase: Phase): readonly ButtonFace[] {
  const id = (action: string, ...more: readonly string[]) =>
    customId("rewards", action, track.trackId, ...more);
  const { crew, csv, refresh, stopPictures, startPictures } = say.buttons;
  const pictures =
    track.pictures === undefined
      ? { id: id("pictures", "off"), label: stopPictures }
      : { id: id("pictures", "on"), label: startPictures };
  return [
    ...(phase.is === "running" ? [{ id: id("crew"), label: crew, style: "main" } as const] : []),
    { id: id("csv"), label: csv },
    ...(phase.is === "over" ? [] : [pictures]),
    { id: id("standings"), label: refresh },
  ];
}

function personLine({ userId, captain, progress }: Standing): string {
  const { done, needed, spare } = progress;
  const name = captain === undefined ? mention(userId) : `${mention(userId)} (${escapeText(captain.name)})`;
  return say.person(name, done, needed, spare < 0 ? say.behind : say.spare(spare));
}

export function tableCard(file: string): APIMessageTopLevelComponent[] {
  return [text(say.csv), attachment(file)];
}

const PER_PAGE = 8;

export interface Chapter {
  readonly track: Track;
  readonly periods: readonly Period[];
}

/** The rewards of a fleet, the newest first, and what the reader claimed. */
export function historyCard(
  chapters: readonly Chapter[],
  {
    page,
    pageCount,
    userId,
    now,
  }: { readonly page: number; readonly pageCount: number; readonly userId: string; readonly now: number },
): APIMessageTopLevelComponent[] {
  const turn = (to: number, label: string, disabled: boolean) => ({
    id: customId("rewards", "history", String(to)),
    label,
    disabled,
  });
  const menu = select({
    id: customId("rewards", "mine-of"),
    placeholder: say.pickReward,
    options: chapters.map(({ track: { title, trackId } }) => ({ label: title, value: trackId })),
  });
  return [
    card(ACCENT, [
      text(say.history),
      text(chapters.map((one) => chapterText(one, userId, now)).join("\n")),
      { type: ComponentType.ActionRow, components: [menu] },
      ...(pageCount === 1
        ? []
        : buttonRows([
            turn(page - 1, "← Previous", page === 1),
            turn(page + 1, "Next →", page === pageCount),
          ])),
    ]),
  ];
}

export const historyPerPage = PER_PAGE;

function chapterText({ track, periods }: Chapter, userId: string, now: number): string {
  const phase = phaseAt(track, now);
  const state = phase.is === "over" && track.closedAt !== undefined ? "closed" : phase.is;
  const claims = periods.reduce((sum, one) => sum + one.claims.length, 0);
  const members = participants({ ...track, watchers: [] }, periods).length;
  const own = heapsOf(track, periods, userId).map((heap) => say.own(heap.claims.length, track.needed));
  const to = timestamp(phase.is === "over" ? phase.endedAt : endOf(track), "day");
  const first = say.historyRow(
    escapeText(track.title),
    timestamp(track.startsAt, "day"),
    to,
    say.states[state],
  );
  return `${first}\n${say.historyCounts(claims, members, own.slice(0, 3).join(", "))}`;
}
