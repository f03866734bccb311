import { list, plural } from "./words.ts";

/** Every sentence that members are reminded with. The first line says what and when: that line is what a phone shows. */
export const letterTexts = {
  opened: (title: string, period: string, at: string, soon: string) =>
    `**${title}**: ${period} is open until ${at}, ${soon}.`,
  last: (title: string, period: string, at: string, soon: string) =>
    `**${title}**: last call for ${period}. It closes ${soon}, ${at}.`,
  missed: (periods: readonly string[]) =>
    `-# Away Team was not running, so nobody was told of ${list(periods)}.`,
  late: "-# This comes late: Away Team was not running at the time.",
  offer: (title: string, period: string) => `**${title}** is done. It counts for ${period}:`,
  offerHow: (count: number) =>
    `-# ${plural(count, "member was", "members were")} there and may claim with one press; it can be taken back for ten minutes.`,
  more: (count: number) => `…and ${plural(count, "more", "more")}`,
  byDirect: (link: string) => `Claim on the board: ${link}`,
  gone: (title: string) =>
    `The channel of **${title}** is gone, so nobody is told of its rewards any more.\n` +
    "Choose another channel with /fleet setup, close the reward and open it again.",
  buttons: { claim: "Claim", unwatch: "Stop reminding me", mine: "My progress", reminders: "My reminders" },
} as const;
