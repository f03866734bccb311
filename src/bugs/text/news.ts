import { dayInWords } from "../../ui/times.ts";
import { ledgerLimits } from "../ledger.ts";

/** Every sentence of following a bug. What members typed comes escaped. */

export const newsTexts = {
  buttons: { follow: "Follow", unfollow: "Stop following", show: "Show the bug", briefing: "Briefing" },
  following: {
    channel:
      "You follow this bug. When it is marked fixed here, or a workaround appears, I mention you once in this channel.",
    direct:
      "You follow this bug. When it is marked fixed here, or a workaround appears, I send you one direct message.",
  },
  already: "You follow this bug already.",
  unfollowed: "You do not follow this bug any more.",
  notFollowing: "You did not follow this bug.",
  tooMany: `${ledgerLimits.followers} members follow this bug, and I can tell no more of them at once.`,
  cannotPost:
    "I could not mention you here: I may not post in this channel. Ask an officer to allow Away Team **View Channel** and **Send Messages** in the channel's permissions, or press Follow in another channel.",
  fixed: (title: string, day: string) =>
    `**${title}**: a bug you follow is fixed since ${dayInWords(day)}, says your fleet.`,
  fixedBySource: (title: string) => `**${title}**: a bug you follow is fixed, says its source.`,
  workaround: (title: string) => `**${title}**: a bug you follow has a workaround.`,
  way: (workaround: string) => `Workaround: ${workaround}`,
} as const;
