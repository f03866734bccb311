import { audienceOf, named, present, sourceOf, sourcesOf } from "./data-import-words.ts";

type Json = Record<string, unknown>;

interface Step {
  readonly text: string;
  readonly counter?: number;
  readonly timer_seconds?: number;
  readonly optional?: boolean;
  readonly only?: string;
  readonly label_note?: string;
  readonly children?: readonly Step[];
}

const STATES: Readonly<Record<string, string>> = { active: "playable", removed: "removed" };

/** How the fields of the facts are called in a record. */
export const FIELD_NAMES: Readonly<Record<string, string>> = {
  status: "state",
  expansion_or_season: "cameWith",
  order_in_arc: "orderInArc",
  mission_type: "kind",
  mix: "environments",
  notable_npcs: "cast.characters",
  released_by_platform: "releasedOn",
  synopsis_spoiler: "story",
};

const RECRUITS: Readonly<Record<string, string>> = {
  "Temporal Agent": "temporal-agent",
  "Delta Recruit": "delta-recruit",
  "Gamma Recruit": "gamma-recruit",
};

export function missionRecord(facts: Json, checkedOn: string): Json {
  const removed = facts["removed"] as Json | undefined;
  const released = facts["released_by_platform"];
  return present({
    $schema: "../../schema/mission.schema.json",
    slug: facts["slug"],
    title: facts["title"],
    aliases: facts["aliases"],
    arc: facts["arc"],
    orderInArc: facts["order_in_arc"],
    next: facts["next"],
    kind: facts["mission_type"],
    state: STATES[String(facts["status"])] ?? "unknown",
    removed:
      removed &&
      present({
        on: removed["date"],
        season: removed["season"],
        reason: removed["reason"],
        replacedBy: facts["replaced_by"],
      }),
    cameWith: facts["expansion_or_season"],
    released: facts["released"],
    releasedOn: released,
    factions: facts["factions"],
    recruitVariants: list(facts["recruit_variants"]).map((name) => known(RECRUITS, name)),
    levels: levelRules(
      facts["min_level"] as number | undefined,
      facts["min_level_note"] as string | undefined,
    ),
    prerequisites: facts["prerequisites"],
    ...giverOf(facts["giver"] as string | undefined),
    environments: facts["mix"],
    summary: facts["summary"],
    opening: facts["opening"],
    briefings: briefings(facts),
    firstGoal: facts["first_goal"],
    story: facts["synopsis_spoiler"],
    spoilers: facts["spoiler_notice"] && { hidesFoes: true, notice: facts["spoiler_notice"] },
    enemies: facts["enemies"],
    locations: list(facts["locations"]).filter((place) => !isReferenced(place)),
    sideQuests: facts["side_quests"],
    objectives: steps(facts["objectives"] as readonly Step[] | undefined),
    objectivesBreakOff: facts["objectives_partial"],
    choice: choice(facts["choice"] as Json | undefined),
    events: objects(facts["featured_events"]).map(event),
    rewards: objects(facts["rewards"]).map((reward) => present({ ...reward })),
    accolades: objects(facts["accolades"]).map((accolade) => present({ ...accolade })),
    killCounts: killCounts(facts["accolade_kill_counts"] as Json | undefined),
    effects: objects(facts["effects"]).map(effect),
    bugs: objects(facts["bugs"]).map(bug),
    replay: objects(facts["replay_rewards"]).map(replayRow),
    cast: cast(facts),
    notes: facts["notes"],
    unverified: list(facts["unverified"]).map((field) => FIELD_NAMES[field] ?? field),
    completeness: facts["completeness"],
    sources: sourcesOf(list(facts["sources"])),
    checkedOn,
  });
}

function steps(list: readonly Step[] | undefined): Json[] | undefined {
  return list?.map((step) =>
    present({
      text: step.text,
      count: step.counter,
      timerSeconds: step.timer_seconds,
      optional: step.optional,
      only: step.only && audienceOf(step.only),
      note: step.label_note,
      steps: steps(step.children),
    }),
  );
}

/** "34 Federation, 36 KDF (May 2012 rerun list)" is a rule for each allegiance. */
function levelRules(from: number | undefined, note: string | undefined): Json[] {
  const match = /^(\d+) Federation, (\d+) KDF (?:\((.+)\)|in the (.+))$/.exec(note ?? "");
  if (!match) return from === undefined ? [] : [present({ from, note })];
  const told = match[3] ?? match[4];
  return [
    { from: Number(match[1]), for: { allegiances: ["federation"] }, note: told },
    { from: Number(match[2]), for: { allegiances: ["klingon"] }, note: told },
  ];
}

