const SPOKEN: Readonly<Record<string, string>> = {
  et: "America/New_York",
  eastern: "America/New_York",
  ct: "America/Chicago",
  central: "America/Chicago",
  mt: "America/Denver",
  mountain: "America/Denver",
  pt: "America/Los_Angeles",
  pacific: "America/Los_Angeles",
};

interface Spoken {
  readonly words: string;
  /** The zone that was named; its rules say whether it is summer there. */
  readonly zone: string | undefined;
}

/** Takes a zone out of what was typed: `8pm ET`, `20:00 pacific time`, `20:00 Europe/Berlin`. */
export function spokenZone(typed: string): Spoken {
  const short = /\b(et|ct|mt|pt|eastern|central|mountain|pacific)\b(?: time\b)?/i.exec(typed);
  const named = short ?? /\b[a-z]+\/[a-z_]+(?:\/[a-z_]+)?\b/i.exec(typed);
  if (named === null) return { words: typed, zone: undefined };
  const zone = short === null ? knownZone(named[0]) : SPOKEN[named[1]?.toLowerCase() ?? ""];
  return zone === undefined
    ? { words: typed, zone }
    : { words: typed.replace(named[0], "").replace(/\s+/g, " ").trim(), zone };
}

function knownZone(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
