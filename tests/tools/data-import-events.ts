import { present, sourcesOf } from "./data-import-words.ts";

type Json = Record<string, unknown>;

/** The series of the facts are the arcs of the catalogue. */
const SERIES: Readonly<Record<string, string>> = {
  "spectres-series": "spectres",
  "cloaked-intentions-series": "cloaked-intentions",
  "the-2800-series": "lost-dominion",
  "cold-war-series": "cold-war",
};

const FIELD_NAMES: Readonly<Record<string, string>> = {
  reward_shape: "rewardShape",
  applies_to: "appliesTo",
  weekly_rewards: "weeklyRewards",
};

export function eventsFile(facts: Json, slugs: ReadonlyMap<string, string>, checkedOn: string): Json {
  return {
    $schema: "./schema/events.schema.json",
    checkedOn,
    cadences: objects(facts["cadences"]).map(cadence),
    episodes: objects(facts["featured_episodes"]).map((episode) => episodeWindow(episode, slugs)),
    types: objects(facts["event_types"]).map((type) => eventType(type, slugs)),
  };
}

function cadence(facts: Json): Json {
  return present({
    slug: facts["slug"],
    name: facts["name"],
    years: facts["years"],
    rhythm: facts["rhythm"],
    fact: facts["fact"],
    per: facts["per"],
    levelRule: facts["level_rule"] ?? facts["min_level"],
    releaseDay: facts["release_day"],
    releaseTime: facts["release_time_local"],
    rewardShape: facts["reward_shape"],
    first: facts["first"],
    after: facts["after"],
    ended: facts["ended"],
    claim: facts["claim"],
    afterCompletion: facts["after_completion"],
    buyout: facts["buyout"],
    prize: facts["prize"],
    bonus: facts["bonus"],
    dailyProgress: facts["daily"] && { amount: facts["daily"], unit: facts["daily_unit"] },
    advice: facts["advice"],
    appliesTo: facts["applies_to"],
    seenIn: told(facts["seen_in"]),
    needed: objects(facts["needed_examples"]).map((example) =>
      present({
        event: example["event"],
        needed: example["needed"],
        ofDays: example["window_days"],
        points: example["points"],
        note: example["note"],
      }),
    ),
    examples: told(facts["examples"]),
    notes: [facts["notes"]].filter(Boolean),
    unverified: list(facts["unverified"]).map((field) => FIELD_NAMES[field] ?? field),
    sources: sourcesOf(list(facts["sources"])),
  });
}

/** Examples of the facts are small tables of different shapes; a record tells each in one line. */
function told(value: unknown): string[] {
  return ((value ?? []) as (string | Json)[]).map((example) => {
    if (typeof example === "string") return example;
    const { event, name, ...rest } = example;
    const subject = event ?? name;
    const values = Object.entries(rest).map(([key, text]) => `${label(key)}${text}`);
    return subject ? `${subject}: ${values.join(", ")}` : values.join(", ");
  });
}

function label(key: string): string {
  const labels: Readonly<Record<string, string>> = {
    starts_local: "starts ",
    ends_local: "ends ",
    starts_utc: "starts ",
    ends_utc: "ends ",
    effect: "",
    pc: "PC ",
    playstation4: "PlayStation 4 ",
    xbox: "Xbox ",
  };
  return labels[key] ?? `${key}: `;
}

function episodeWindow(facts: Json, slugs: ReadonlyMap<string, string>): Json {
  const slug = String(facts["mission_slug"]);
  const levels = facts["min_level"];
  return present({
    title: facts["title"],
    kind: facts["kind"],
    mission: SERIES[slug] ? undefined : slug,
    arc: SERIES[slug],
    missions: list(facts["missions"]).map((title) => slugs.get(title)),
    starts: facts["starts"],
    ends: facts["ends"],
    weeks: facts["weeks"],
    per: facts["per"],
    minLevels: filled(
      typeof levels === "number" ? { everyone: levels } : present({ ...(levels as Json | null) }),
    ),
    weeklyRewards: facts["weekly_rewards"],
    choices: facts["choices"],
    maxClaims: facts["max_total"],
    notes: [facts["notes"]].filter(Boolean),
    unverified: list(facts["unverified"]).map((field) =>
      field === "weekly_rewards" ? "weeklyRewards" : field,
    ),
    sources: sourcesOf(list(facts["sources"])),
  });
}

function eventType(facts: Json, slugs: ReadonlyMap<string, string>): Json {
  return present({
    slug: facts["slug"],
    name: facts["name"],
    season: facts["season"],
    place: facts["place"],
    prize: facts["prize"],
    minLevel: facts["min_level"],
    minLevelNote: facts["min_level_note"],
    activities: facts["activities"],
    runs: objects(facts["runs"]).map((run) => eventRun(run, slugs)),
    notes: [facts["notes"], facts["pain"]].filter(Boolean),
    unverified: facts["unverified"],
    sources: sourcesOf(list(facts["sources"])),
  });
}

function eventRun(facts: Json, slugs: ReadonlyMap<string, string>): Json {
  const hasYear = /^\d{4}/.test(String(facts["starts"] ?? ""));
  const episodes = [...list(facts["episodes"]), ...(facts["mission"] ? [String(facts["mission"])] : [])];
  return present({
    name: facts["name"],
    starts: hasYear ? facts["starts"] : facts["year"] && String(facts["year"]),
    ends: hasYear ? facts["ends"] : undefined,
    days: facts["starts"] && !hasYear ? `${facts["starts"]} to ${facts["ends"]}` : undefined,
    announced: facts["announced"],
    lastsDays: facts["days"],
    weeks: facts["weeks"],
    needed: facts["needed"],
    points: facts["points"],
    platform: facts["platform"],
    prize: facts["prize"],
    rules: facts["rules"] ?? (facts["rule"] && [facts["rule"]]),
    missions: episodes.flatMap((title) => slugs.get(title) ?? []),
    otherEpisodes: episodes.filter((title) => !slugs.has(title)),
    taskForces: [
      ...list(facts["tfos"]),
      ...list(facts["patrols"]),
      ...(facts["tfo"] ? [String(facts["tfo"])] : []),
    ],
    alerts: facts["alerts"],
    note: facts["note"] ?? (facts["needed_note"] && `${facts["needed_note"]} ${facts["needed"]}`),
  });
}

function filled(record: Json): Json | undefined {
  return Object.keys(record).length > 0 ? record : undefined;
}

function list(value: unknown): readonly string[] {
  return (value as readonly string[] | undefined) ?? [];
}

function objects(value: unknown): readonly Json[] {
  return (value as readonly Json[] | undefined) ?? [];
}
