import { timestamp } from "../../ui/times.ts";
import type { ChannelUse, Finding, Remedy, RoleUse } from "../doctor.ts";

/** Every sentence of /fleet doctor. Ids are shown as mentions, which ping nobody. */

const uses: Readonly<Record<ChannelUse | RoleUse, string>> = {
  runs: "Channel for runs",
  rewards: "Channel for rewards",
  "open-runs": "Channel with open runs",
  "open-rewards": "Channel with an open reward",
  ping: "Ping role",
  officer: "Officer role",
};

export const doctorTexts = {
  heading: "## Check-up",
  allFine: "Everything that is set works.",
  troubles: (count: number) => (count === 1 ? "One thing needs a hand." : `${count} things need a hand.`),
  more: (count: number) => `… and ${count} more. Put these right, then run \`/fleet doctor\` again.`,
  invite: (link: string) =>
    `-# To give my role everything it asks for at once, a member with Manage Server invites me again: <${link}>`,
} as const;

const unset: Readonly<Record<ChannelUse | RoleUse, string>> = {
  runs: "not set; a run goes into the channel where it is called",
  rewards: "not set; rewards go into the channel where they are opened",
  "open-runs": "none",
  "open-rewards": "none",
  ping: "not set; runs ping nobody",
  officer: "not set; only members with Manage Server are officers",
};

/**
 * One finding as a line: what it is about, what is wrong, and where to change it. Findings that one remedy ends in the
 * whole server read alike.
 */
export function findingInWords(finding: Finding): string {
  if (finding.about === "bot")
    return `**I am timed out** until ${timestamp(finding.until, "long")}. A moderator ends that: right-click me in the member list, Remove Timeout.`;
  const line = (words: string) => `**${uses[finding.about]}** ${words}`;
  switch (finding.is) {
    case "unset":
      return line(unset[finding.about]);
    case "gone":
      if (finding.about === "open-runs")
        return line("was deleted, and the cards with it. `/runs` still shows these runs.");
      if (finding.about === "open-rewards")
        return line("was deleted, and the board with it. `/rewards board` still shows it.");
      return line("was deleted. Pick another one in `/fleet setup`.");
    case "fine":
      return line("roleId" in finding ? `<@&${finding.roleId}> is fine` : `<#${finding.channelId}> is fine`);
    case "unfit":
      return line(
        `<#${finding.channelId}> takes no cards. Pick a text channel, an announcement channel or a thread in \`/fleet setup\`.`,
      );
    case "locked":
      if (finding.about === "open-runs" || finding.about === "open-rewards")
        return line(`<#${finding.channelId}> is locked, so nobody is told there. Unlock the thread.`);
      return line(
        `<#${finding.channelId}> is locked. Unlock the thread, or pick another place in \`/fleet setup\`.`,
      );
    case "managed":
      return line(
        `<@&${finding.roleId}> belongs to a bot or a service now. Pick another one in \`/fleet setup\`.`,
      );
    case "not-mentionable":
      return line(
        `<@&${finding.roleId}> cannot be mentioned, so a ping would tell nobody. Switch it on: Server Settings → Roles → that role → Allow anyone to @mention this role.`,
      );
    case "missing": {
      const { channelId, capability, remedy } = finding;
      const lacks = `I lack **${capability.label}**, to ${capability.purpose}. Switch it on: ${remedyInWords(remedy)} → ${capability.label}.`;
      return remedy.place === "server"
        ? `**In the whole server** ${lacks}`
        : line(`in <#${channelId}> ${lacks}`);
    }
  }
}

function remedyInWords(remedy: Remedy): string {
  if (remedy.place === "server")
    return `Server Settings → Roles → ${remedy.roleId === undefined ? "my role" : `<@&${remedy.roleId}>`}`;
  const whose =
    remedy.from === "everyone"
      ? "add my role there, or change @everyone"
      : remedy.from === "bot"
        ? "my own entry"
        : `<@&${remedy.from.roleId}>`;
  return `<#${remedy.channelId}> → Edit Channel → Permissions → ${whose}`;
}
