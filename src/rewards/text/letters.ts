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
  whyDirect: "-# You asked for direct messages. /me in your fleet's server changes that.",
  directClosed:
    "-# Your direct messages are closed to me, so I tell you here from now on. /me changes that when they are open.",
  forbidden: (title: string, channel: string) =>
    `I may not post in ${channel}, so nobody was told of **${title}** there.\n` +
    "Allow Away Team **View Channel** and **Send Messages** in that channel's permissions; for a thread, **Send Messages in Threads**, and unlock it. /fleet doctor checks them all.",
  gone: (title: string) =>
    `The channel of **${title}** is gone, so nobody is told of its rewards any more.\n` +
    "Choose another channel with /fleet setup, close the reward and open it again.",
  buttons: { claim: "Claim", unwatch: "Stop reminding me", mine: "My progress", reminders: "My reminders" },
} as const;
