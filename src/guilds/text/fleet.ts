/** What /fleet offers, before anything is done. */
export const fleetTexts = {
  description: "The fleet's channels, roles and times; corrections, postponing, its data (officers)",
  setup: "Channels, roles, time zone, reminders and plots",
  zone: "The fleet's time zone: a city, a country or an IANA name",
  zoneChoice: (zone: string, time: string) => `${zone} · now ${time}`,
  doctor: "Check every channel and role that is set, and say what is missing",
  override: "Say something of a mission for this fleet; without a mission, list it all",
  export: "All that I keep for this fleet, as a file",
  import: "Take such a file in; shows what would change first",
  options: {
    mission: "The mission or task force",
    difficulty: "The difficulty your fleet flies it on",
    level: "The level your fleet flies it from",
    alias: "Another name that finds it in this server",
    note: "A note that stands on its briefing",
    file: "The file that /fleet export gave",
  },
} as const;

export const fleetExamples = [
  { typed: "/fleet setup", does: "opens the fleet's settings" },
  { typed: "/fleet doctor", does: "checks channels and roles, and says where to switch on what is missing" },
  {
    typed: "/fleet postpone by:2 hours",
    does: "the game is down: moves what begins within a day, and tells the crews once",
  },
  {
    typed: "/fleet override mission:home note:We meet on DS9",
    does: "puts your fleet's own note on a briefing",
  },
];
