import { troubleTexts } from "../../guilds/text/trouble.ts";
import type { Cadence } from "../track.ts";
import { plural } from "./words.ts";

/** What an officer reads while a reward is opened or closed, and what the command says of itself. Typed words come escaped. */
export const openTexts = {
  description: "Weekly rewards and events: claim them, and see how the fleet is doing",
  open: "Open a reward for the fleet (officers)",
  claim: "Note that you have claimed a reward",
  board: "Show the board of a reward, and how far everybody is",
  standings: "Who still needs a reward (officers)",
  history: "The rewards of this fleet, the newest first, and what you claimed",
  close: "Close a reward before its end (officers)",
  options: {
    what: "A mission with a reward, or the name of an event of your own",
    starts: "When it starts: thu 10:00, tomorrow 8am, 2026-12-01 10:00; now when left out",
    weeks: "How many weeks it lasts; the mission's own rule when left out",
    days: "How many days it lasts, for an event that counts days",
    needed: "How many claims make it complete; all of them when left out",
    cadence: "How often it can be claimed; the mission's own rule when left out",
    per: "Whose claims count; the account's when left out",
    zone: "By whose wall clock a new period opens; STO's own (America/Los_Angeles) when left out",
    pictures: "Whether a picture of how it went comes with each new period; yes when left out",
    channel: "Where the board stands: the fleet's rewards channel, or here, when left out",
    track: "Which reward; the one that is open when left out",
    choice: "What you took",
    captain: "Which captain claimed; your default one when left out",
  },
  cadences: {
    weekly: "Once a week",
    daily: "Once a day",
    cooldown: "Every 20 hours",
  },
  pers: { account: "Once per account", captain: "Once per captain" },
  ofMission: (title: string, rule: string) => `${title} · ${rule}`,
  nameless: "Give the event a name that can be read.",
  officersDeed: "do this",
  removed: (title: string) => `**${title}** was removed from the game, so its reward cannot be earned.`,
  refused: {
    noLength: (title: string, near: string | undefined) =>
      `${near === undefined ? "" : `Did you mean **${near}**? If so, pick it from the list that opens as you type. `}No record tells how long **${title}** lasts: say \`weeks:4\`, or \`days:21 needed:14\` for an event that counts days.`,
    weeksAndDays: "Say `weeks` or `days`, not both.",
    daysForWeeks: "A reward that comes once a week lasts some `weeks`. For `days`, leave the cadence out.",
    tooLong: (most: number, unit: string) => `I keep track of ${most} ${unit} at most.`,
    needsTooMuch: (needed: number, possible: number) =>
      `${needed} are needed, but only ${plural(possible, "claim is", "claims are")} possible in that time.`,
    tooManyOpen: (most: number) =>
      `${most} rewards are open in this fleet, and I keep no more at once. Close one first.`,
    alreadyOpen: (title: string, link: string) =>
      `**${title}** is open already${link}. Close it first if it begins anew.`,
    over: (title: string, at: string) =>
      `Begun then, **${title}** would have ended ${at}. Give a later start.`,
    zone: (typed: string) => `I know no time zone “${typed}”. Pick one from the list that opens as you type.`,
  },
  past: (typed: string, at: string, soon: string) => `“${typed}” was ${at}, ${soon}. Did it start then?`,
  asks: "Nothing is opened yet; what you typed is kept for a quarter of an hour.",
  draftGone:
    "That question was answered already, is too old to answer, or it was asked of somebody else. Run `/rewards open` again; it takes a moment.",
  opened: (title: string, where: string) => `**${title}** is open: ${where}`,
  openedLater: (title: string) => `**${title}** is saved. Its board follows as soon as Discord takes it.`,
  startsNow: "It starts now",
  startsAt: (at: string, soon: string, how: string) => `I read its start as ${at}, ${soon}${how}`,
  andThen: (start: string, cadence: Cadence, zone: string) =>
    cadence === "cooldown"
      ? `${start}; claims count from twenty hours after the one before.`
      : `${start}; later periods open at the same hour of the clock in ${zone}.`,
  moved: (title: string, at: string, soon: string) => `**${title}** starts ${at}, ${soon}.`,
  begun: (title: string) =>
    `**${title}** has begun, so its start stays. Close it and open it again to begin anew.`,
  noNewStart: (title: string, isClosed: boolean) =>
    `**${title}** ${isClosed ? "was closed" : "is over"}, so its start stays. Open it anew with the start that you want: \`/rewards open\`.`,
  startStays: "The start stands as it was. Press the button once more to type another.",
  posting: "keep a board",
  noPictures: (where: string) =>
    `-# I lack **Attach Files** in ${where}, so no pictures are posted. Allow it there, then \`/rewards standings\` has them posted.`,
  refusedThere: (where: string) =>
    `${troubleTexts.refused(where, "rewards channel")} The reward is taken back.`,

  closeAsk: (title: string, claims: number) =>
    `Close **${title}** now? Nobody can claim it from then on; its ${plural(claims, "claim stays", "claims stay")} in the history.`,
  closed: (title: string) => `**${title}** is closed. Nobody is reminded of it any more.`,
  reopened: (title: string) => `**${title}** is open again.`,
  alreadyOver: (title: string) => `**${title}** is over already.`,
  kept: (title: string) => `**${title}** stays open.`,
  buttons: {
    close: "Close it now",
    keep: "Keep it open",
    reopen: "Open it again",
    takeBack: "Close it again",
    change: "Change the start",
  },
  timeHelp: "thu 10:00 · tomorrow 8am · 2026-12-01 10:00",
} as const;

export const rewardsExamples = [
  { typed: "/rewards open home", does: "opens Home's weekly reward for four weeks, and posts its board" },
  { typed: "/rewards claim", does: "notes that you have claimed this week's reward" },
  {
    typed: "/rewards open what:Winter Event days:31 needed:20",
    does: "keeps track of an event of which any 20 days are needed",
  },
];
