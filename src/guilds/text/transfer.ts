import { bundleLimits, type Difference, type Obstacle } from "../bundle.ts";
import type { Settings } from "../settings.ts";

/** Every sentence of /fleet export and /fleet import. */

const settingNames: Readonly<Record<keyof Settings, string>> = {
  runsChannelId: "the channel for runs",
  rewardsChannelId: "the channel for rewards",
  pingRoleId: "the ping role",
  pingMinutes: "the pause between pings",
  officerRoleId: "the officer role",
  timeZone: "the time zone",
  leadMinutes: "the reminders before a run",
  spoilers: "where plots may stand",
};

const documentNames: Readonly<Record<string, string>> = {
  run: "Runs",
  bugs: "What the fleet knows of bugs",
  track: "Rewards",
  period: "Periods with claims",
};

const beyond = {
  documents: `holds more than ${bundleLimits.documents.toLocaleString("en")} runs, rewards and periods`,
  members: `names more than ${bundleLimits.members.toLocaleString("en")} members`,
} as const;

function inMegabytes(bytes: number): string {
  return String(Number((bytes / 1024 / 1024).toFixed(1)));
}

export const transferTexts = {
  exported:
    "This is what I keep for this fleet: its settings, its own words on missions, its runs, bugs and rewards. **It names members** by their ids: keep it among officers.",
  takenBack:
    "`/fleet import` takes all of it back in here; another server takes the settings and words alone.",
  leftOut: (count: number) =>
    `${count === 1 ? "**One document is not in the file**: I cannot read it" : `**${count} documents are not in the file**: I cannot read them`} any more. Whoever runs me finds the reason in the log.`,
  oneWay: (limit: keyof typeof beyond) =>
    `**\`/fleet import\` does not take this file back**: it ${beyond[limit]}.`,
  tooLargeToExport: (bytes: number) =>
    `What I keep for this fleet makes a file of ${inMegabytes(bytes)} MB, and Discord takes one of ${inMegabytes(bundleLimits.bytes)} MB from me at most. Tell whoever runs me.`,
  unreadable:
    "I could not read that file as an export of a fleet. Attach the JSON file that `/fleet export` gave, unchanged.",
  tooLarge: "That file is larger than any export of mine. Attach the JSON file that `/fleet export` gave.",
  beyond: (limit: keyof typeof beyond) => `That file ${beyond[limit]}, and I take in no more at once.`,
  same: "Everything in that file is so already. Nothing would change.",
  heading: "## Import",
  from: (guildId: string, here: string) =>
    guildId === here ? "An export of this server." : "An export of another server.",
  question:
    "Nothing has changed yet. An import replaces what is here with what the file holds; runs, bugs and rewards that are not in the file stay:",
  settings: (names: readonly (keyof Settings)[]) =>
    `Set: ${names.map((name) => settingNames[name]).join(", ")}`,
  records: (what: keyof Omit<Difference, "settings">, titles: readonly string[], more: number) =>
    `${{ added: "New", changed: "Changed", removed: "Removed" }[what]} words on: ${titles.join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
  documents: (sort: string, added: number, changed: number) =>
    `${documentNames[sort] ?? sort}: ${[
      ...(added > 0 ? [`${added} new`] : []),
      ...(changed > 0
        ? [`${changed} as ${changed === 1 ? "it was" : "they were"} when the file was made`]
        : []),
    ].join(", ")}`,
  obstacles: {
    runsChannelId: "Its channel for runs is not in this server; yours stays.",
    rewardsChannelId: "Its channel for rewards is not in this server; yours stays.",
    pingRoleId: "Its ping role is not in this server, or belongs to a bot; yours stays.",
    officerRoleId: "Its officer role is not in this server, or belongs to a bot; yours stays.",
    "officer-right": "Its officer role stays out: only a member with Manage Server names that.",
    "documents-elsewhere": "Its runs, bugs and rewards stay out: they belong to the server they came from.",
    "documents-channels":
      "Some of its runs, bugs or rewards stay out: their channel is not in this server any more.",
    "documents-alone": "Some claims stay out: the reward they belong to is not here.",
    "documents-unreadable": "Some of what it holds stays out: I do not understand it.",
  } satisfies Record<Obstacle, string>,
  buttons: { apply: "Import it", cancel: "Leave all as it is", undo: "Undo the import" },
  applied:
    "It is imported. What was told before is not told again. Until the next import you can take it back: then all is as it was, without what was changed since.",
  underWay:
    "It is under way: the place where I keep things failed me in the middle. I finish it by myself within the hour; until then some of it is still to come.",
  cancelled: "Nothing was changed.",
  importing: "It is being imported already. Once that is done, **Undo the import** takes it back.",
  undone: "The import is taken back: all is as it was before.",
  gone: "That import is no longer waiting: it was carried out, cancelled, taken back, replaced by a newer one, or is older than 15 minutes. Run `/fleet import` again.",
} as const;
