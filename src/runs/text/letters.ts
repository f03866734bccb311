import { plural } from "./words.ts";

/** Every sentence that a crew is pinged with. The first line says what and when: that line is what a phone shows. */
export const letterTexts = {
  starts: (title: string, soon: string, at: string) => `**${title}** starts ${soon}, ${at}.`,
  underWay: (title: string, ago: string) => `**${title}** began ${ago} and is under way.`,
  promoted: (title: string, member: string) =>
    `**${title}**: a seat has become free, and it is yours, ${member}.`,
  added: (title: string, member: string, leader: string) =>
    `**${title}**: ${leader} signed you up, ${member}. Not yours? Press Leave.`,
  addedWaiting: (title: string, member: string, leader: string, place: number) =>
    `**${title}**: ${leader} put you on the waitlist as number ${place}, ${member}. Not yours? Press Leave.`,
  someOfficer: "an officer",
  takenOut: (title: string, member: string) => `**${title}**: you were taken out of its crew, ${member}.`,
  leads: (title: string, member: string) => `**${title}** is led by you now, ${member}.`,
  youLead: "You lead it: Manage on its card is yours.",
  moved: (title: string, at: string, soon: string) => `**${title}** has a new time: ${at}, ${soon}.`,
  cancelled: (title: string, at: string) => `**${title}**, planned for ${at}, is cancelled.`,
  opened: (title: string, role: string) => `${role} **${title}**: a crew is gathering.`,
  freeSeats: (count: number) => `${plural(count, "seat is", "seats are")} free.`,
  called: (title: string, leader: string) => `**${title}**: ${leader} calls the crew.`,
  more: (count: number) => `…and ${plural(count, "more", "more")}`,
  late: "-# This comes late: it could not be sent in its time.",
  byDirect: (channel: string) => `The crew meets in ${channel}.`,
  gone: (title: string) =>
    `The channel of **${title}** is gone. From now on its crew is told here, or in the channel that you choose with /fleet setup.`,
  buttons: { join: "Join", brief: "Brief me", leave: "Leave", briefing: "Briefing", manage: "Manage" },
} as const;
