import { FIELD_NAMES } from "./data-import-mission.ts";
import { present, sourcesOf } from "./data-import-words.ts";

type Json = Record<string, unknown>;

interface Job {
  readonly name: string;
  readonly players?: number;
  /** The tip of the facts that tells of the job. */
  readonly tip: string;
}

/** The tips that tell who does what on the map. */
const JOBS: Readonly<Record<string, readonly Job[]>> = {
  "infected-the-conduit": [
    {
      name: "Generators",
      players: 4,
      tip: "Put one player on each of the four generators and drop them together",
    },
  ],
  "cure-found": [
    { name: "The Kang", players: 1, tip: "Newer teams leave one player with the Kang" },
    {
      name: "Shipyard cubes",
      players: 4,
      tip: "Four others take right, middle, left in turn and fall back to the Kang between them",
    },
  ],
  "khitomer-vortex": [
    {
      name: "Probe hunters",
      players: 2,
      tip: "Split 3/2 with at least one probe hunter on each side, best a fast high-damage ship",
    },
  ],
  "azure-nebula-rescue": [
    { name: "Asteroids", tip: "Split 3/2 across the four asteroids, or one each with a floater" },
    { name: "Tractor beams", tip: "One player pulls the Tholians off while another works the beams" },
  ],
  "vault-ensnared": [
    {
      name: "Vault Weavers",
      players: 5,
      tip: "Weavers (gold trail) fly fixed clockwise paths: spread two top, two bottom, one middle",
    },
  ],
  "storming-the-spire": [{ name: "Two sides", players: 5, tip: "Split 3/2 on the two sides" }],
  "undine-assault": [{ name: "Three lanes", players: 5, tip: "Split 2/2/1 over the lanes and talk" }],
  "assault-on-terok-nor": [
    {
      name: "Consoles in phase two",
      players: 1,
      tip: "Four players fight while the fifth works consoles in phase two; a wrong order resets them",
    },
  ],
  "days-of-doom": [
    {
      name: "Starbase",
      players: 1,
      tip: "Leave one ship at the starbase all through: its damage never heals",
    },
    { name: "Warp cores", tip: "Carriers of cores should be fast and agile" },
  ],
  swarm: [{ name: "Three lanes", tip: "Split over the three lanes" }],
  "kobayashi-maru": [
    {
      name: "Compass points",
      players: 4,
      tip: "Four players take north, south, east and west, the fifth floats with healing and crowd control",
    },
  ],
  "starbase-incursion": [
    {
      name: "Areas of the hold",
      players: 5,
      tip: "Cut the hold in five areas and agree on words for them before round one",
    },
  ],
  "iuppiter-iratus": [{ name: "Platforms", tip: "Split to the platforms at the start" }],
};

const DILITHIUM = "Dilithium Ore";
const PROCESSORS = "Borg Neural Processors";

/** What a note of the facts says of single difficulties. */
const BY_DIFFICULTY: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  "khitomer-vortex": {
    normal: { rewards: [{ name: DILITHIUM, kind: "currency", note: "480" }] },
    advanced: {
      rewards: [
        { name: DILITHIUM, kind: "currency", note: "720" },
        { name: PROCESSORS, kind: "currency", note: "1" },
      ],
    },
    elite: {
      rewards: [
        { name: DILITHIUM, kind: "currency", note: "1440" },
        { name: PROCESSORS, kind: "currency", note: "2" },
      ],
    },
  },
  "crystalline-catastrophe": {
    normal: { rewards: [{ name: DILITHIUM, kind: "currency", note: "480" }] },
    advanced: { rewards: [{ name: DILITHIUM, kind: "currency", note: "720" }] },
  },
  "borg-disconnected": {
    normal: { note: "Freeing fifteen vessels in each of the first three stages is optional." },
    advanced: { note: "Freeing fifteen vessels in each of the first three stages is required." },
    elite: { note: "Freeing fifteen vessels in each of the first three stages is required." },
  },
  "devils-heart": {
    normal: { note: "Normal is inferred by the source from the rule that every ground TFO offers normal." },
  },
};

