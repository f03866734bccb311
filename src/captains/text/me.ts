import { lengthInWords } from "../../time/lengths.ts";
import type { Reminders, User } from "../store.ts";

/** Every sentence of /me. What a member typed comes escaped. */

export const meTexts = {
  description: "Your time zone, reminders and spoilers; your data, to take along or to erase",
  option: "Your time zone: a city, a country or an IANA name",
  heading: "## You",
  zone: (zone: string, time: string) => `**Time zone** ${zone} · it is ${time} there`,
  noZone: "**Time zone** not set; times that you type, and your quiet hours, go by the fleet's zone",
  reminders: (how: string) => `**Reminders** ${how}`,
  remindersFor:
    "-# For runs that you signed up for, rewards that you asked to be reminded of, and bugs that you follow.",
  stillTold: "-# You are still told when a run of yours moves or is cancelled, or a seat becomes yours.",
  plots: {
    hidden: "**Plots** hidden; tap to read them",
    open: "**Plots** open on cards that only you see",
  },
  captains: (count: number, name: string | undefined) =>
    name === undefined
      ? "**Captains** none; `/captain add` tells me of one"
      : `**Captains** ${count}, by default **${name}** · \`/captain list\``,
  buttons: {
    zone: "Time zone",
    reminders: "Reminders",
    showPlots: "Show plots openly",
    hidePlots: "Hide plots",
    export: "Export my data",
    forget: "Forget me",
    forgetNow: "Forget me for good",
    keep: "Keep everything",
    tryAgain: "Try again",
  },
  zoneForm: {
    title: "Your time zone",
    label: "A city, a country or an IANA name",
    help: "Berlin, Japan, America/New_York. Small slips are forgiven.",
  },
  zoneChoice: (zone: string, time: string) => `${zone} · now ${time}`,
  zoneSet: (zone: string, time: string) => `Your time zone is **${zone}**, where it is ${time}.`,
  zoneNear: (typed: string) => `“${typed}” may be several. Which one is yours?`,
  zoneUnknown: (typed: string) =>
    `I know no time zone “${typed}”. Try the nearest large city, or a name like Europe/Berlin.`,
  remindersForm: {
    title: "Your reminders",
    by: "How",
    lead: "How long before the start",
    leadHelp: "For direct messages, like 30m or 1h. Empty: the fleet's own time.",
    quiet: "Quiet hours",
    quietHelp: "No direct messages then, nor mentions for rewards, like 22:00-08:00. Empty: none.",
  },
  remindersSet: "Your reminders are set, for everything that is still to come.",
  leadUnreadable: (typed: string) =>
    `I could not read “${typed}” as a length of time up to a week. Type it like \`30m\`, \`1h\` or \`1h 30m\`. Nothing was changed.`,
  quietUnreadable: (typed: string) =>
    `I could not read “${typed}” as quiet hours. Type them like \`22:00-08:00\`. Nothing was changed.`,
  exported: "This is all that I keep of you. Nobody else sees this message.",
  askForget:
    "I would erase everything I keep of you: your captains, your settings, and your name wherever fleets have it. This cannot be undone; **Export my data** gives you a copy first.",
  kept: "Nothing was erased.",
  forgotten: (what: readonly string[]) =>
    what.length === 0
      ? "I kept nothing of you, and I keep nothing now."
      : `You are forgotten. Erased: ${what.join(", ")}. What I had said in channels is Discord's, and is deleted there.`,
  forgetting:
    "I noted that you want to be forgotten, and have begun. It takes longer than usual; I finish it by myself, and you need not ask again.",
} as const;

export const meExamples = [
  { typed: "/me", does: "opens your settings: time zone, reminders, spoilers, your data" },
  { typed: "/me time-zone:Berlin", does: "sets your time zone" },
];

export const reminderWays: Readonly<Record<Reminders["by"], string>> = {
  off: "Off",
  channel: "A mention in the channel",
  dm: "A direct message",
};

/** "a direct message, 30 min before, not from 22:00 to 08:00". */
export function remindersInWords({ by, leadMinutes, quiet }: Reminders): string {
  if (by === "off") return "off";
  const quietly = quiet && `not from ${quiet.from} to ${quiet.to}`;
  if (by === "channel") return `a mention in the channel${quietly ? `; for rewards ${quietly}` : ""}`;
  const parts = [
    "a direct message",
    leadMinutes === undefined ? undefined : `${lengthInWords(leadMinutes)} before`,
    quietly,
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}

/** What of a member's own document is erased, in words. */
export function erasedInWords({ captains, timeZone, reminders, spoilers }: User): readonly string[] {
  return [
    captains.length === 0 ? undefined : captains.length === 1 ? "1 captain" : `${captains.length} captains`,
    timeZone === undefined ? undefined : "your time zone",
    isUsual(reminders) ? undefined : "your reminders",
    spoilers === "hidden" ? undefined : "your choice of plots",
  ].filter((part) => part !== undefined);
}

function isUsual({ by, leadMinutes, quiet }: Reminders): boolean {
  return by === "channel" && leadMinutes === undefined && quiet === undefined;
}
