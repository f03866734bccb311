import { careerNames } from "../../captains/names.ts";
import { mention } from "../../ui/pieces.ts";
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
