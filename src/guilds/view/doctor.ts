import type { APIMessageTopLevelComponent } from "discord-api-types/v10";
import { card, text } from "../../ui/card.ts";
import { inviteLink } from "../../ui/permissions.ts";
import type { Finding } from "../doctor.ts";
import { findingInWords, doctorTexts as say } from "../text/doctor.ts";

const GREEN = 0x16a34a;
const AMBER = 0xf59e0b;

/** What a check-up has found, the troubles first. */
export function doctorCard(
  findings: readonly Finding[],
  applicationId: string,
): APIMessageTopLevelComponent[] {
  const troubles = findings.filter(isTrouble);
  const others = findings.filter((finding) => !isTrouble(finding));
  const lines = (some: readonly Finding[]) =>
    some.map((finding) => `- ${findingInWords(finding)}`).join("\n");
  const lacksInServer = findings.some(
    (finding) => finding.is === "missing" && finding.remedy.place === "server",
  );
  return [
    card(troubles.length === 0 ? GREEN : AMBER, [
      text(`${say.heading}\n${troubles.length === 0 ? say.allFine : say.troubles(troubles.length)}`),
      ...(troubles.length === 0 ? [] : [text(lines(troubles))]),
      ...(others.length === 0 ? [] : [text(lines(others))]),
      ...(lacksInServer ? [text(say.invite(inviteLink(applicationId)))] : []),
    ]),
  ];
}

function isTrouble({ is }: Finding): boolean {
  return is !== "fine" && is !== "unset";
}
