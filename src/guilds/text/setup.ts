import { lengthInWords } from "../../time/lengths.ts";
import { leadLimits } from "../settings.ts";

/** Every sentence of /fleet setup, and those that all of /fleet shares. What a member typed comes escaped. */

export const rightsTexts = {
  onlyOfficers: (deed: string) =>
    `Only officers ${deed}: whoever has **Manage Server**, or the officer role that such a member picks in \`/fleet setup\`.`,
  deed: "run the fleet's settings",
  onlyManagers: "Only a member with **Manage Server** names the officer role. Nothing was changed.",
  roleRefused: {
    everyone: "**@everyone** is everybody, so it cannot be picked here. Nothing was changed.",
    managed:
      "That role belongs to a bot or to another service, so no member can be given it. Pick a role of your own. Nothing was changed.",
    unknown: "Discord told me nothing of that role. Pick it from the list once more. Nothing was changed.",
  },
  notACardChannel:
    "Cards go into text channels, announcement channels and threads. Pick one of these. Nothing was changed.",
} as const;

export const setupTexts = {
  heading: "## Fleet setup",
  zone: (zone: string, time: string) => `**Time zone** ${zone} · it is ${time} there`,
  noZone: "**Time zone** not set; times are read in UTC until you set one",
  leads: (minutes: readonly number[]) =>
    minutes.length === 0
      ? "**Reminders before a run** none"
      : `**Reminders before a run** ${minutes.map(lengthInWords).join(", ")} before`,
  pings: (minutes: number) => `**Pings for runs** at most one in ${lengthInWords(minutes)}`,
  spoilers: {
    hidden: "**Plots** posted hidden; tap to read them",
    private: "**Plots** never posted; only who asks sees one",
  },
  officers: "-# Only a member with Manage Server names the officer role.",
  placeholders: {
    runs: "Channel for runs: here, when none is picked",
    rewards: "Channel for rewards: here, when none is picked",
    ping: "Role to ping for runs: none",
    officer: "Officer role: only Manage Server, when none is picked",
  },
  buttons: {
    zone: "Time zone",
    leads: "Reminders before a run",
    pings: "Pause between pings",
    keepPlotsPrivate: "Never post plots",
    postPlotsHidden: "Post plots hidden",
    doctor: "Check everything",
    tryAgain: "Try again",
  },
  saved: {
    runs: (channelId: string | undefined) =>
      channelId === undefined
        ? "Runs go into the channel where they are called."
        : `Runs go into <#${channelId}>. **Check everything** tells whether I may post there.`,
    rewards: (channelId: string | undefined) =>
      channelId === undefined
        ? "Rewards go into the channel where they are opened."
        : `Rewards go into <#${channelId}>. **Check everything** tells whether I may post there.`,
    ping: (roleId: string | undefined) =>
      roleId === undefined ? "Runs ping no role." : `Runs may ping <@&${roleId}>.`,
    pingTellsNobody: (roleId: string) =>
      `Runs may ping <@&${roleId}>, but it cannot be mentioned yet, so a ping would tell nobody. Switch it on: Server Settings → Roles → that role → Allow anyone to @mention this role.`,
    officer: (roleId: string | undefined) =>
      roleId === undefined
        ? "Only members with Manage Server are officers now."
        : `Whoever has <@&${roleId}> is an officer now.`,
    zone: (zone: string, time: string) => `The fleet's time zone is **${zone}**, where it is ${time}.`,
    leads: "The reminders before a run are set.",
    pings: "The pause between pings is set.",
  },
  zoneForm: {
    title: "The fleet's time zone",
    label: "A city, a country or an IANA name",
    help: "Berlin, Japan, America/New_York. Small slips are forgiven.",
  },
  zoneNear: (typed: string) => `“${typed}” may be several. Which one is the fleet's?`,
  zoneUnknown: (typed: string) =>
    `I know no time zone “${typed}”. Try the nearest large city, or a name like Europe/Berlin.`,
  leadsForm: {
    title: "Reminders before a run",
    label: "How long before the start",
    help: `Up to ${leadLimits.leads}, with commas between them, like 24h, 15m. Empty: none.`,
  },
  pingsForm: {
    title: "Pause between pings",
    label: "At least this long between two pings",
    help: "30m, 2h or 1 day. Empty: half an hour.",
  },
  pingsUnreadable: (typed: string) =>
    `I could not read “${typed}”. Type a length of time of at most a week, like \`30m\` or \`2h\`. Nothing was changed.`,
  leadsUnreadable: (typed: string) =>
    `I could not read “${typed}”. Type up to ${leadLimits.leads} lengths of time of at most a week, like \`24h, 15m\`. Nothing was changed.`,
} as const;
