import type { Difference, Obstacle } from "../bundle.ts";
import type { Settings } from "../settings.ts";

/** Every sentence of /fleet export and /fleet import. */

const settingNames: Readonly<Record<keyof Settings, string>> = {
  runsChannelId: "the channel for runs",
  rewardsChannelId: "the channel for rewards",
  pingRoleId: "the ping role",
  officerRoleId: "the officer role",
  timeZone: "the time zone",
  leadMinutes: "the reminders before a run",
  spoilers: "where plots may stand",
};

export const transferTexts = {
  exported:
    "This is what I keep for this fleet: its settings and its own words on missions. It names no member. `/fleet import` takes it back in, here or in another server.",
  unreadable:
    "I could not read that file as an export of a fleet. Attach the JSON file that `/fleet export` gave, unchanged.",
  tooLarge: "That file is larger than any export of mine. Attach the JSON file that `/fleet export` gave.",
  same: "Everything in that file is so already. Nothing would change.",
  heading: "## Import",
  from: (guildId: string, here: string) =>
    guildId === here ? "An export of this server." : "An export of another server.",
  question: "Nothing has changed yet. An import replaces what is here with what the file holds:",
  settings: (names: readonly (keyof Settings)[]) =>
    `Set: ${names.map((name) => settingNames[name]).join(", ")}`,
  records: (what: keyof Omit<Difference, "settings">, titles: readonly string[], more: number) =>
    `${{ added: "New", changed: "Changed", removed: "Removed" }[what]} words on: ${titles.join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
  obstacles: {
    runsChannelId: "Its channel for runs is not in this server; yours stays.",
    rewardsChannelId: "Its channel for rewards is not in this server; yours stays.",
    pingRoleId: "Its ping role is not in this server, or belongs to a bot; yours stays.",
    officerRoleId: "Its officer role is not in this server, or belongs to a bot; yours stays.",
    "officer-right": "Its officer role stays out: only a member with Manage Server names that.",
  } satisfies Record<Obstacle, string>,
  buttons: { apply: "Import it", cancel: "Leave all as it is", undo: "Undo the import" },
  applied: "It is imported. Until the next import you can take it back.",
  cancelled: "Nothing was changed.",
  undone: "The import is taken back: all is as it was before.",
  gone: "That import is no longer waiting: it was carried out, taken back, replaced by a newer one, or is older than 15 minutes. Run `/fleet import` again.",
} as const;
