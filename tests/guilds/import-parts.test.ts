import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { importParts, keepParts, putParts, takeBackParts } from "../../src/guilds/import-parts.ts";
import { kinds } from "../../src/kinds.ts";
import { portable } from "../../src/portable.ts";
import { periodKey, periods, trackKey, tracks } from "../../src/rewards/store.ts";
import { createStore } from "../../src/store/create-store.ts";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import { track } from "../rewards/boards.ts";
import { GUILD } from "./guild-facts.ts";

test("what was there before is noted once, though two put the same documents side by side", async () => {
  for (let turns = 0; turns < 20; turns++) {
    const store = createStore(memoryDriver(), { writer: "one", isAlone: true });
    const key = trackKey(GUILD, "t1");
    await store.create(key, tracks, track({ title: "Before" }));
    const [portableTracks] = portable.filter(({ sort }) => sort === "track");
    if (portableTracks === undefined) throw new Error("Rewards are not taken along.");
    await keepParts(store, GUILD, "one", [
      { portable: portableTracks, document: track({ title: "Imported" }) },
    ]);
    const occasion = { store, guildId: GUILD, importId: "one", portables: portable, now: 0 };

    const first = putParts(occasion);
    const second = putParts({ ...occasion, store: slowToRead(store, turns) });
    await Promise.all([first, second]);
    expect(await store.read(key, tracks)).toMatchObject({ title: "Imported" });
    await takeBackParts(occasion);
    expect(await store.read(key, tracks)).toMatchObject({ title: "Before" });
  }
});

test("two documents as large as any may be take each other's place, and back again", async () => {
  const store = createStore(memoryDriver(), { writer: "one", isAlone: true });
  const [portablePeriods] = portable.filter(({ sort }) => sort === "period");
  if (portablePeriods === undefined) throw new Error("Claims are not taken along.");
  const full = (by: string) => ({ trackId: "t1", plannedAt: 0, claims: claimsBy(by) });
  const key = periodKey(GUILD, "t1", 0);
  await store.create(key, periods, full("1"));
  await keepParts(store, GUILD, "one", [{ portable: portablePeriods, document: full("2") }]);
  const occasion = { store, guildId: GUILD, importId: "one", portables: portable, now: 0 };
  await putParts(occasion);
  expect((await store.read(key, periods))?.claims[0]?.userId).toMatch(/^2/);
  await takeBackParts(occasion);
  expect((await store.read(key, periods))?.claims[0]?.userId).toMatch(/^1/);
});

test("a part has room for two documents of every kind", () => {
  for (const { name, most } of kinds.filter(({ name }) => name !== importParts.name))
    expect([name, importParts.most > 2 * most]).toEqual([name, true]);
});

/** As many as went into a document of the usual size. */
function claimsBy(begin: string) {
  return Array.from({ length: 11_500 }, (_, at) => {
    const id = `${begin}${String(at).padStart(18, "0")}`;
    return { userId: id, at: 0, interactionId: id };
  });
}

function slowToRead(store: ReturnType<typeof createStore>, turns: number): typeof store {
  return {
    ...store,
    read: async (key, kind) => {
      for (let turn = 0; turn < turns; turn++) await nextTurn();
      return await store.read(key, kind);
    },
  };
}
