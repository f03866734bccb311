import {
  added,
  type DropsOfAWay,
  dropAgainAndAgain,
  type Tally,
  type WayName,
  ways,
} from "../end-to-end/drops.ts";

/**
 * A thousand drops of the gateway's connection, of every kind, while reminders become due. Discord lets a bot log in
 * every five seconds, and Away Team stops itself at 200 logins a day, so ten bots share them.
 *
 *     node src/start.mjs tests/proof/drops.ts 1000
 */
const DROPS = Number(process.argv[2] ?? 1_000);
const BOTS = 10;
const RECOVERED_WITHIN_MS = 10_000;
const REMINDERS_EACH = 20;
const NONE: DropsOfAWay = { drops: 0, resumes: 0, identifies: 0, unanswered: [], longestMs: 0 };
const names = Object.keys(ways) as WayName[];

const startedAt = performance.now();
const tallies = await Promise.all(
  Array.from({ length: BOTS }, (_, bot) => {
    const turned = names.map((_name, at) => names[(at + bot) % names.length] as WayName);
    const drops = Math.floor((DROPS * (bot + 1)) / BOTS) - Math.floor((DROPS * bot) / BOTS);
    return dropAgainAndAgain({ drops, by: turned, reminders: REMINDERS_EACH });
  }),
);

const ofWays = names.map((name) => [name, together(tallies, name)] as const);
console.table(
  Object.fromEntries(
    ofWays.map(([name, { unanswered, longestMs, ...counts }]) => [
      name,
      { ...counts, unanswered: unanswered.length, "longest recovery": `${(longestMs / 1_000).toFixed(1)} s` },
    ]),
  ),
);
for (const [name, { unanswered }] of ofWays)
  for (const outcome of unanswered.slice(0, 3)) console.log(`${name}: ${outcome}`);
for (const { failures } of tallies) for (const failure of failures) console.log(JSON.stringify(failure));

const all = ofWays.map(([, tally]) => tally).reduce(added);
const sum = (of: (tally: Tally) => number) => tallies.map(of).reduce((one, other) => one + other, 0);
const [reminders, lost, doubled] = [
  sum((one) => one.reminders),
  sum((one) => one.lost),
  sum((one) => one.doubled),
];
const stops = sum((one) => one.failures.length);
console.log(
  `${all.drops} drops, ${reminders} reminders due meanwhile: ${lost} lost, ${doubled} doubled, ${all.unanswered.length} clicks unanswered; ` +
    `${all.identifies} identifies, ${all.resumes} resumes; the longest recovery took ${(all.longestMs / 1_000).toFixed(1)} s; ` +
    `${((performance.now() - startedAt) / 60_000).toFixed(1)} min`,
);
const isHeld = lost + doubled + stops + all.unanswered.length === 0 && all.longestMs <= RECOVERED_WITHIN_MS;
process.exitCode = isHeld && all.drops === DROPS ? 0 : 1;

function together(all: readonly Tally[], name: WayName): DropsOfAWay {
  return all.flatMap(({ drops }) => drops.get(name) ?? []).reduce(added, NONE);
}
