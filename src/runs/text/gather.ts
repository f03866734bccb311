import { troubleTexts } from "../../guilds/text/trouble.ts";
import { lengthInWords } from "../../time/lengths.ts";
import { plural } from "./words.ts";

/** What somebody reads while they gather a crew. What they typed comes escaped. */
export const gatherTexts = {
  description: "Gather a crew for a mission or task force, now or at a time you name",
  options: {
    mission: "The mission or task force; a time may follow: second wave sat 20:00",
    when: "When it starts: sat 20:00, tomorrow 8pm, in 40 min, 8pm EST; now when left out",
    seats: "How many come along, you included; the team's size when left out",
    difficulty: "Normal, advanced or elite",
    roles: "1 tank, 1 heal, 3 damage – or: careers",
    note: "A line for the crew",
    ping: "Tells the fleet's ping role, if it was left in peace for long enough",
    repeat: "How often it comes back, at the same hour of the fleet's clock",
    minLevel: "The lowest level a captain may have",
  },
  unknown: (typed: string) => `I know no mission called “${typed}”.`,
  didYouMean: "Did you mean one of these?",
  didYouMeanThis: (title: string) => `Did you mean **${title}**?`,
  which: (typed: string) => `Which “${typed}” do you mean? More than one begins like that.`,
  elseKept: "What else you typed is kept for a quarter of an hour.",
  nothingNear: "Nothing I know is near it. Type `/lfg` again and pick from the list that opens as you type.",
  removed: (title: string) => `**${title}** was removed from the game, so no crew can fly it.`,
  removedInstead: "These missions of its arc can still be played:",
  removedNothing: "`/missions` shows what can be played.",
  restAndWhen: (title: string, rest: string) =>
    `I know **${title}**, but I could not read “${rest}” behind it, because you also filled in \`when\`. Leave one of the two out.`,
  rolesUnreadable:
    "I could not read those roles. Type them like `1 tank, 1 heal, 3 damage`, or `careers`, or leave them out.",
  rolesTooFew: (places: number, seats: number) =>
    `Your roles add up to ${plural(places, "place", "places")}, but there are ${seats} seats. Make them match, or leave the seats out.`,
  badSeats: "A run has from 1 to 50 seats. Pick a number in between.",
  noteTooLong: "That note is longer than 300 characters. Shorten it, please.",
  tooManyOfYours:
    "You lead five open runs already, and that is as many as one member may hold. Finish or cancel one first: `/runs` shows them.",
  tooManyHere: "This fleet has two hundred open runs, and I keep no more. Finish or cancel some first.",
  oneLikeIt: (title: string, at: string, link: string) =>
    `There is a run for **${title}** at ${at} already${link}. Is yours another one?`,
  yourCaptains: (why: string) => `You cannot lead this one yourself: ${why}`,
  posted: (title: string, where: string) => `**${title}** is posted: ${where}`,
  postedLater: (title: string) => `**${title}** is saved. Its card follows as soon as Discord takes it.`,
  repeatsNow: "A call for right now cannot repeat. Name a time as well, like `when: sat 20:00`.",
  repeats: (how: string, zone: string) =>
    `It repeats ${how}, at the same hour of the clock in ${zone}; the next card is posted when this one starts.`,
  shifts: (zone: string) =>
    `This run keeps its hour of the clock in ${zone}, so the clock changes shift it for members elsewhere:`,
  shift: (zone: string, at: string, byMinutes: number) =>
    `- in ${zone} it is ${lengthInWords(Math.abs(byMinutes))} ${byMinutes > 0 ? "later" : "earlier"} from ${at} on`,
  pinged: (role: string) => `${role} is told.`,
  pingedLately: (soon: string) =>
    `The ping role was told of another run a little while ago, so it is left in peace this time. It may be told again ${soon}.`,
  noPingRole:
    "Your fleet has named no ping role, so nobody was pinged. An officer names one with `/fleet setup`.",
  calledNow: "It is a call for right now: it closes by itself after an hour.",
  readAs: (at: string, soon: string, how: string) => `I read your time as ${at}, ${soon}${how}.`,
  past: (typed: string, soon: string) => `“${typed}” was ${soon}; that is over.`,
  asks: "Nothing is posted yet; what you typed is kept for a quarter of an hour.",
  timeStands: "The time of the run stands as it was.",
  onlyTimeStands: "The rest is changed; the time of the run stands as it was.",
  draftGone:
    "That question is too old to answer, or it was asked of somebody else. Run `/lfg` again; it takes a moment.",
  buttons: {
    change: "Change",
    cancel: "Cancel this run",
    cancelSeries: "Cancel the series",
    joinThat: "Join that one",
    anyway: "Post it anyway",
    warned: "Post it like this",
  },
  form: {
    title: "Gather a crew",
    when: "When it starts",
    whenHelp: "sat 20:00 · tomorrow 8pm · in 40 min; right now when left empty",
    seats: "Seats",
    seatsHelp: "The team's size when left empty",
    difficulty: "Difficulty",
    anyDifficulty: "Any",
    roles: "Roles",
    rolesHelp: "1 tank, 1 heal, 3 damage – or: careers – or nothing",
    note: "A line for the crew",
  },
  timeHelp: "sat 20:00 · tomorrow 8pm · in 40 min · 8pm EST",
  posting: "post the card",
  refusedThere: (where: string) => `${troubleTexts.refused(where, "runs channel")} The run is taken back.`,
} as const;

export const gatherExamples = [
  { typed: "/lfg second wave sat 20:00", does: "posts a card for Saturday evening that a crew signs up on" },
  { typed: "/lfg isa", does: "calls for a crew right now" },
  {
    typed: "/lfg mission:home when:tomorrow 8pm seats:3 note:first time is fine",
    does: "names the time, the seats and a line for the crew",
  },
  {
    typed: "/lfg mission:second wave when:sat 20:00 repeat:every week",
    does: "posts the next card by itself when a run starts, at the same hour of the fleet's clock",
  },
];
