import type { Cadence } from "../track.ts";
import { plural } from "./words.ts";

/** What officers read of who still needs a reward, and everybody of what there was. */
export const standingsTexts = {
  heading: (title: string, period: string) => `## ${title} · ${period}`,
  counts: (claimed: number, open: number, complete: number, cadence: Cadence) =>
    `**${claimed}** claimed ${cadence === "cooldown" ? "in the last 20 hours" : "this time"} · **${open}** still ${open === 1 ? "needs" : "need"} it · **${complete}** complete`,
  open: "**Still to claim**",
  behind: "cannot complete it any more",
  noneOpen: "Nobody who takes part still needs it this time.",
  person: (member: string, done: number, needed: number, outlook: string | undefined) =>
    `${member} ${done}/${needed}${outlook === undefined ? "" : ` · ${outlook}`}`,
  spare: (count: number) => (count === 0 ? "none to miss" : `may miss ${count}`),
  hidden: (count: number) =>
    `${plural(count, "member does", "members do")} not want to stand in this list; the counts have them.`,
  known: "Known are those who claimed or asked to be reminded; I do not read the member list.",
  more: (count: number) => `…and ${count.toLocaleString("en")} more`,
  correct: "Correct somebody's claims",
  csv: "Here is everybody who takes part, for a spreadsheet. Only you see it.",
  correcting: (member: string, title: string, whose: string) =>
    `## Claims of ${member}\n**${title}**${whose} · pick a time to note a claim, or to take one back.`,
  ofCaptain: (name: string) => ` · ${name}`,
  withoutCaptain: "without a captain",
  whichCaptain: "Whose claims?",
  whichPeriod: "Pick a time",
  isClaimed: (period: string) => `${period} · claimed`,
  isOpen: (period: string) => `${period} · not claimed`,
  takesBack: "takes the claim back",
  notes: "notes a claim",
  noted: (member: string, period: string) => `Noted for ${member}: ${period}.`,
  taken: (member: string, period: string) => `Taken back for ${member}: ${period}.`,
  claimedAlready: (member: string, period: string) =>
    `Nothing was changed for ${member}: ${period} is claimed already.`,
  takenAlready: (member: string, period: string) =>
    `Nothing was changed for ${member}: that claim of ${period} is taken back already.`,
  olderList: "That list was older, so nothing was changed. Here it is anew: pick once more.",
  tooClose: (member: string, period: string) =>
    `Nothing was noted for ${member}: less than 20 hours lie between ${period} and the claims around it. Take one of those back first.`,
  noMission: (title: string) =>
    `**${title}** is an event of the fleet's own, so I do not know which mission it is played in. Gather a crew with \`/lfg\` and the mission; whoever is there claims on the board.`,
  notRunning: (title: string) =>
    `**${title}** cannot be claimed now, so there is nothing to gather a crew for.`,
  crewTells: (count: number) =>
    `**Gather a crew** tells ${plural(count, "member", "members")} who asked to be reminded and still ${count === 1 ? "needs" : "need"} it.`,
  told: (count: number, title: string) =>
    `${plural(count, "member", "members")} who still ${count === 1 ? "needs" : "need"} **${title}** and asked to be reminded ${count === 1 ? "is" : "are"} told of it, outside their quiet hours.`,
  nobodyToTell: (title: string) =>
    `Nobody who still needs **${title}** asked to be reminded, so nobody is told of it.`,
  pictures: {
    on: "Pictures of how it went are posted: with each new period, and at the end.",
    off: "No pictures are posted.",
    refused:
      "No pictures are posted: Discord refused one. Allow **Attach Files** where the board stands, then post them again.",
  },
  notBegun: "That reward has not begun yet, so there is nothing to correct.",
  noSuchPeriod: "That reward has no such period. Open the list again with `/rewards standings`.",
  pickMember: "Pick a member from the list once more.",
  history: "## Rewards of this fleet",
  historyRow: (title: string, from: string, to: string, state: string) =>
    `**${title}** · ${from} – ${to} · ${state}`,
  historyCounts: (claims: number, members: number, own: string) =>
    `-# ${plural(claims, "claim", "claims")} of ${plural(members, "member", "members")} · you: ${own}`,
  own: (done: number, needed: number) => `${done} of ${needed}`,
  states: { ahead: "not open yet", running: "**open**", over: "over", closed: "closed by an officer" },
  pickReward: "My progress with…",
  buttons: {
    crew: "Gather a crew",
    stopPictures: "Stop the pictures",
    startPictures: "Post pictures",
    csv: "CSV file",
    refresh: "Look again",
    earlier: "← Earlier",
    later: "Later →",
  },
} as const;
