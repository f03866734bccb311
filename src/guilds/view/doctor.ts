import type { APIMessageTopLevelComponent } from "discord-api-types/v10";
import { card, text } from "../../ui/card.ts";
import { inviteLink } from "../../ui/permissions.ts";
import { fitted } from "../../ui/pieces.ts";
import type { Finding } from "../doctor.ts";
import { findingInWords, doctorTexts as say } from "../text/doctor.ts";

const GREEN = 0x16a34a;
const AMBER = 0xf59e0b;
const TROUBLES_ROOM = 3_000;

/** What a check-up has found, the troubles first. */
export function doctorCard(
  findings: readonly Finding[],
  applicationId: string,
): APIMessageTopLevelComponent[] {
  const linesOf = (some: readonly Finding[]) => [
    ...new Set(some.map((finding) => `- ${findingInWords(finding)}`)),
  ];
  const troubles = linesOf(findings.filter(isTrouble));
  const others = linesOf(findings.filter((finding) => !isTrouble(finding)));
  const { text: shown, left } = fitted(troubles, "\n", TROUBLES_ROOM);
  const lacksInServer = findings.some(
    (finding) => finding.is === "missing" && finding.remedy.place === "server",
  );
  return [
    card(troubles.length === 0 ? GREEN : AMBER, [
      text(`${say.heading}\n${troubles.length === 0 ? say.allFine : say.troubles(troubles.length)}`),
      ...(troubles.length === 0 ? [] : [text(left === 0 ? shown : `${shown}\n- ${say.more(left)}`)]),
      ...(others.length === 0 ? [] : [text(others.join("\n"))]),
      ...(lacksInServer ? [text(say.invite(inviteLink(applicationId)))] : []),
    ]),
  ];
}

function isTrouble({ is }: Finding): boolean {
  return is !== "fine" && is !== "unset";
}