/** The mission of this name keeps the slug. */
const SLUGS: Readonly<Record<string, string>> = { "starbase-24": "starbase-24-fleet-action" };
const NAMES: Readonly<Record<string, string>> = {
  ...FIELD_NAMES,
  aliases_remembered: "rememberedAliases",
  team_size: "teamSize",
  team_note: "teamNote",
  environment: "environments",
};
const ALL = ["federation", "klingon", "romulan", "jemhadar", "tos", "discovery"];

export function taskForceRecord(facts: Json, checkedOn: string): Json {
  const slug = String(facts["slug"]);
  const jobs = JOBS[slug] ?? [];
  const tips = list(facts["tips"]);
  const ofOneDifficulty = tips.flatMap((tip) => difficultyTip(tip, list(facts["difficulties"])));
  const moved = new Set([...jobs.map(({ tip }) => tip), ...ofOneDifficulty.map(({ tip }) => tip)]);
  for (const { tip } of jobs) if (!tips.includes(tip)) throw new Error(`${slug} has no tip "${tip}".`);
  const notes = [facts["notes"]].filter((note) => note && !slug.startsWith("devils-heart"));

  return present({
    $schema: "../schema/task-force.schema.json",
    slug: SLUGS[slug] ?? slug,
    title: facts["title"],
    aliases: facts["aliases"],
    rememberedAliases: facts["aliases_remembered"],
    kind: facts["kind"],
    state: facts["status"] === "removed" ? "removed" : "playable",
    ...release(facts["released"] as string | null),
    factions: list(facts["factions"]).includes("all") ? ALL : undefined,
    levels: facts["min_level"] ? [{ from: facts["min_level"] }] : undefined,
    environments: facts["environment"] === "mixed" ? ["space", "ground"] : [facts["environment"]],
    craft: facts["craft"],
    teamSize: facts["team_size"],
    teamNote: facts["team_note"],
    difficulties: list(facts["difficulties"]).map((level) =>
      present({
        level,
        note: ofOneDifficulty.find((tip) => tip.level === level)?.tip,
        ...BY_DIFFICULTY[slug]?.[level],
      }),
    ),
    variants: facts["variants"],
    timeLimitSeconds: facts["time_limit_seconds"],
    cooldownSeconds: facts["cooldown_seconds"],
    phases: Object.entries((facts["phase_seconds"] ?? {}) as Json).map(([name, seconds]) => ({
      name,
      seconds,
    })),
    storyGroup: facts["story_group"],
    system: facts["system"],
    summary: facts["summary"],
    enemies: facts["enemies"],
    optionalObjectives: facts["optional_objectives"],
    jobs: jobs.map(({ name, players, tip }) => present({ name, players, note: tip })),
    tips: tips.filter((tip) => !moved.has(tip)),
    marks: facts["marks"],
    notes,
    unverified: list(facts["unverified"]).map((field) => NAMES[field] ?? field),
    completeness: completeness(facts),
    sources: sourcesOf(list(facts["sources"])),
    checkedOn,
  });
}

/** "A sampled advanced run took about 11 minutes", "Elite adds extra adapting drones". */
function difficultyTip(tip: string, levels: readonly string[]): { level: string; tip: string }[] {
  const level = /^A sampled (\w+) run|^(\w+) adds /.exec(tip)?.slice(1).find(Boolean)?.toLowerCase();
  return level && levels.includes(level) ? [{ level, tip }] : [];
}

/** "2012-07 (Season 6, as No Win Scenario)" is a day, a season and a note. */
function release(text: string | null): Json {
  const dated = /^(\d{4}[\d-]*)(?: \((.+)\))?$/.exec(text ?? "");
  if (!dated) return { cameWith: text };
  const [season, ...rest] = (dated[2] ?? "").split(", ");
  return season?.startsWith("Season")
    ? { cameWith: season, released: dated[1], releaseNote: rest.join(", ") }
    : { released: dated[1], releaseNote: dated[2] };
}

/** No source calls one of these records complete; many are a name and little else. */
function completeness(facts: Json): string {
  const summary = String(facts["summary"]);
  if (facts["stub"] || /details not found|^Space patrol in the/.test(summary)) return "stub";
  return list(facts["tips"]).length >= 2 && list(facts["enemies"]).length > 0 ? "good" : "partial";
}

function list(value: unknown): readonly string[] {
  return (value as readonly string[] | undefined) ?? [];
}
