import fc from "fast-check";
import { expect, test } from "vitest";
import { createStore } from "../../src/store/create-store.ts";
import { guildKey, guildRange } from "../../src/store/document-key.ts";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import { type Crew, crews, join, openCrews } from "./kinds.ts";

const GUILDS = ["1", "10"] as const;

type Operation =
  | { readonly kind: "join"; readonly guild: number; readonly run: number; readonly name: string }
  | { readonly kind: "make" | "remove" | "read"; readonly guild: number; readonly run: number }
  | { readonly kind: "list"; readonly guild: number }
  | { readonly kind: "fail"; readonly guild: number; readonly run: number };

const guild = fc.nat(1);
const run = fc.nat(2);
const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ kind: fc.constant("join" as const), guild, run, name: fc.string({ maxLength: 5 }) }),
  fc.record({ kind: fc.constantFrom("make" as const, "remove" as const, "read" as const), guild, run }),
  fc.record({ kind: fc.constant("list" as const), guild }),
  fc.record({ kind: fc.constant("fail" as const), guild, run }),
);

/** What the store has to do, without any of its means. */
function model() {
  const crewsOf = new Map<string, Crew>();
  return {
    act(one: Operation): unknown {
      const prefix = `${GUILDS[one.guild]}/`;
      if (one.kind === "list")
        return [...crewsOf.keys()]
          .filter((key) => key.startsWith(prefix))
          .sort()
          .map((key) => crewsOf.get(key));
      const key = `${prefix}${one.run}`;
      const crew = crewsOf.get(key);
      switch (one.kind) {
        case "join":
          crewsOf.set(key, join(one.name)(crew ?? { seats: 5, members: [] }));
          return crewsOf.get(key);
        case "make":
          if (crew === undefined) crewsOf.set(key, { seats: 1, members: [] });
          return crew === undefined;
        case "remove":
          return crewsOf.delete(key);
        case "read":
          return crew;
        case "fail":
          return "refused";
      }
    },
  };
}

async function actOn(store: ReturnType<typeof createStore>, one: Operation): Promise<unknown> {
  const guildId = GUILDS[one.guild] ?? "";
  if (one.kind === "list")
    return (await store.list(guildRange(guildId, "crew"), crews)).documents.map(({ document }) => document);
  const key = guildKey(guildId, "crew", one.run);
  switch (one.kind) {
    case "join":
      return store.update(key, openCrews, join(one.name));
    case "make":
      return store.create(key, crews, { seats: 1, members: [] });
    case "remove":
      return store.remove(key);
    case "read":
      return store.read(key, crews);
    case "fail":
      return store
        .update(key, openCrews, () => {
          throw new Error("refused");
        })
        .catch((error: Error) => error.message);
  }
}

test("whatever two guilds do, one after the other, is what a map would hold", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { maxLength: 40 }), fc.boolean(), async (operations, isAlone) => {
      const store = createStore(memoryDriver(), { writer: "w", isAlone });
      const expected = model();
      for (const one of operations) expect(await actOn(store, one)).toEqual(expected.act(one));
      await store.close();
    }),
    { numRuns: 150, seed: 47 },
  );
});

test("whatever two guilds do at the same time, each sees its own changes alone, and in order", async () => {
  const writes = operation.filter(({ kind }) => kind === "join");
  await fc.assert(
    fc.asyncProperty(fc.array(writes, { maxLength: 60 }), fc.boolean(), async (operations, isAlone) => {
      const store = createStore(memoryDriver(), { writer: "w", isAlone });
      const expected = model();
      const answers = await Promise.all(operations.map((one) => actOn(store, one)));
      expect(answers).toEqual(operations.map((one) => expected.act(one)));
      for (const guild of [0, 1])
        expect(await actOn(store, { kind: "list", guild })).toEqual(expected.act({ kind: "list", guild }));
      await store.close();
    }),
    { numRuns: 100, seed: 47 },
  );
});