const GIVERS: Readonly<Record<string, readonly Json[]>> = {
  "Jorel Quinn / J'mpok / Kererek (by faction)": [
    { name: "Jorel Quinn", for: { factions: ["federation"] } },
    { name: "J'mpok", for: { factions: ["klingon"] } },
    { name: "Kererek", for: { factions: ["romulan"] } },
  ],
  "Admiral T'nae (Federation) / Temek (KDF)": [
    { name: "Admiral T'nae", for: { allegiances: ["federation"] } },
    { name: "Temek", for: { allegiances: ["klingon"] } },
  ],
  "Franklin Drake (Starfleet) or K'Men (Klingon)": [
    { name: "Franklin Drake", for: { allegiances: ["federation"] } },
    { name: "K'Men", for: { allegiances: ["klingon"] } },
  ],
};

function giverOf(text: string | undefined): Json {
  return { giver: text, givers: text && GIVERS[text] };
}

function briefings(facts: Json): Json[] {
  const variants = objects(facts["briefings"]).map((briefing) => ({
    for: audienceOf(String(briefing["for"])),
    text: briefing["gist"],
  }));
  return facts["briefing"] ? [{ text: facts["briefing"] }, ...variants] : variants;
}

function choice(facts: Json | undefined): Json | undefined {
  return facts && { kind: "allegiance", options: facts["options"], permanent: facts["permanent"] };
}

function event(facts: Json): Json {
  const cadence = { weekly: "weekly", "rerun week": "rerun-week" }[String(facts["cadence"])];
  return present({
    starts: facts["starts"],
    ends: facts["ends"],
    cadence: cadence ?? "irregular",
    minLevel: facts["min_level"],
    per: facts["per"],
    maxClaims: facts["max_claims"],
    rewardBox: facts["reward_box"],
    choices: facts["choices"],
    note: cadence ? undefined : facts["cadence"],
  });
}

function killCounts(facts: Json | undefined): Json | undefined {
  return (
    facts &&
    present({
      target: facts["target"],
      perStage: facts["per_stage"],
      total: facts["total"],
      feeds: facts["feeds"],
      otherMissions: facts["other_mission"] && [facts["other_mission"]],
      note: facts["note"],
    })
  );
}

function effect(facts: Json): Json {
  return {
    subject: facts["item"],
    for: { factions: [facts["faction"]] },
    before: facts["before"],
    after: facts["after"],
  };
}

function bug(facts: Json, index: number): Json {
  const status = String(facts["status"] ?? "open");
  return present({
    id: `bug-${index + 1}`,
    summary: facts["summary"],
    objective: facts["objective"],
    state: status.startsWith("unconfirmed") ? "unconfirmed" : "open",
    workaround: facts["workaround"],
    factions: facts["affects"],
    source: sourceOf(String(facts["source"])),
  });
}

function replayRow(facts: Json): Json {
  return {
    fromLevel: facts["level_min"],
    toLevel: facts["level_max"],
    rank: facts["rank"],
    skillPoints: facts["skill_points"],
    expertise: facts["expertise"],
    mark: facts["mark"],
  };
}

function cast(facts: Json): Json | undefined {
  const full = facts["cast"] as Json | undefined;
  const people = full ? list(full["characters"]) : list(facts["notable_npcs"]);
  const places = [...list(full?.["locations_referenced"]), ...unmarked(list(facts["locations"]))];
  const told = present({
    characters: people.filter((person) => !isReferenced(person)).map(named),
    places: objects(full?.["locations"]).map((place) =>
      present({ name: place["name"], within: place["sublocations"] }),
    ),
    species: list(full?.["species"]).map(named),
    titles: full?.["titles"],
    ships: objects(full?.["starships"]).map(ship),
    organisations: full?.["organizations"],
    technology: full?.["technology"],
    referencedOnly: filled(
      present({
        characters: unmarked(people),
        places,
        species: full?.["species_referenced"],
        organisations: full?.["organizations_referenced"],
      }),
    ),
    notes: [full?.["characters_note"], full?.["species_referenced_note"], full?.["titles_note"]].filter(
      Boolean,
    ),
  });
  return filled(told);
}

function filled(record: Json): Json | undefined {
  return Object.keys(record).length > 0 ? record : undefined;
}

const REFERENCED = / \((?:referenced|mentioned)\)$/;

function isReferenced(name: string): boolean {
  return REFERENCED.test(name);
}

/** The names of what is only spoken of, without the mark. */
function unmarked(names: readonly string[]): string[] {
  return names.filter(isReferenced).map((name) => name.replace(REFERENCED, ""));
}

function ship(facts: Json): Json {
  const drawn = String(facts["note"] ?? "").startsWith("random");
  return present({
    name: facts["name"],
    class: facts["class"],
    drawnFrom: drawn ? facts["note"] : undefined,
    note: drawn ? undefined : facts["note"],
  });
}

function known(table: Readonly<Record<string, string>>, name: string): string {
  const found = table[name];
  if (!found) throw new Error(`"${name}" is new. Add it to data-import-mission.ts.`);
  return found;
}

function list(value: unknown): readonly string[] {
  return (value as readonly string[] | undefined) ?? [];
}

function objects(value: unknown): readonly Json[] {
  return (value as readonly Json[] | undefined) ?? [];
}
