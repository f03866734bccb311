import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";
import { commandsOf } from "../src/registry.ts";

const ROOT = join(import.meta.dirname, "..");
const FILES = ["src", "commands"].flatMap(sourceFiles);

/** Ranks of ARCHITECTURE.md: a file imports its own folder and lower ranks, and what `also` names. */
const RANKS: Readonly<Record<string, number>> = {
  "src/ui": 0,
  "src/time": 0,
  "src/store": 0,
  "src/ops/place.ts": 0.75,
  "src/ops/operate.ts": 1,
  "src/ops/backup.ts": 2,
  "src/ops/restore.ts": 2,
  "src/ops/examination.ts": 7,
  "src/ops/doctor.ts": 8,
  "src/ops": 0,
  "src/data-dir.ts": 0,
  "src/config.ts": 0.5,
  "src/catalog": 1,
  "src/captains": 1.5,
  "src/guilds": 1.5,
  "src/reminders": 2,
  "src/guide": 3,
  "src/missions": 3,
  "src/runs": 3,
  "src/rewards": 3,
  "src/bugs": 3,
  "src/bot": 4,
  commands: 5,
  "src/jobs": 5,
  "src/kinds.ts": 6,
  "src/portable.ts": 5,
  "src/registry.ts": 6,
  "src/discord": 6,
  "src/sandbox": 6,
  "src/serve.ts": 7,
  "src/rehearse.ts": 7,
  "src/start-up.ts": 7,
  "src/main.ts": 8,
};

/** Which packages may be imported where; a package that is not named may be imported nowhere. */
const PACKAGES: readonly (readonly [pattern: RegExp, places: readonly string[]])[] = [
  [/^node:/, ["src", "commands"]],
  [/^discord-api-types\/v10$/, ["src", "commands"]],
  [
    /^zod$/,
    [
      "src/catalog",
      "src/store",
      "src/captains",
      "src/guilds",
      "src/reminders",
      "src/runs",
      "src/rewards",
      "src/bugs",
      "src/config.ts",
    ],
  ],
  [/^chrono-node(\/en)?$/, ["src/time"]],
  [/^@discordjs\/builders$/, ["src/bot"]],
  [/^@discordjs\/(rest|ws)$/, ["src/discord"]],
  [/^undici$/, ["src/discord"]],
  [/^lru-cache$/, ["src/bot"]],
  [/^minisearch$/, ["src/catalog"]],
  [/^@napi-rs\/canvas$/, ["src/rewards/picture.ts"]],
  [/^pino$/, ["src/ops"]],
  [/^(keyv|@keyv\/.+)$/, ["src/store"]],
  [/^ws$/, ["src/sandbox"]],
  [/^lit-html/, ["src/sandbox/page"]],
];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isTypeOnly: boolean;
}

const IMPORTS = FILES.flatMap(importsOf);
const LOCAL = IMPORTS.filter(({ to }) => to.startsWith("src/") || to.startsWith("commands/"));

test("every file has a rank", () => {
  expect(FILES.filter((file) => rankOf(file) === undefined)).toEqual([]);
});

test("imports point inward: a file knows its own folder and lower ranks, never a neighbour of its rank", () => {
  const outward = LOCAL.filter(({ from, to }) => placeOf(from) !== placeOf(to)).filter(
    ({ from, to }) => (rankOf(to) ?? 0) >= (rankOf(from) ?? 0),
  );
  expect(outward.filter((one) => !isAllowedOutward(one))).toEqual([]);
});

test("a command does not import another command", () => {
  const across = LOCAL.filter(
    ({ from, to }) => from.startsWith("commands/") && to.startsWith("commands/"),
  ).filter(({ from, to }) => featureOf(from) !== featureOf(to));
  expect(across).toEqual([]);
});

test("the sandbox imports nothing of the bot, and of the bot only main's helpers know the sandbox", () => {
  const leaving = LOCAL.filter(({ from, to }) => isSandbox(from) && !isSandbox(to));
  const entering = LOCAL.filter(
    ({ from, to }) => !isSandbox(from) && isSandbox(to) && from !== "src/rehearse.ts",
  );
  expect([...leaving, ...entering]).toEqual([]);
});

