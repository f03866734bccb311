import type { Audience, Source } from "../../src/catalog/game.ts";

/** The texts that came with the project, and the pages they were taken from. */
const SUPPLIED: Readonly<Record<string, string>> = {
  "000_6d5d49b57338558d.txt": "STOWiki: Home",
  "001_bd88e545625c7c4f.txt": "STOWiki: Shutdown",
  "002_2b500a67a9a974da.txt": "Memory Beta: Second Wave",
  "STO Wiki, Mission: Home (text supplied with the project)": "STOWiki: Home",
  "STO Wiki, Mission: Home (text supplied with the project; address presumed https://sto.fandom.com/wiki/Mission:_Home)":
    "STOWiki: Home",
  "STO Wiki, Mission: Shutdown (historical text supplied with the project)": "STOWiki: Shutdown",
};

const AUDIENCES: Readonly<Record<string, Audience>> = {
  "Temporal Agents": { recruits: ["temporal-agent"] },
  "Delta Recruits": { recruits: ["delta-recruit"] },
  "Gamma recruits": { recruits: ["gamma-recruit"] },
  "Tactical captains": { careers: ["tactical"] },
  "Engineering captains": { careers: ["engineering"] },
  "Science captains": { careers: ["science"] },
  "Tactical and Engineering captains": { careers: ["tactical", "engineering"] },
  "Jem'Hadar captains on a first play-through": { factions: ["jemhadar"], playThrough: "first" },
  "Federation captains": { factions: ["federation", "tos", "discovery"] },
  "KDF captains": { factions: ["klingon"] },
  "Romulan Republic captains": { factions: ["romulan"] },
  "Federation and allied Romulan captains": { allegiances: ["federation"] },
  "Klingon and allied Romulan captains": { allegiances: ["klingon"] },
};

export function audienceOf(words: string): Audience {
  const audience = AUDIENCES[words];
  if (!audience) throw new Error(`Nobody is known as "${words}". Add them to data-import-words.ts.`);
  return audience;
}

/** A web address becomes a source whose title names the site and the page. */
export function sourceOf(text: string): Source {
  const supplied = SUPPLIED[text];
  if (supplied) return { title: supplied };
  if (!URL.canParse(text)) return { title: text };
  const url = new URL(text);
  const site = url.hostname.replace(/^www\./, "");
  return { title: `${site}: ${pageName(url)}`.slice(0, 120), url: text };
}

export function sourcesOf(texts: readonly string[] = []): Source[] {
  const seen = new Set<string>();
  return texts.filter((text) => !seen.has(text) && seen.add(text)).map(sourceOf);
}

function pageName(url: URL): string {
  const segments = url.pathname.split("/").filter(Boolean).map(decoded);
  const telling = segments.findLast(
    (part) => /[a-z]{3}/i.test(part) && !/^(index|showthread|showpost)\.php$/.test(part),
  );
  const words = (telling ?? "")
    .replace(/\.(html?|php|json|py|md)$/, "")
    .replaceAll(/[-_+]+/g, " ")
    .trim();
  const name = (words || url.search.slice(1) || "front page")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/\bsto\b/gi, "STO");
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** "Vedek Krin (Mirror)" is a name with a note. */
export function named(text: string): { name: string; note?: string } {
  const match = /^(.+?) \(([^()]+)\)$/.exec(text);
  return match?.[1] && match[2] ? { name: match[1], note: match[2] } : { name: text };
}

/** Leaves out what is missing or empty, except sources: that nothing was read is said. */
export function present<T extends object>(record: T): T {
  const kept = Object.entries(record).filter(
    ([key, value]) =>
      key === "sources" ||
      (value !== undefined &&
        value !== null &&
        value !== "" &&
        !(Array.isArray(value) && value.length === 0)),
  );
  return Object.fromEntries(kept) as T;
}
