import {
  type APIActionRowComponent,
  type APIMessageTopLevelComponent,
  type APIStringSelectComponent,
  ComponentType,
} from "discord-api-types/v10";
import { buttonRows, select, text } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { pageAt } from "../../ui/pages.ts";
import { escapeText } from "../../ui/text.ts";
import { timestamp } from "../../ui/times.ts";
import type { Content } from "../content.ts";
import { type Ineligible, ineligible } from "../eligibility.ts";
import { placeOf, type RosterCaptain, type Run, seated, signupOf, tentative, waiting } from "../run.ts";
import { couldChangeTo } from "../seats.ts";
import type { CaptainSaid, JoinSaid, LateSaid, LeaveSaid, RoleSaid, TentativeSaid } from "../sign-up.ts";
import { ineligibleInWords, answerTexts as say } from "../text/answers.ts";
import { cardTexts } from "../text/card.ts";
import { roleNames, sideNames } from "../text/words.ts";
import { seatLines, tentativeNames, waitLines } from "./roster.ts";

export type SignUpSaid = JoinSaid | TentativeSaid | LeaveSaid | LateSaid | RoleSaid | CaptainSaid;

/** What came of a press, in words, from the run as it is kept. */
export function inWords(run: Run, said: SignUpSaid, userId: string): string {
  const title = escapeText(run.title);
  switch (said.kind) {
    case "seated":
      return `${say.seated(title, said.place, run.seats)} ${whenOf(run)}`;
    case "waiting":
      return waitingWords(run, said.place, userId);
    case "already":
      if (said.standing === "seated") return say.alreadySeated(title, said.place, run.seats);
      return say.alreadyWaiting(title, said.place);
    case "tentative":
      return say.tentative(title);
    case "already-tentative":
      return say.alreadyTentative(title);
    case "left":
      return [
        say.left(title),
        said.wasSeated ? say.freedSeat : undefined,
        run.leaderId === userId ? say.stillLead : undefined,
      ]
        .filter((part) => part !== undefined)
        .join(" ");
    case "late":
      return say.late(title, said.minutes);
    case "on-time":
      return say.onTime(title);
    case "role":
      return say.role(said.role, said.standing);
    case "captain":
      return say.captain(escapeText(said.captain.name));
    case "role-full":
      return say.roleFull(said.role);
    case "which-role":
      return say.whichRole(title);
    case "not-in":
      return say.notIn(title);
    case "locked":
      return say.locked(title);
    case "started-full":
      return say.startedFull(title);
    case "over":
      return say.over(title);
    case "too-many":
      return say.tooMany(title);
  }
}

/** Where somebody stands by now, for a press that was heard before. */
export function standingInWords(run: Run, userId: string): string {
  const signup = signupOf(run, userId);
  if (signup === undefined) return inWords(run, { kind: "not-in" }, userId);
  if (signup.standing === "tentative") return inWords(run, { kind: "already-tentative" }, userId);
  return inWords(run, { kind: "already", standing: signup.standing, place: placeOf(run, signup) }, userId);
}

function waitingWords(run: Run, place: number, userId: string): string {
  const title = escapeText(run.title);
  const role = signupOf(run, userId)?.role;
  return role === undefined || couldChangeTo(run, role)
    ? say.waiting(title, place)
    : say.waitingForRole(title, place, role);
}

function whenOf({ isInstant, startsAt }: Run): string {
  return isInstant ? "" : `${timestamp(startsAt, "long")}, ${timestamp(startsAt, "relative")}.`;
}

const LATE_MENU = select({
  id: "",
  placeholder: say.howLate,
  options: [
    { label: say.onTimeChoice, value: "0" },
    ...[5, 10, 15, 30, 45, 60, 90].map((count) => ({ label: say.lateChoice(count), value: String(count) })),
  ],
});

/** The answer to somebody who is in, with what they may want to change; or to somebody who is not, in words alone. */
export function signUpAnswer(
  run: Run,
  sentence: string,
  userId: string,
  captains: number,
): APIMessageTopLevelComponent[] {
  if (signupOf(run, userId) === undefined || run.state === "over") return [text(sentence)];
  const id = (action: string) => customId("lfg", action, run.runId);
  return [
    text(sentence),
    row({ ...LATE_MENU, custom_id: id("late") }),
    ...(run.roles.length === 0 ? [] : [roleMenu(run, id("switch-role"))]),
    ...buttonRows([
      ...(captains > 1 ? [{ id: id("captains"), label: say.buttons.captain }] : []),
      { id: id("leave"), label: say.buttons.leave },
    ]),
  ];
}

/** Asks which captain comes along. Those who cannot are named with the reason. */
export function whichCaptain(
  run: Run,
  content: Content | undefined,
  captains: readonly RosterCaptain[],
  action: "as" | "switch-captain",
): APIMessageTopLevelComponent[] {
  const options = captains.map((captain) => {
    const why = content && ineligible(content, run.minLevel, captain);
    return {
      label: captain.name,
      value: captain.captainId,
      description: why === undefined ? sideNames[captain.kind] : ineligibleInWords(why),
    };
  });
  return [
    text(say.whichCaptain(escapeText(run.title))),
    row(select({ id: customId("lfg", action, run.runId), placeholder: say.pickCaptain, options })),
  ];
}

/** Asks for a role; the captain that was picked before goes along. */
export function whichRole(run: Run, captainId = "default"): APIMessageTopLevelComponent[] {
  return [
    text(say.whichRole(escapeText(run.title))),
    roleMenu(run, customId("lfg", "join-as", run.runId, captainId)),
  ];
}

export function cannotCome(captain: RosterCaptain, why: Ineligible): string {
  return say.ineligible(escapeText(captain.name), ineligibleInWords(why));
}

const PAGE_ROOM = 3_500;

/** Everybody who signed up, for one pair of eyes, by pages. */
export function rosterPage(run: Run, number: number): APIMessageTopLevelComponent[] {
  const blocks = [
    seatLines(run).join("\n"),
    headed(cardTexts.waitlist, waitLines(run)),
    headed(cardTexts.tentatives, tentativeNames(run)),
  ].filter((block) => block !== "");
  const {
    body,
    number: shown,
    of,
  } = pageAt(blocks.length === 0 ? [cardTexts.nobody] : blocks, PAGE_ROOM, number);
  const counts = [seated(run), waiting(run), tentative(run)].map(({ length }) => length);
  const figures = cardTexts.rosterFigures(counts, shown, of);
  const turn = (to: number, label: string, disabled: boolean) => ({
    id: customId("lfg", "roster", run.runId, String(to)),
    label,
    disabled,
  });
  return [
    text(cardTexts.rosterOf(escapeText(run.title), figures)),
    text(body),
    ...(of === 1
      ? []
      : buttonRows([turn(shown - 1, "← Previous", shown === 1), turn(shown + 1, "Next →", shown === of)])),
  ];
}

function headed(words: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : [`**${words}**`, ...lines].join("\n");
}

function roleMenu(run: Run, id: string) {
  const options = run.roles.map(({ role }) => ({ label: roleNames[role], value: role }));
  return row(select({ id, placeholder: say.pickRole, options }));
}

function row(menu: APIStringSelectComponent): APIActionRowComponent<APIStringSelectComponent> {
  return { type: ComponentType.ActionRow, components: [menu] };
}
