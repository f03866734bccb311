import type { RESTPostAPIChannelMessageJSONBody } from "discord-api-types/v10";
import { directTexts } from "../../captains/text/direct.ts";
import { troubleTexts } from "../../guilds/text/trouble.ts";
import { type ButtonFace, buttonRows } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { fitted, mention } from "../../ui/pieces.ts";
import { escapeText } from "../../ui/text.ts";
import { timestamp } from "../../ui/times.ts";
import type { CallSort } from "../debts.ts";
import type { Span } from "../periods.ts";
import { letterTexts as say } from "../text/letters.ts";
import { periodName } from "../text/words.ts";
import type { Track } from "../track.ts";
import { claimId } from "./pieces.ts";

/** A plain message: a first line, who is named, and what is to be said below in small print. */
type Letter = Pick<RESTPostAPIChannelMessageJSONBody, "content" | "components"> & {
  readonly allowed_mentions: { readonly parse: []; readonly users: string[] };
};

/** A period has opened, or is about to close. Whoever is named is pinged, and nobody else. */
export function callLetter(
  track: Track,
  span: Span,
  sort: CallSort,
  userIds: readonly string[],
  notes: readonly string[],
): Letter {
  const named = userIds.length === 0 ? [] : [userIds.map(mention).join(" ")];
  const content = [callLine(track, span, sort), ...named, ...notes].join("\n");
  const reminding = userIds.length === 0 ? watchFace(track) : unwatchFace(track);
  return { content, ...pressing([claimFace(track, span), reminding]), ...pinging([...userIds]) };
}

/** The last period is over. Nobody is named. */
export function endedLetter(track: Track, lines: readonly string[]): Letter {
  return { content: lines.join("\n"), ...pressing([mineFace(track)]), ...pinging([]) };
}

/** What a member reads who asked for a direct message. Clicks there belong to no server. */
export function directLetter(
  track: Track,
  span: Span,
  sort: CallSort,
  link: string | undefined,
  notes: readonly string[],
): Letter {
  const where = link === undefined ? [] : [say.byDirect(link)];
  const content = [callLine(track, span, sort), ...where, ...notes, directTexts.why].join("\n");
  return { content, ...pressing([remindersFace()]), ...pinging([]) };
}

/** A cooldown is over for these. */
export function readyLetter(
  track: Track,
  span: Span,
  userIds: readonly string[],
  notes: readonly string[],
): Letter {
  const content = [readyLine(track, span), userIds.map(mention).join(" "), ...notes].join("\n");
  return { content, ...pressing([claimFace(track, span), unwatchFace(track)]), ...pinging([...userIds]) };
}

/** The same to one who asked for a direct message. */
export function directReadyLetter(
  track: Track,
  span: Span,
  link: string | undefined,
  notes: readonly string[],
): Letter {
  const where = link === undefined ? [] : [say.byDirect(link)];
  const content = [readyLine(track, span), ...where, ...notes, directTexts.why].join("\n");
  return { content, ...pressing([remindersFace()]), ...pinging([]) };
}

function readyLine({ title }: Track, { closesAt }: Span): string {
  return say.ready(escapeText(title), timestamp(closesAt, "long"), timestamp(closesAt, "relative"));
}

const OFFER_ROOM = 1_200;

/** A run of the mission is over: who was there is named, and not pinged. */
export function offerLetter(track: Track, span: Span, userIds: readonly string[]): Letter {
  const crew = fitted(userIds.map(mention), " ", OFFER_ROOM);
  const names = crew.left === 0 ? crew.text : `${crew.text} ${say.more(crew.left)}`;
  const first = say.offer(escapeText(track.title), periodName(track, span.number));
  return {
    content: [first, names, say.offerHow(userIds.length)].join("\n"),
    ...pressing([...claimFaces(track, span), mineFace(track)]),
    ...pinging([]),
  };
}

/** A run that is gathered for a reward. */
export interface CrewCall {
  readonly runId: string;
  /** Missing for one that starts right now. */
  readonly startsAt: number | undefined;
  /** The way to its card. */
  readonly link: string | undefined;
}

/** A crew is gathered, and these still need the reward. */
export function crewLetter(track: Track, call: CrewCall, userIds: readonly string[]): Letter {
  const content = [crewLine(track, call), userIds.map(mention).join(" "), say.whyCrew].join("\n");
  const join: ButtonFace = {
    id: customId("lfg", "join", call.runId),
    label: say.buttons.join,
    style: "good",
  };
  return { content, ...pressing([join, unwatchFace(track)]), ...pinging([...userIds]) };
}

/** The same to one who asked for a direct message. */
export function directCrewLetter(track: Track, call: CrewCall): Letter {
  const content = [crewLine(track, call), say.whyCrew, directTexts.why].join("\n");
  return { content, ...pressing([remindersFace()]), ...pinging([]) };
}

function crewLine({ title }: Track, { startsAt, link }: CrewCall): string {
  const when =
    startsAt === undefined
      ? undefined
      : say.crewWhen(timestamp(startsAt, "long"), timestamp(startsAt, "relative"));
  return say.crew(escapeText(title), when, link);
}

/** Tells a fleet that nobody can be told. */
export function troubleLetter(track: Track, channelId: string, isGone: boolean): Letter {
  const title = escapeText(track.title);
  const content = isGone ? say.gone(title) : troubleTexts.forbidden(title, `<#${channelId}>`);
  return {
    content,
    ...pressing([mineFace(track)]),
    ...pinging([]),
  };
}

function callLine(track: Track, span: Span, sort: CallSort): string {
  const at = timestamp(span.closesAt, "long");
  const soon = timestamp(span.closesAt, "relative");
  return say[sort](escapeText(track.title), periodName(track, span.number), at, soon);
}

function remindersFace(): ButtonFace {
  return { id: customId("me", "reminders-form"), label: say.buttons.reminders };
}

function claimFace(track: Track, span: Span): ButtonFace {
  return { id: claimId(track, span), label: say.buttons.claim, style: "good" };
}

const CHOICES_SHOWN = 4;

/** One press claims: where there is a choice, it is made with that press. */
function claimFaces(track: Track, span: Span): readonly ButtonFace[] {
  const { trackId, choices, per } = track;
  const isAsked = per === "captain" || choices.length > CHOICES_SHOWN;
  if (isAsked || choices.length < 2) return [claimFace(track, span)];
  return choices.map(({ name, quantity }, at) => ({
    id: customId("rewards", "take", trackId, String(at), "", `${span.plannedAt}`),
    label: say.buttons.claimChoice(quantity, name),
    style: "good",
  }));
}

function mineFace({ trackId }: Track): ButtonFace {
  return { id: customId("rewards", "mine", trackId), label: say.buttons.mine };
}

function watchFace({ trackId }: Track): ButtonFace {
  return { id: customId("rewards", "remind", trackId), label: say.buttons.watch };
}

function unwatchFace({ trackId }: Track): ButtonFace {
  return { id: customId("rewards", "unremind", trackId), label: say.buttons.unwatch };
}

function pressing(faces: readonly ButtonFace[]) {
  return { components: buttonRows(faces) };
}

function pinging(users: string[]): Pick<Letter, "allowed_mentions"> {
  return { allowed_mentions: { parse: [], users } };
}
