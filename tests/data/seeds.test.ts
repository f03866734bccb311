import { resolve } from "node:path";
import { expect, test } from "vitest";
import { loadCatalog } from "../../src/catalog/load.ts";
import type { Mission, Objective } from "../../src/catalog/mission.ts";

const catalog = await loadCatalog(resolve(import.meta.dirname, "../../data"));

function mission(slug: string): Mission {
  const found = catalog.missions.get(slug);
  if (!found) throw new Error(`There is no mission ${slug}.`);
  return found;
}

function allSteps(steps: readonly Objective[]): readonly Objective[] {
  return steps.flatMap((step) => [step, ...allSteps(step.steps ?? [])]);
}

test("Home asks for seven stages and sixty-odd steps, with its timers and its counter", () => {
  const steps = allSteps(mission("home").objectives ?? []);
  expect(mission("home").objectives).toHaveLength(7);
  expect(steps).toHaveLength(68);
  expect(steps.flatMap(({ timerSeconds }) => timerSeconds ?? [])).toEqual([119, 92, 180]);
  expect(steps.filter(({ optional }) => optional).map(({ text, count }) => [text, count])).toEqual([
    ["Speak with the Jem'Hadar Soldiers", undefined],
    ["Assist the Vorta Commander", undefined],
    ["Assist Founders", 4],
  ]);
});

test("the last steps of Home are for Jem'Hadar captains on a first play-through and for Gamma recruits", () => {
  const steps = allSteps(mission("home").objectives ?? []).filter(({ only }) => only);
  expect(steps.map(({ text, only }) => [text, only])).toEqual([
    ["Receive hail from Loriss", { factions: ["jemhadar"], playThrough: "first" }],
    ["Meet with Loriss", { recruits: ["gamma-recruit"] }],
  ]);
});

test("Home paid a choice of two rewards once a week and account, four times, from level 10", () => {
  expect(mission("home").events).toMatchObject([
    {
      starts: "2018-06-28",
      ends: "2018-07-26",
      cadence: "weekly",
      minLevel: 10,
      per: "account",
      maxClaims: 4,
      choices: [
        { name: "Enhanced Universal Tech Upgrade", quantity: 1 },
        { name: "Specialization Point", quantity: 1, usableFromLevel: 50 },
      ],
    },
  ]);
});

test("Home has one open bug without a workaround, confirmed for Romulan captains", () => {
  const [bug, ...others] = mission("home").bugs ?? [];
  expect(others).toEqual([]);
  expect(bug).toMatchObject({ state: "open", factions: { romulan: "confirmed" } });
  expect(bug).not.toHaveProperty("workaround");
});

test("Shutdown left the game with Season Eleven, and its replay table is kept", () => {
  const { removed, replay, killCounts, accolades } = mission("shutdown");
  expect(removed).toMatchObject({ on: "2015-10-27", season: "Season Eleven: New Dawn" });
  expect(replay).toEqual([
    { fromLevel: 36, toLevel: 39, rank: "Captain", skillPoints: 1743, expertise: 1878, mark: "VIII" },
    {
      fromLevel: 40,
      toLevel: 49,
      rank: "Rear Admiral LH & UH",
      skillPoints: 1935,
      expertise: 1856,
      mark: "X",
    },
    { fromLevel: 50, toLevel: 50, rank: "Vice Admiral", skillPoints: 2126, expertise: 1856, mark: "XI" },
  ]);
  expect(killCounts).toMatchObject({ total: 32, otherMissions: ["war-games"] });
  expect(accolades?.map(({ name, points }) => [name, points])).toEqual([
    ["Fluidic Reclamation", 10],
    ["Federation Foil", undefined],
    ["Wanted by Section 31", undefined],
    ["Scourge of Starfleet", undefined],
  ]);
  expect(allSteps(mission("shutdown").objectives ?? []).flatMap(({ count }) => count ?? [])).toEqual([
    18, 10, 8, 2,
  ]);
});

test("Second Wave is told in two variants and hides its plot and its foes", () => {
  const { briefings, spoilers, cast, sideQuests } = mission("second-wave");
  expect(briefings?.map(({ for: audience, speaker }) => [audience?.allegiances, speaker])).toEqual([
    [["federation"], undefined],
    [["klingon"], "Commander Mesi Achebe"],
  ]);
  expect(spoilers?.hidesFoes).toBe(true);
  expect(sideQuests).toHaveLength(4);
  expect(cast?.characters).toHaveLength(13);
  expect(cast?.places?.find(({ name }) => name === "Deep Space 9")?.within).toHaveLength(6);
  expect(cast?.ships?.filter(({ drawnFrom }) => drawnFrom).map(({ name }) => name)).toEqual([
    "USS Fletcher",
    "USS Phinda",
  ]);
  expect(cast?.referencedOnly).toEqual({
    places: ["Alpha Quadrant", "Bajor", "Defera"],
    organisations: ["Borg Collective"],
  });
});
