import type { RESTPostAPIChannelMessageJSONBody } from "discord-api-types/v10";
import { directTexts } from "../../captains/text/direct.ts";
import { troubleTexts } from "../../guilds/text/trouble.ts";
import { type ButtonFace, buttonRows } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { fitted, mention } from "../../ui/pieces.ts";
import { escapeText } from "../../ui/text.ts";
import { timestamp } from "../../ui/times.ts";
import { NOBODY, placeOf, type Run, type Signup, seated } from "../run.ts";
import { letterTexts as say } from "../text/letters.ts";

/** A plain message: a first line, who is pinged, and what is to be said below in small print. */
export type CrewLetter = Pick<RESTPostAPIChannelMessageJSONBody, "content" | "components"> & {
  readonly allowed_mentions: { readonly parse: []; readonly users?: string[]; readonly roles?: string[] };
};

/** So many names fit below a first line; Discord pings at most a hundred people with one message. */
const ROOM = 1_500;

export function startLetter(run: Run, userIds: readonly string[], notes: readonly string[]): CrewLetter {
  return letter(run, startLine(run), userIds, notes);
}

export function promotedLetter(run: Run, userId: string): CrewLetter {
  const lead = run.leaderId === userId ? [say.youLead] : [];
  const lines = [say.promoted(titleOf(run), mention(userId)), ...whenOf(run), ...lead];
  return letter(run, lines.join("\n"), [], [], [userId]);
}

/** For who was signed up by somebody else. */
export function addedLetter(run: Run, signup: Signup): CrewLetter {
  const [title, member] = [titleOf(run), mention(signup.userId)];
  const by = signup.addedBy ?? run.leaderId;
  const leader = by === NOBODY ? say.someOfficer : mention(by);
  const line =
    signup.standing === "waiting"
      ? say.addedWaiting(title, member, leader, placeOf(run, signup))
      : say.added(title, member, leader);
  return letter(run, [line, ...whenOf(run)].join("\n"), [], [], [signup.userId]);
}

export function takenOutLetter(run: Run, userId: string): CrewLetter {
  return {
    content: say.takenOut(titleOf(run), mention(userId)),
    ...pressing([brief(run)]),
    ...pinging([userId]),
  };
}

export function leadsLetter(run: Run): CrewLetter {
  const manage = { id: customId("lfg", "manage", run.runId), label: say.buttons.manage };
  const lines = [say.leads(titleOf(run), mention(run.leaderId)), ...whenOf(run)];
  return {
    content: lines.join("\n"),
    ...pressing([manage, brief(run)]),
    ...pinging([run.leaderId]),
  };
}

export function movedLetter(run: Run, userIds: readonly string[]): CrewLetter {
  return letter(run, say.moved(titleOf(run), at(run), soon(run)), userIds, []);
}

export function cancelledLetter(run: Run, userIds: readonly string[]): CrewLetter {
  return { ...letter(run, say.cancelled(titleOf(run), at(run)), userIds, []), ...pressing([brief(run)]) };
}

export function callLetter(run: Run, userIds: readonly string[], callerId: string): CrewLetter {
  const line = say.called(titleOf(run), mention(callerId));
  return letter(run, run.isInstant ? line : `${line}\n${startLine(run)}`, userIds, []);
}

/** Tells those who want to hear of new runs. */
export function openCallLetter(run: Run, roleId: string): CrewLetter {
  const free = run.seats - seated(run).length;
  const join = { id: customId("lfg", "join", run.runId), label: say.buttons.join, style: "good" as const };
  const lines = [say.opened(titleOf(run), `<@&${roleId}>`), ...(run.isInstant ? [] : [startLine(run)])];
  return {
    content: [...lines, say.freeSeats(free)].join("\n"),
    ...pressing([join, brief(run)]),
    allowed_mentions: { parse: [], roles: [roleId] },
  };
}

/** What a member reads who asked for a direct message. Clicks there belong to no server. */
export function directLetter(run: Run, channelId: string, isLate: boolean): CrewLetter {
  const lines = [
    startLine(run),
    say.byDirect(`<#${channelId}>`),
    ...(isLate ? [say.late] : []),
    directTexts.why,
  ];
  const id = customId("mission", "open", run.slug, "briefing", "", "1");
  return { content: lines.join("\n"), ...pressing([{ id, label: say.buttons.briefing }]), ...pinging([]) };
}

/** Tells a fleet that nobody can be told. */
export function troubleLetter(run: Run, channelId: string, isGone: boolean): CrewLetter {
  const content = isGone ? say.gone(titleOf(run)) : troubleTexts.forbidden(titleOf(run), `<#${channelId}>`);
  const id = customId("lfg", "manage", run.runId);
  return { content, ...pressing([{ id, label: say.buttons.manage }]), ...pinging([]) };
}

function letter(
  run: Run,
  firstLines: string,
  userIds: readonly string[],
  notes: readonly string[],
  alsoPinged: readonly string[] = [],
): CrewLetter {
  const crew = fitted(userIds.map(mention), " ", ROOM);
  const named = userIds.slice(0, userIds.length - crew.left);
  const names = crew.left === 0 ? crew.text : `${crew.text} ${say.more(crew.left)}`;
  const content = [firstLines, ...(names === "" ? [] : [names]), ...notes].join("\n");
  const leave = { id: customId("lfg", "leave", run.runId), label: say.buttons.leave };
  return { content, ...pressing([brief(run), leave]), ...pinging([...named, ...alsoPinged]) };
}

function brief({ runId }: Run): ButtonFace {
  return { id: customId("lfg", "brief", runId), label: say.buttons.brief, style: "main" };
}

function pressing(faces: readonly ButtonFace[]) {
  return { components: buttonRows(faces) };
}

function pinging(users: string[]): Pick<CrewLetter, "allowed_mentions"> {
  return { allowed_mentions: { parse: [], users } };
}

function whenOf(run: Run): readonly string[] {
  return run.isInstant ? [] : [startLine(run)];
}

function startLine(run: Run): string {
  if (run.state === "started")
    return say.underWay(titleOf(run), timestamp(run.startedAt ?? run.startsAt, "relative"));
  return say.starts(titleOf(run), soon(run), at(run));
}

function titleOf({ title }: Run): string {
  return escapeText(title);
}

function at({ startsAt }: Run): string {
  return timestamp(startsAt, "long");
}

function soon({ startsAt }: Run): string {
  return timestamp(startsAt, "relative");
}