test("discord/ knows the bot by parameter only", () => {
  expect(
    LOCAL.filter(({ from, to }) => from.startsWith("src/discord/") && /^src\/bot\/|^commands\//.test(to)),
  ).toEqual([]);
});

test("packages are imported only where their job is", () => {
  const strays = IMPORTS.filter(({ to }) => !to.startsWith("src/") && !to.startsWith("commands/")).filter(
    ({ from, to }) => {
      const places = PACKAGES.find(([pattern]) => pattern.test(to))?.[1] ?? [];
      return !places.some((place) => from === place || from.startsWith(`${place}/`));
    },
  );
  expect(strays).toEqual([]);
});

test("there are no import cycles", () => {
  const edges = Map.groupBy(
    LOCAL.filter((one) => !one.isTypeOnly),
    ({ from }) => from,
  );
  expect(FILES.filter((file) => reaches(file, file, edges))).toEqual([]);
});

test("time, chance and the environment are arguments in rules, views and commands", () => {
  const pure = FILES.filter(
    (file) => !/^src\/(discord|ops|sandbox|time\/(clock|followed-clock)|[a-z-]+\.ts)/.test(file),
  );
  expect(pure.length).toBeGreaterThan(20);
  const impure = /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.env|crypto\.randomUUID\(/;
  expect(pure.filter((file) => impure.test(read(file)))).toEqual([]);
});

/** What waits longer goes through `time/timers.ts` or `discord/wait.ts`, which never set a timer beyond an hour. */
test("the machine's own timers are set where a delay is known to be short", () => {
  const setters = FILES.filter((file) => !isSandbox(file)).filter((file) =>
    /\bset(Timeout|Interval)\(|\bset(Timeout|Interval) as /.test(read(file)),
  );
  expect(setters.sort()).toEqual([
    "src/discord/wait.ts",
    "src/rehearse.ts",
    "src/start-up.ts",
    "src/store/deadline.ts",
    "src/time/followed-clock.ts",
    "src/time/timers.ts",
  ]);
});

test("the environment is read in main and handed on", () => {
  const readers = FILES.filter((file) => /process\.env/.test(read(file)));
  expect(readers.sort()).toEqual([
    "src/main.ts",
    "src/ops/doctor.ts",
    "src/ops/operate.ts",
    "src/rehearse.ts",
  ]);
});

test("no file is longer than 300 lines", () => {
  const long = FILES.map((file) => [file, read(file).split("\n").length] as const).filter(
    ([, lines]) => lines > 300,
  );
  expect(long).toEqual([]);
});

test("half of all files fit on a screen of 90 lines", () => {
  const lengths = FILES.map((file) => read(file).split("\n").length).sort((one, other) => one - other);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(90);
});

test("there are no barrels: no file only passes on what others export", () => {
  expect(FILES.filter((file) => /^export (\*|\{[^}]*\}) from/m.test(read(file)))).toEqual([]);
});

test("every command's file is registered under its own name", () => {
  const files = readdirSync(join(ROOT, "commands"))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.replace(/\.ts$/, ""));
  const registered = commandsOf({} as Parameters<typeof commandsOf>[0]).map((command) => command.name);
  expect(registered.toSorted()).toEqual(files.toSorted());
});

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
    .map((file) => join(folder, file));
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), "utf8");
}

function importsOf(file: string): Import[] {
  const found = read(file).matchAll(
    /^(?:import|export)\s+(type\s)?[^"';]*?from\s+"([^"]+)"|\bimport\("([^"]+)"\)|^import "([^"]+)"/gm,
  );
  return [...found].map(([, typeOnly, from, dynamic, bare]) => {
    const target = from ?? dynamic ?? bare ?? "";
    return {
      from: file,
      to: target.startsWith(".") ? relative(ROOT, resolve(ROOT, dirname(file), target)) : target,
      isTypeOnly: typeOnly !== undefined,
    };
  });
}

function placeOf(file: string): string | undefined {
  return Object.keys(RANKS).find((place) => file === place || file.startsWith(`${place}/`));
}

function rankOf(file: string): number | undefined {
  const place = placeOf(file);
  return place === undefined ? undefined : RANKS[place];
}

function isSandbox(file: string): boolean {
  return file.startsWith("src/sandbox/");
}

/** The three files that are main's own: they hand each other their types. */
function isAllowedOutward({ from, to }: Import): boolean {
  const own = ["src/start-up.ts", "src/serve.ts", "src/rehearse.ts"];
  return own.includes(from) && own.includes(to);
}

/** commands/lfg.ts and commands/lfg/manage.ts are one feature. */
function featureOf(file: string): string {
  return file.split("/")[1]?.replace(/\.ts$/, "") ?? "";
}

function reaches(
  start: string,
  goal: string,
  edges: ReadonlyMap<string, readonly Import[]>,
  seen = new Set<string>(),
): boolean {
  return (edges.get(start) ?? []).some(({ to }) => {
    if (to === goal) return true;
    if (seen.has(to)) return false;
    seen.add(to);
    return reaches(to, goal, edges, seen);
  });
}
