import type { Run } from "../run.ts";
import { plural } from "./words.ts";

/** What leaders and officers read, and nobody else. Titles come escaped, members as mentions. */
export const manageTexts = {
  heading: (title: string) => `## Manage ${title}`,
  states: {
    open: "It takes sign-ups.",
    locked: "It is locked: nobody signs up any more, except whom you add.",
    started: "It is under way.",
    over: "It is over.",
  } satisfies Record<Run["state"], string>,
  departed: (count: number) =>
    count === 1
      ? "-# One member left the server and was taken out; the seat went to who waited first."
      : `-# ${count} members left the server and were taken out; the seats went to who waited first.`,
  isBot: (who: string) => `${who} is an app and flies no missions, so nothing was changed.`,
  leftServer: (who: string) => `${who} is not on this server, so nothing was changed.`,
  seriesEnded: "No run follows this one; this one takes place as planned.",
  noSeries: "It does not repeat.",
  notLeader: "Only the leader of this run and officers of the fleet can do that.",
  over: (title: string) => `**${title}** is over; there is nothing left to change.`,
  locked: "Nobody signs up any more now, except whom you add.",
  unlocked: "It takes sign-ups again.",
  alreadyStarted: "It is under way already.",
  amended: "The card shows it in a moment.",
  moved: (at: string) => `It starts ${at} now. Everyone who signed up is told.`,
  othersFollow: (at: string) => `The runs after it follow; the next one is at ${at}.`,
  othersStay: (at: string) => `The runs after it stay where they were; the next one is at ${at}.`,
  unchanged: "Nothing was different, so nothing changed.",
  leadsEnough: (who: string) =>
    `${who} leads five open runs already, and that is as many as one member may hold. Nothing was changed.`,
  handedOver: (to: string) => `${to} leads it now.`,
  started: "It is under way. Whoever finds a free seat may still join.",
  skipAsk: (title: string, crew: number) =>
    `Skip this run of **${title}**? ${crew === 1 ? "The other member who signed up is told" : `The ${crew} others who signed up are told`}, once. The series goes on with the next one.`,
  cancelAsk: (title: string, crew: number) =>
    `Cancel **${title}**? ${crew === 1 ? "The other member who signed up is told" : `The ${crew} others who signed up are told`}, once.`,
  cancelAllAsk: (title: string, crew: number) =>
    `Cancel **${title}** and its series? No run follows it. ${crew === 1 ? "The other member who signed up is told" : `The ${crew} others who signed up are told`}, once.`,
  cancelled: (title: string) => `**${title}** is cancelled.`,
  skipped: (title: string) =>
    `This run of **${title}** is cancelled. The series goes on: its next card comes at once.`,
  cancelledAll: (title: string) => `**${title}** is cancelled, and no run follows it.`,
  cancelledButNext: (title: string) =>
    `**${title}** is cancelled. If the next run of its series has a card already, that one stays: \`/runs\` shows it.`,
  split: (title: string, leader: string, link: string | undefined) =>
    `Those who waited have a team of their own for **${title}**, led by ${leader}${link === undefined ? "" : `: ${link}`}.`,
  nobodyMayLead:
    "Nobody of those who would make up the second team can lead it: each of them leads five open runs already, and that is as many as one member may hold. Nothing was changed.",
  nobodyWaits: "Nobody waits for a seat, so there is no second team to make.",
  pinged: "The crew is called with a message in the channel.",
  pingedLately: "The crew was called within the last ten minutes. Give them a moment.",
  nobodyToPing: "Nobody has signed up whom you could call.",
  added: (who: string, place: number) => `${who} is in, with seat ${place}.`,
  addedWaiting: (who: string, place: number) =>
    `Every seat is taken; ${who} is number ${place} on the waitlist.`,
  addedAlready: (who: string) => `${who} is signed up already.`,
  whichRoleFor: (who: string) => `What does ${who} bring?`,
  removed: (who: string) => `${who} is out of it.`,
  notIn: (who: string) => `${who} is not signed up.`,
  cannotAdd: (who: string, why: string) => `${who} cannot come along: ${why}`,
  finishAsk: (title: string) => `Who of the crew of **${title}** was missing?`,
  finishInParts: (most: number) =>
    `-# A menu takes ${most} names. Were more missing, press **Change who was there** afterwards and pick the others.`,
  finished: (present: number) =>
    `It is finished, with ${plural(present, "member", "members")} of the crew there.`,
  unfinishable: {
    "cancelled-before": "It was cancelled, so there is nothing to finish.",
    "not-begun": "It has not begun, so there is nothing to finish. Start now begins it.",
  },
  seatsUnreadable: "Seats are a number from 1 to 50. Nothing was changed.",
  rolesTooFew: (places: number, seats: number) =>
    `The roles add up to ${plural(places, "place", "places")}, but there would be ${plural(seats, "seat", "seats")}. Change both under Edit. Nothing was changed.`,
  noteTooLong: "That note is longer than 300 characters. Nothing was changed.",
  timeOver: "That time is over by now. Nothing was changed; type another one with Edit.",
  buttons: {
    edit: "Edit",
    lock: "Lock",
    unlock: "Unlock",
    start: "Start now",
    ping: "Call the crew",
    split: (waiting: number) => `Split off a team (${waiting} waiting)`,
    finish: "Finish",
    finishAgain: "Change who was there",
    endSeries: "End the series",
    onlyThis: "Move only this one",
    othersToo: "Move those after it too",
    skip: "Skip this one",
    cancel: "Cancel this run",
    cancelNow: "Yes, cancel it",
    cancelAllNow: "Yes, cancel all of it",
    skipNow: "Yes, skip it",
    keep: "Keep it",
    allThere: "All were there",
  },
  pick: {
    add: "Add a member",
    remove: "Take a member out",
    handOver: "Hand the lead to",
    missing: "Who was missing",
    missingToo: "Who was missing too",
    role: "Pick a role",
  },
  form: {
    title: "Change the run",
    when: "When it starts",
    whenHelp: "sat 20:00 · tomorrow 8pm · in 40 min · 8pm EST",
    seats: "Seats",
    roles: "Roles",
    rolesHelp: "1 tank, 1 heal, 3 damage – or: careers – or nothing",
    note: "Note for the crew",
  },
} as const;
