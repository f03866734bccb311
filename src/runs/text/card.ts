import type { Ending, Role } from "../run.ts";
import { minutes, plural, roleNames } from "./words.ts";

/** Every word of the public card. Times and mentions come as Discord writes them. */
export const cardTexts = {
  planned: (at: string, soon: string, leader: string) => `${at} · ${soon} · led by ${leader}`,
  instant: (at: string, leader: string) => `**Right now** · called ${at} · led by ${leader}`,
  locked: "**Locked**: nobody else can sign up.",
  started: "**Under way**: whoever finds a free seat may still join.",
  startedFull: "**Under way.**",
  endings: {
    finished: "**Finished.**",
    cancelled: "**Cancelled.**",
    lapsed: "**Over.**",
  } satisfies Record<Ending, string>,
  seats: (taken: number, seats: number, bar: string) => `**${taken} of ${seats}** ${bar}`,
  waiting: (count: number) => `${count} waiting`,
  tentative: (count: number) => `${count} tentative`,
  fromLevel: (level: number) => `from level ${level}`,
  place: (role: Role, taken: number, most: number | undefined) =>
    most === undefined ? `${roleNames[role]} ${taken}` : `${roleNames[role]} ${taken}/${most}`,
  late: (count: number) => `${minutes(count)} late`,
  absent: "was not there",
  nobody: "Nobody is in yet.",
  nobodyLeads: "nobody; officers manage it",
  waitlist: "Waiting, in this order",
  tentatives: "Tentative",
  more: (count: number) => `…and ${count} more`,
  bugs: (count: number) =>
    count === 0 ? "no known bugs" : `**${plural(count, "known bug", "known bugs")}** (Brief me tells)`,
  departed: (count: number) =>
    `${plural(count, "member", "members")} left the server and ${count === 1 ? "is" : "are"} out`,
  run: (runId: string) => `run ${runId}`,
  repeats: (rhythm: string) => `repeats ${rhythm}`,
  buttons: {
    join: "Join",
    tentative: "Tentative",
    leave: "Leave",
    brief: "Brief me",
    manage: "Manage",
    roster: "Full roster",
  },
  rosterOf: (title: string, figures: string) => `## ${title} · roster\n-# ${figures}`,
  rosterFigures: ([seats = 0, waiting = 0, tentative = 0]: readonly number[], page: number, of: number) =>
    [
      `${seats} with a seat`,
      waiting === 0 ? undefined : `${waiting} waiting`,
      tentative === 0 ? undefined : `${tentative} tentative`,
      of === 1 ? undefined : `page ${page} of ${of}`,
    ]
      .filter((part) => part !== undefined)
      .join(" · "),
} as const;
