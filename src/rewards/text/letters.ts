import { capital, list, plural } from "./words.ts";

/** Every sentence that members are reminded with. The first line says what and when: that line is what a phone shows. */
export const letterTexts = {
  opened: (title: string, period: string, at: string, soon: string) =>
    `**${title}**: ${period} is open until ${at}, ${soon}.`,
  last: (title: string, period: string, at: string, soon: string) =>
    `**${title}**: last call for ${period}. It closes ${soon}, ${at}.`,
  ready: (title: string, at: string, soon: string) =>
    `**${title}**: twenty hours are over, you can claim again. The event ends ${at}, ${soon}.`,
  went: (period: string, claimed: number, taking: number) =>
    `-# ${capital(period)}: ${claimed.toLocaleString("en")} of ${plural(taking, "member", "members")} claimed.`,
  ended: (title: string, complete: number, taking: number) =>
    `**${title}** is over: ${complete.toLocaleString("en")} of ${plural(taking, "member", "members")} completed it.`,
  noFiles: (channel: string) =>
    `-# A picture belongs here, but I lack **Attach Files** in ${channel}, so pictures are left out from now on. Officers: channel settings → Permissions → my role; then \`/rewards standings\` has them posted again.`,
  missed: (periods: readonly string[]) =>
    `-# This comes late, and nobody was told of ${few(periods)}: nothing could be sent at the time.`,
  late: "-# This comes late: nothing could be sent at the time.",
  offer: (title: string, period: string) => `**${title}** is done. It counts for ${period}:`,
  offerHow: (count: number) =>
    `-# ${plural(count, "member was", "members were")} there and may claim with one press; it can be taken back for ten minutes.`,
  more: (count: number) => `…and ${plural(count, "more", "more")}`,
  crew: (title: string, when: string | undefined, link: string | undefined) =>
    `**${title}**: a crew is gathering ${when ?? "right now"}.${link === undefined ? "" : ` ${link}`}`,
  crewWhen: (at: string, soon: string) => `for ${at}, ${soon}`,
  whyCrew: "-# You asked to be reminded of this reward, and have not claimed it this time.",
  byDirect: (link: string) => `Claim on the board: ${link}`,
  gone: (title: string) =>
    `The channel of **${title}** is gone. From now on its rewards are told of here, or in the channel that you choose with /fleet setup.`,
  buttons: {
    join: "Join",
    claim: "Claim",
    claimChoice: (quantity: number, name: string) => `Claim ${quantity} × ${name}`,
    watch: "Remind me",
    unwatch: "Stop reminding me",
    mine: "My progress",
    reminders: "My reminders",
  },
} as const;

const LISTED = 4;

/** "a, b and c"; of more only the first and the last. */
function few(periods: readonly string[]): string {
  const [first = ""] = periods;
  return periods.length <= LISTED
    ? list(periods)
    : `${first} to ${periods.at(-1) ?? ""} (${plural(periods.length, "period", "periods")})`;
}
