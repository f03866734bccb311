import { present, sourcesOf } from "./data-import-words.ts";

type Json = Record<string, unknown>;

const FACTIONS: Readonly<Record<string, string>> = {
  "klingon-empire": "klingon",
  "romulan-republic": "romulan",
  dominion: "jemhadar",
  "tos-starfleet": "tos",
  "dsc-starfleet": "discovery",
  Federation: "federation",
  "Klingon Empire": "klingon",
  "Romulan Republic": "romulan",
  "TOS Starfleet": "tos",
};
const RECRUITS: Readonly<Record<string, string>> = { "temporal-recruit": "temporal-agent" };

export interface ToldFact {
  readonly about: string;
  readonly fact: unknown;
  readonly sources: readonly string[];
}

/** `more` are the rules that the other files of the facts tell. */
export function gameFile(facts: Json, more: readonly ToldFact[], checkedOn: string): Json {
  const ranks = facts["ranks"] as Json;
  const { notes, sources, ...ladders } = ranks;
  const reputation = facts["reputation"] as Json;
  const fleets = facts["fleets"] as Json;
  return {
    $schema: "./schema/game.schema.json",
    checkedOn,
    maxLevel: { level: facts["max_level"], sources: sourcesOf(list(facts["max_level_sources"])) },
    factions: objects(facts["factions"]).map(faction),
    recruits: objects(facts["recruits"]).map(recruit),
    careers: objects(facts["careers"]).map(({ slug, name, short }) => ({ slug, name, short })),
    ranks: { ladders, notes, sources: sourcesOf(list(sources)) },
    experience: { levels: facts["experience"], sources: sourcesOf(list(facts["experience_sources"])) },
    markGrades: {
      levels: objects(facts["mark_grades"]).map((grade) => ({
        fromLevel: grade["from_level"],
        marks: grade["marks"],
      })),
      notes: facts["mark_grade_notes"],
      unverified: facts["mark_grade_unverified"],
      sources: sourcesOf(list(facts["mark_grade_sources"])),
    },
    starshipTiers: {
      levels: objects(facts["starship_tiers"]).map((tier) => ({
        fromLevel: tier["from_level"],
        tier: tier["tier"],
      })),
      sources: sourcesOf(list(facts["starship_tier_sources"])),
    },
    teamSizes: objects(facts["team_sizes"]).map(({ source, ...size }) => ({
      ...size,
      sources: sourcesOf([String(source)]),
    })),
    roles: objects(facts["roles"]).map((role) =>
      present({
        slug: role["slug"],
        name: role["name"],
        measuredBy: role["measured_by"],
        tools: role["tools"],
        sources: sourcesOf(list(role["sources"])),
      }),
    ),
    difficulties: { levels: facts["difficulties"], sources: sourcesOf(list(facts["difficulty_sources"])) },
    reputation: reputationOf(reputation),
    fleets: {
      maxMembers: fleets["max_members"],
      armadaMaxFleets: fleets["armada_max_fleets"],
      armadaRule: fleets["armada_rule"],
      inGameTools: fleets["in_game_tools"],
      holdings: fleets["holdings"],
      notes: [fleets["holdings_note"]],
      sources: sourcesOf(list(fleets["sources"])),
    },
    platforms: facts["platforms"],
    facts: [...ownFacts(facts), ...more].map(({ about, fact, sources: read }) => ({
      about,
      fact,
      sources: sourcesOf(read),
    })),
  };
}

function faction(facts: Json): Json {
  const [from, to] = String(facts["levels"]).split("-").map(Number);
  const [, day, season] = /^(\S+)(?: \((.+)\))?$/.exec(String(facts["released"])) ?? [];
  const allegiance = String(facts["allegiance"]);
  const [, hub, note] = /^(.+?)(?:(?:, | \()(later.+?|shared)\)?)?$/.exec(String(facts["hub"] ?? "")) ?? [];
  const allegiances = ["Federation", "Klingon"]
    .filter((name) => allegiance.includes(name))
    .map((name) => name.toLowerCase());
  return present({
    slug: FACTIONS[String(facts["slug"])] ?? facts["slug"],
    name: facts["name"],
    short: facts["short"],
    levels: { from, to },
    allegiances,
    allegianceNote: allegiances.length > 1 ? allegiance : undefined,
    hub,
    hubNote: note,
    released: day,
    cameWith: season,
    ranks: facts["ranks"],
    variants: objects(facts["variants"]).map((variant) => ({
      allegiance: String(variant["slug"]).endsWith("kdf") ? "klingon" : "federation",
      name: variant["name"],
    })),
    notes: facts["notes"],
    unverified: list(facts["unverified"]).map((field) => (field === "allegiance" ? "allegiances" : field)),
    sources: sourcesOf(list(facts["sources"])),
  });
}

function recruit(facts: Json): Json {
  return present({
    slug: RECRUITS[String(facts["slug"])] ?? facts["slug"],
    name: facts["name"],
    theme: facts["theme"],
    factions: list(facts["factions"]).map((name) => FACTIONS[name]),
    windows: facts["windows"],
    rules: facts["rules"],
    notes: facts["notes"] ? [facts["notes"]] : undefined,
    unverified: facts["unverified"],
    sources: sourcesOf(list(facts["sources"])),
  });
}

function reputationOf(facts: Json): Json {
  const daily = facts["daily_project"] as Json;
  return {
    unlockLevel: facts["unlock_level"],
    tiers: objects(facts["tiers"]).map((tier) => ({ tier: tier["tier"], xpTotal: tier["xp_total"] })),
    dailyProject: {
      marks: daily["marks"],
      xp: daily["xp"],
      cooldownHours: daily["cooldown_hours"],
      dailiesToTier5: daily["dailies_to_tier_5"],
      daysToTier5: daily["days_to_tier_5"],
    },
    accountRule: facts["account_rule"],
    bonus: facts["bonus"],
    list: objects(facts["list"]).map(({ name, mark, released, unverified }) =>
      present({ name, mark, cameWith: released, unverified }),
    ),
    notes: [facts["notes"]],
    sources: sourcesOf(list(facts["sources"])),
  };
}

function ownFacts(facts: Json): ToldFact[] {
  const rules = (about: string, key: string) =>
    objects(facts[key]).map(({ fact, source }) => ({ about, fact, sources: [String(source)] }));
  const nameFormat = facts["name_format"] as Json;
  return [
    ...rules("allegiance", "allegiance_rules"),
    ...rules("career", "career_rules"),
    { about: "platform", fact: facts["platform_note"], sources: list(facts["platform_sources"]) },
    { about: "captain names", fact: nameFormat["fact"], sources: [String(nameFormat["source"])] },
  ];
}

function list(value: unknown): readonly string[] {
  return (value as readonly string[] | undefined) ?? [];
}

function objects(value: unknown): readonly Json[] {
  return (value as readonly Json[] | undefined) ?? [];
}
