import { ABBREVIATIONS, CITIES, COMMON, COUNTRIES, COUNTRY_FIRST, RENAMED } from "./zone-words.ts";

/** How a typed time zone was understood: as one, or as perhaps one of these; none means not at all. */
export type ZoneReading = { readonly zone: string } | { readonly near: readonly string[] };

const NEAR = 5;

/** Reads an IANA name, a city, a country, an abbreviation or an offset, forgiving case, accents and small slips. */
export function readZone(typed: string, now: number): ZoneReading {
  const words = folded(typed);
  if (words === "") return { near: [] };
  const zone = tables().exact.get(words) ?? cityZone(words);
  if (zone !== undefined) return { zone };
  /** An offset alone is never a zone: it does not say when the clocks change. */
  const atOffset = offsetZones(words, now);
  if (atOffset !== undefined) return { near: atOffset.slice(0, NEAR) };
  const meant = ABBREVIATIONS.get(words) ?? countryZones(words);
  if (meant !== undefined) return oneOrNear(meant);
  return oneOrNear(misspelt(words));
}

/** Zones to pick from while somebody types: those that begin so first, then those that hold it, then near misses. */
export function zonesLike(typed: string, most: number, now: number): readonly string[] {
  const words = folded(typed);
  if (words === "") return COMMON.slice(0, most);
  const { zones } = tables();
  const reading = readZone(typed, now);
  const best = "zone" in reading ? [reading.zone] : reading.near;
  const begins = [...COMMON, ...zones].filter((zone) => parts(zone).some((part) => part.startsWith(words)));
  const holds = zones.filter((zone) => folded(zone).includes(words));
  return [...new Set([...best, ...begins, ...holds])].slice(0, most);
}

export function isZone(name: string): boolean {
  return tables().known.has(name);
}

/** What a clock on the wall shows there: `21:14`. */
export function timeIn(zone: string, at: number): string {
  return inZone(zone, at).toPlainTime().toString({ smallestUnit: "minute" });
}

function inZone(zone: string, at: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

interface Tables {
  readonly zones: readonly string[];
  readonly known: ReadonlySet<string>;
  /** Every name of a zone, the old ones too. */
  readonly exact: ReadonlyMap<string, string>;
  /** Cities beside those that zones are named after: the old names, and those that share a zone. */
  readonly cities: ReadonlyMap<string, string>;
}

let made: Tables | undefined;

/** Made when they are first asked for: they take longer than a start should wait. */
function tables(): Tables {
  if (made !== undefined) return made;
  const listed = Intl.supportedValuesOf("timeZone").map((zone) => RENAMED[zone] ?? zone);
  const zones = ["UTC", ...listed.sort()];
  const old = Object.entries(RENAMED);
  made = {
    zones,
    known: new Set(zones),
    exact: new Map([
      ...old.map(([name, zone]) => [folded(name), zone] as const),
      ...zones.map((zone) => [folded(zone), zone] as const),
    ]),
    cities: new Map([...old.map(([name, zone]) => [cityOf(name), zone] as const), ...CITIES]),
  };
  return made;
}

/** `America/New_York` and `new york` fold alike, up to the part of the world. */
function folded(words: string): string {
  return words
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[_\s]+/g, " ")
    .replace(/[.,()]/g, "")
    .trim();
}

function parts(zone: string): readonly string[] {
  return folded(zone).split("/");
}

function cityOf(zone: string): string {
  return parts(zone).at(-1) ?? zone;
}

function cityZone(words: string): string | undefined {
  const found = tables().zones.filter((zone) => cityOf(zone) === words);
  return found.length === 1 ? found[0] : tables().cities.get(words);
}

function oneOrNear(zones: readonly string[]): ZoneReading {
  const [only, ...others] = new Set(zones);
  if (only === undefined) return { near: [] };
  return others.length === 0 ? { zone: only } : { near: [only, ...others].slice(0, NEAR) };
}

/** `utc+2`, `gmt -05:30`, `+1`: the well-known places whose clocks stand so at the moment. */
function offsetZones(words: string, now: number): readonly string[] | undefined {
  const [, sign, hours, minutes = "0"] = /^(?:utc|gmt)? ?([+-]) ?(\d{1,2})(?::?(\d{2}))?$/.exec(words) ?? [];
  if (sign === undefined) return undefined;
  const wanted = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
  return COMMON.filter((zone) => inZone(zone, now).offsetNanoseconds / 60e9 === wanted);
}

function countryZones(words: string): readonly string[] | undefined {
  const code = COUNTRIES.get(words) ?? countryCodes().get(words);
  if (code === undefined) return undefined;
  const first = COUNTRY_FIRST.get(code);
  if (first !== undefined) return first;
  return new Intl.Locale(`und-${code}`).getTimeZones()?.map((zone) => RENAMED[zone] ?? zone);
}

let countries: ReadonlyMap<string, string> | undefined;

/** The country's English name leads to its code. */
function countryCodes(): ReadonlyMap<string, string> {
  if (countries !== undefined) return countries;
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  countries = new Map(
    codes.flatMap((code) => {
      const name = names.of(code);
      return name === undefined ? [] : [[folded(name), code] as const];
    }),
  );
  return countries;
}

/** The cities nearest to what was typed, if they are near enough: one slip in a short word, two in a longer one. */
function misspelt(words: string): readonly string[] {
  const allowed = words.length < 4 ? 0 : words.length < 8 ? 1 : 2;
  const candidates = [
    ...tables().zones.map((zone) => [cityOf(zone), zone] as const),
    ...tables().zones.map((zone) => [folded(zone), zone] as const),
    ...tables().cities,
  ];
  const near = candidates
    .map(([name, zone]) => ({ zone, slips: slipsBetween(name, words, allowed) }))
    .filter(({ slips }) => slips <= allowed);
  const fewest = Math.min(...near.map(({ slips }) => slips));
  return [...new Set(near.filter(({ slips }) => slips === fewest).map(({ zone }) => zone))];
}

/** How many letters were left out, added, changed or swapped; more than `most` is not counted on. */
function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      const ways = [(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost];
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwap) ways.push((beforeLast[j - 2] ?? 0) + 1);
      row.push(Math.min(...ways));
    }
    beforeLast = last;
    last = row;
  }
  return last[other.length] ?? 0;
}
