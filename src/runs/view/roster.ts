import { careerNames } from "../../captains/names.ts";
import { escapeText, shorten } from "../../ui/text.ts";
import { type Run, type Signup, seated, tentative, waiting } from "../run.ts";
import { cardTexts as say } from "../text/card.ts";
import { roleNames, sideNames } from "../text/words.ts";

const NAME_SHOWN = 32;

/** One line for each who has a seat: "1. @member · T'Rin · Romulan (Federation) · Science". */
export function seatLines(run: Run): readonly string[] {
  return seated(run).map((signup, at) => `${at + 1}. ${withDetails(run, signup)}`);
}

export function waitLines(run: Run): readonly string[] {
  return waiting(run).map((signup, at) => `${at + 1}. ${withDetails(run, signup)}`);
}

export function tentativeNames(run: Run): readonly string[] {
  return tentative(run).map(({ userId }) => mention(userId));
}

export function mention(userId: string): string {
  return `<@${userId}>`;
}

/** As many pieces as there is room for, and how many more there are. */
export function fitted(
  pieces: readonly string[],
  glue: string,
  room: number,
): { readonly text: string; readonly left: number } {
  let text = "";
  for (const [count, piece] of pieces.entries()) {
    const longer = text === "" ? piece : `${text}${glue}${piece}`;
    if (longer.length > room) return { text, left: pieces.length - count };
    text = longer;
  }
  return { text, left: 0 };
}

function withDetails(run: Run, { userId, captain, role, lateMinutes, standing }: Signup): string {
  const isAbsent = standing === "seated" && run.present !== undefined && !run.present.includes(userId);
  return [
    mention(userId),
    captain && escapeText(shorten(captain.name, NAME_SHOWN)),
    captain && sideNames[captain.kind],
    captain?.career && careerNames[captain.career],
    role === undefined || role === captain?.career ? undefined : roleNames[role],
    lateMinutes === undefined ? undefined : `*${say.late(lateMinutes)}*`,
    isAbsent ? `*${say.absent}*` : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(" · ");
}
