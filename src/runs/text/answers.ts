import type { Ineligible } from "../eligibility.ts";
import type { Role, Standing } from "../run.ts";
import { factionNames, list, minutes, roleNames } from "./words.ts";

/** What somebody reads who pressed a button of a run. Titles and names come escaped. */
export const answerTexts = {
  seated: (title: string, place: number, seats: number) =>
    `You are in: seat ${place} of ${seats} for **${title}**.`,
  waiting: (title: string, place: number) =>
    `Every seat for **${title}** is taken. You are number ${place} on the waitlist, and I tell you when a seat is yours.`,
  waitingForRole: (title: string, place: number, role: Role) =>
    `Every ${roleNames[role]} seat for **${title}** is taken. You are number ${place} on the waitlist, and I tell you when one is yours.`,
  alreadySeated: (title: string, place: number, seats: number) =>
    `You are in already: seat ${place} of ${seats} for **${title}**.`,
  alreadyWaiting: (title: string, place: number) =>
    `You are on the waitlist for **${title}** already, as number ${place}.`,
  tentative: (title: string) =>
    `You are down as tentative for **${title}**. That holds no seat; press Join when you are sure.`,
  alreadyTentative: (title: string) => `You are down as tentative for **${title}** already.`,
  left: (title: string) => `You are out of **${title}**.`,
  freedSeat: "Your seat goes to whoever waits first.",
  stillLead: "You still lead it: hand it over or cancel it under Manage.",
  notIn: (title: string) => `You are not signed up for **${title}**. Press Join to come along.`,
  late: (title: string, count: number) =>
    `The crew of **${title}** sees that you come ${minutes(count)} late. Your seat stays yours.`,
  onTime: (title: string) => `The crew of **${title}** sees that you come on time.`,
  role: (role: Role, standing: Standing) =>
    standing === "waiting"
      ? `You are down as ${roleNames[role]}, on the waitlist.`
      : `You are down as ${roleNames[role]}.`,
  roleFull: (role: Role) =>
    `Every ${roleNames[role]} seat is taken, so nothing changed: you keep the one you have.`,
  captain: (name: string) => `You come as **${name}**.`,
  cardIs: (link: string) => `The card of this run: ${link}`,
  locked: (title: string) =>
    `**${title}** is locked: its leader takes no more sign-ups. Ask them to add you under Manage.`,
  startedFull: (title: string) => `**${title}** is under way, and every seat is taken.`,
  over: (title: string) => `**${title}** is over. \`/runs\` shows what is coming up.`,
  tooMany: (title: string) =>
    `**${title}** has more sign-ups than I can keep. Ask its leader to open a second run.`,
  gone: "This run is not there any more. `/runs` shows what is coming up.",
  whichCaptain: (title: string) => `Which captain comes along to **${title}**?`,
  whichRole: (title: string) => `What do you bring to **${title}**?`,
  ineligible: (name: string, why: string) => `**${name}** cannot come along: ${why}`,
  noCaptain: "You have no captain any more, so nothing changed. `/captain add` brings one back.",
  pickCaptain: "Pick a captain",
  pickRole: "Pick a role",
  howLate: "Will you be late?",
  onTimeChoice: "On time",
  lateChoice: (count: number) => `${minutes(count)} late`,
  buttons: { leave: "Leave", captain: "Another captain" },
} as const;

export function ineligibleInWords(why: Ineligible): string {
  switch (why.because) {
    case "faction":
      return `it is for ${list(why.factions.map((faction) => factionNames[faction]))} captains only.`;
    case "level":
      return `it takes level ${why.from}.`;
    case "min-level":
      return `this crew asks for level ${why.from}.`;
  }
}
