import { plural } from "./words.ts";

/** Every word of the public board. Times, mentions and names come as Discord writes them. */
export const boardTexts = {
  ahead: (period: string, at: string, soon: string) => `**Not open yet** · ${period} opens ${at}, ${soon}`,
  running: (period: string, at: string, soon: string) => `**${period}** · closes ${at}, ${soon}`,
  over: (at: string) => `**Over** · ended ${at}`,
  closed: (at: string) => `**Closed by an officer** ${at}`,
  oneOf: (choices: readonly string[]) => `Take one: ${choices.join(" *or* ")}`,
  gives: (choice: string) => `Gives ${choice}`,
  row: (name: string, bar: string, count: number, of: number) =>
    `${name} ${bar} ${of === 0 ? "nobody" : `${count} of ${of}`}`,
  opens: (name: string, at: string) => `${name} · opens ${at}`,
  complete: (count: number, of: number) =>
    `Complete: **${count.toLocaleString("en")}** of ${plural(of, "member", "members")} taking part`,
  nobody: "Nobody has claimed yet.",
  claimedSoFar: (count: number) => `**Claims so far · ${count.toLocaleString("en")}**`,
  ofNeeded: (done: number, needed: number) => `${done} of ${needed}`,
  claimedHeading: (count: number) => `**Claimed this time · ${count.toLocaleString("en")}**`,
  more: (count: number) => `…and ${count.toLocaleString("en")} more`,
  left: (days: string, spare: string, latest: string | undefined) =>
    [days, spare, latest].filter((part) => part !== undefined).join(" · "),
  daysLeft: (count: number, unit: readonly [string, string]) => `${plural(count, ...unit)} left`,
  mayMiss: (count: number) => `whoever begins now may miss ${count}`,
  tooLate: "whoever begins now cannot complete it any more",
  latestStart: (at: string) => `latest safe start ${at}`,
  earlier: (count: number) => `…${plural(count, "period", "periods")} before these`,
  later: (count: number) => `…${plural(count, "period", "periods")} after these`,
  small: (rule: string, by: string | undefined, trackId: string) =>
    `-# ${rule}${by === undefined ? "" : ` · opened by ${by}`} · ${trackId}`,
  buttons: {
    claim: "Claim",
    mine: "My progress",
    remind: "Remind me",
    everybody: "Everybody",
    picture: "Picture",
  },
  everybodyOf: (title: string, period: string) => `## ${title} · ${period}`,
} as const;
