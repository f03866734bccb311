import fc from "fast-check";
import { expect, test } from "vitest";
import { follow, unfollow } from "../../src/bugs/following.ts";
import { handleOf, knownBugs } from "../../src/bugs/known.ts";
import { forgetMember, type Ledger, ledgerLimits, sayings, speak, takeBack } from "../../src/bugs/ledger.ts";
import { ledgers } from "../../src/bugs/store.ts";
import { factions } from "../../src/catalog/game.ts";
import { catalog } from "../house.ts";

const BUG = { slug: "home", bugId: "unreachable-soldier" };
const OF_DATA = catalog.missions.get("home")?.bugs ?? [];

const member = fc.constantFrom("101", "102", "103");
const faction = fc.constantFrom(...factions);
const deed = fc.oneof(
  fc.record({
    do: fc.constant("speak" as const),
    userId: member,
    faction,
    says: fc.constantFrom(...sayings),
  }),
  fc.record({ do: fc.constant("take-back" as const), userId: member, faction }),
  fc.record({ do: fc.constant("follow" as const), userId: member }),
  fc.record({ do: fc.constant("unfollow" as const), userId: member }),
  fc.record({ do: fc.constant("forget" as const), userId: member }),
);
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never;

function after(ledger: Ledger, one: Deed): Ledger {
  switch (one.do) {
    case "speak": {
      const { do: _do, ...voice } = one;
      return speak(ledger, BUG, voice).document;
    }
    case "take-back":
      return takeBack(ledger, BUG, one).document;
    case "follow":
      return follow(ledger, BUG, { userId: one.userId, channelId: "12" }, "open").document;
    case "unfollow":
      return unfollow(ledger, BUG, one.userId).document;
    case "forget":
      return forgetMember(ledger, one.userId).document;
  }
}

test("whatever members do, each has one voice for each faction, and every count is made of voices", () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
      const said = new Map<string, string>();
      let ledger: Ledger = ledgers.absent;
      for (const one of deeds) {
        ledger = after(ledger, one);
        if (one.do === "speak") said.set(`${one.userId} ${one.faction}`, one.says);
        if (one.do === "take-back") said.delete(`${one.userId} ${one.faction}`);
        if (one.do === "forget")
          for (const key of [...said.keys()]) if (key.startsWith(one.userId)) said.delete(key);
      }
      const [bug] = knownBugs("home", OF_DATA, ledger);
      for (const one of factions) {
        const count = (says: string) =>
          [...said].filter(([key, what]) => key.endsWith(` ${one}`) && what === says).length;
        expect(bug?.standings[one]).toMatchObject({ seen: count("seen"), works: count("works") });
      }
      expect(ledgers.schema.parse(ledger)).toEqual(ledger);
    }),
    { seed: 7, numRuns: 300 },
  );
});

test("a member who was forgotten stands nowhere, and when all are, nothing is kept", () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 40 }), member, (deeds, userId) => {
      const ledger = deeds.reduce(after, ledgers.absent);
      expect(JSON.stringify(forgetMember(ledger, userId).document)).not.toContain(userId);
      const nobody = ["101", "102", "103"].reduce((left, one) => forgetMember(left, one).document, ledger);
      expect(nobody).toEqual(ledgers.absent);
    }),
    { seed: 7, numRuns: 300 },
  );
});

test("no two bugs of the data share a handle, and a fleet's own is never taken for one", () => {
  const handles = [...catalog.missions.values()].flatMap(({ slug, bugs = [] }) =>
    bugs.map(({ id }) => handleOf({ slug, bugId: id })),
  );
  expect(new Set(handles).size).toBe(handles.length);
  expect(handles.filter((handle) => !/^[a-z0-9]{1,7}$/.test(handle))).toEqual([]);
});

test("the voices of a fleet stay within their number, and those that are there can still change", () => {
  let ledger: Ledger = ledgers.absent;
  const voices = Array.from({ length: ledgerLimits.voices }, (_, at) => ({
    userId: String(at + 1),
    faction: "tos" as const,
    says: "seen" as const,
  }));
  ledger = { ...ledger, bugs: [{ ...BUG, voices, followers: [] }] };
  const says = "works" as const;
  expect(speak(ledger, BUG, { userId: "9999999", faction: "tos", says }).outcome.outcome).toBe("too-many");
  expect(speak(ledger, BUG, { userId: "1", faction: "tos", says }).outcome.outcome).toBe("changed");
});
