import { capital, plural } from "./words.ts";

/** Every sentence around a member's own claims. Names come escaped, times as Discord writes them. */
export const claimTexts = {
  closedMeanwhile: (title: string, closed: string, running: string) =>
    `**${title}**: ${closed} closed before you pressed, so nothing was noted. ${capital(running)} is open now; claim that if it is yours.`,
  which: (title: string, period: string) => `**${title}** · ${period}: which reward did you take?`,
  whichCaptain: (title: string) => `**${title}** counts per captain. Whose claim is it?`,
  whichTrack: "Several rewards are open. Which one is it?",
  whichEarlier: "No reward is open now. Which of the earlier ones is it? `/rewards history` has all of them.",
  pickTrack: "Pick a reward",
  pickCaptain: "Pick a captain",
  claimed: (title: string, period: string, what: string) => `Noted: **${title}**, ${period}${what}.`,
  given: (title: string, captain: string) =>
    `What you had claimed of **${title}** without a captain counts for ${captain} now.`,
  took: (choice: string) => ` – ${choice}`,
  forCaptain: (name: string) => ` for ${name}`,
  done: (done: number, needed: number) =>
    done >= needed
      ? `That makes **${done} of ${needed}**: complete.`
      : `That makes **${done} of ${needed}**.`,
  next: (at: string, soon: string) => `The next opens ${at}, ${soon}.`,
  nextClaim: (at: string, soon: string) => `The next claim counts from ${at}, ${soon}.`,
  last: "It was the last one.",
  usableFrom: (choice: string, level: number, best: number | undefined) =>
    best === undefined
      ? `⚠ ${choice} can be used only from level ${level}, and I know no captain of yours at that level.`
      : `⚠ ${choice} can be used only from level ${level}; the highest captain I know of is at ${best}.`,
  usableBy: (choice: string, level: number, captain: string, at: number | undefined) =>
    `⚠ ${choice} can be used only from level ${level}, and ${at === undefined ? `I do not know the level of ${captain}` : `${captain} is at ${at}`}.`,
  secondThoughts: "-# For ten minutes you can take it back or change it here.",
  already: (title: string, period: string, at: string, next: string) =>
    `You have claimed **${title}** for ${period} already, ${at}. ${next}`,
  tooSoon: (title: string, at: string, soon: string) =>
    `**${title}** counts every 20 hours. Your next claim counts from ${at}, ${soon}.`,
  ahead: (title: string, at: string, soon: string) => `**${title}** opens ${at}, ${soon}. Come back then.`,
  over: (title: string, at: string) => `**${title}** ended ${at}, so nothing more can be claimed.`,
  nothingLeft: (title: string, needed: number, whose: string) =>
    `**${title}** is complete${whose}: ${plural(needed, "claim is", "claims are")} all there is to get.`,
  full: (title: string) => `**${title}** has as many claims as I can keep for one period.`,
  gone: "I do not know that reward any more: it may have been opened in another server.",
  noneOpen: "No reward is open in this fleet.",
  noneKnown: "This fleet has not opened a reward yet.",
  askOfficer: (role: string | undefined) =>
    `Whoever has **Manage Server**${role === undefined ? "" : ` or ${role}`} opens one with \`/rewards open home\`, or with an event of your own.`,
  openOne:
    "As an officer you open one: pick a mission here, which starts now and stands where the fleet's rewards belong, or type `/rewards open what:Winter Event days:31 needed:20` for an event of your own.",
  pickMission: "Open the reward of…",
  unknownTrack: (typed: string) =>
    `No reward of this fleet is called “${typed}”. Pick one from the list that opens as you type.`,
  noSuchChoice: "That reward is not among the choices. Press **Claim** on the board and pick one.",
  noSuchCaptain: (typed: string) =>
    `I know no captain of yours called “${typed}”. \`/captain list\` shows them, \`/captain add\` adds one.`,
  captainGone: "That captain is not on your list any more. `/captain list` shows those that are.",
  undone: (title: string, period: string) =>
    `Taken back: **${title}**, ${period}. You can claim again while it is open.`,
  changed: (title: string, period: string, choice: string) => `Changed: **${title}**, ${period} – ${choice}.`,
  tooLate: "Ten minutes have passed, so only an officer can change that claim now: `/rewards standings`.",
  claimGone: "That claim is not there any more.",
  watching: (title: string) =>
    `You will be told when a new period of **${title}** opens, and before one closes that you have not claimed. \`/me\` says how.`,
  watchingHours: (title: string) =>
    `You will be told when you can claim **${title}** again, twenty hours after each claim, and before it ends. \`/me\` says how.`,
  watchingOff: "-# Your `/me` says that you want no reminders, so none will come until you change that.",
  alreadyWatching: (title: string) => `You are reminded of **${title}** already.`,
  notWatching: (title: string) => `You are not reminded of **${title}** any more.`,
  tooManyWatch: (title: string, most: number) =>
    `${most} members are reminded of **${title}** already, and I remind no more than that. Its board says when it closes.`,
  progress: (title: string) => `## ${title} · my progress`,
  figures: (done: number, needed: number, bar: string) => `**${done} of ${needed}** ${bar}`,
  complete: "Complete: you have all there is to get.",
  spare: (left: number, spare: number) =>
    spare < 0
      ? `It cannot be completed any more: ${plural(left, "claim is", "claims are")} left.`
      : `${plural(left, "claim", "claims")} still possible · ${spare === 0 ? "none may be missed" : `${spare} may be missed`}`,
  latest: (at: string, soon: string) => `Claim before ${at} (${soon}), or it cannot be completed.`,
  rowClaimed: (period: string, at: string, what: string) => `◼ ${period} · ${at}${what}`,
  rowUnneeded: (period: string) => `◻ ${period} · not needed`,
  rowMissed: (period: string) => `◻ ${period} · missed`,
  rowOpen: (period: string, at: string) => `◻ ${period} · **open**, closes ${at}`,
  rowAhead: (period: string, at: string) => `◻ ${period} · opens ${at}`,
  notedBy: " · noted by an officer",
  hiddenNow: "Officers do not see you in the list of who still needs it.",
  shownNow: "Officers see you in the list of who still needs it.",
  board: (link: string) => `[Board](${link})`,
  buttons: {
    claim: "Claim",
    undo: "Undo",
    changeTo: (choice: string) => `Change to ${choice}`,
    watch: "Remind me",
    unwatch: "Stop reminding me",
    hide: "Hide me from the officers' list",
    show: "Show me in the officers' list",
  },
} as const;
