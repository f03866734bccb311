/** The ids of everyone and everything the small Discord starts with. They stay the same from run to run. */
export const CAST = {
  application: "1100000000000000001",
  people: {
    admiral: "1200000000000000001",
    officer: "1200000000000000002",
    reyes: "1200000000000000003",
    kvorrah: "1200000000000000004",
    juno: "1200000000000000005",
    stranger: "1200000000000000006",
  },
  fleet: {
    id: "1300000000000000000",
    roles: {
      officer: "1300000000000000001",
      bot: "1300000000000000002",
      member: "1300000000000000003",
      runPing: "1300000000000000004",
    },
    channels: {
      category: "1300000000000000010",
      missionBriefings: "1300000000000000011",
      runs: "1300000000000000012",
      lounge: "1300000000000000013",
      officers: "1300000000000000014",
      announcements: "1300000000000000015",
      thread: "1300000000000000016",
    },
  },
  armada: {
    id: "1400000000000000000",
    roles: {
      officer: "1400000000000000001",
      bot: "1400000000000000002",
      member: "1400000000000000003",
      runPing: "1400000000000000004",
    },
    channels: {
      category: "1400000000000000010",
      missionBriefings: "1400000000000000011",
      runs: "1400000000000000012",
      lounge: "1400000000000000013",
      officers: "1400000000000000014",
      announcements: "1400000000000000015",
      thread: "1400000000000000016",
    },
  },
} as const;
