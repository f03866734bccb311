import { expect, test } from "vitest";
import { z } from "zod";
import { createStore } from "../../src/store/create-store.ts";
import { guildKey } from "../../src/store/document-key.ts";
import { documentKind } from "../../src/store/document-kind.ts";
import { memoryDriver } from "../../src/store/memory-driver.ts";

const KEY = guildKey("1", "crew", "r1");

/** Crews that count how often somebody looks through all of one. */
function countedCrews() {
  let looks = 0;
  const members = z.array(z.string().max(10)).refine(() => ++looks > 0);
  const kind = documentKind({
    name: "crew",
    version: 1,
    schema: z.object({ members }),
    initial: { members: [] as string[] },
  });
  looks = 0;
  return { kind, looks: () => looks };
}

function crowded() {
  const { kind, looks } = countedCrews();
  const store = createStore(memoryDriver(), { writer: "w", isAlone: true });
  const join = (name: string) =>
    store.decide(KEY, kind, ({ members }) => ({
      document: { members: [...members, name] },
      outcome: members.length + 1,
    }));
  return { store, kind, looks, join };
}

test("a crowd on one document is looked through once, not once for each", async () => {
  const { store, kind, looks, join } = crowded();
  const places = await Promise.all(Array.from({ length: 100 }, (_, at) => join(`m${at}`)));

  expect(places).toEqual(Array.from({ length: 100 }, (_, at) => at + 1));
  expect((await store.read(KEY, kind)).members).toHaveLength(100);
  expect(looks()).toBe(1);
});

test("one in a crowd whose change may not be kept is refused alone", async () => {
  const { store, kind, join } = crowded();
  const answers = await Promise.allSettled(["kira", "much too long a name", "dax"].map(join));

  expect(answers).toMatchObject([
    { status: "fulfilled", value: 1 },
    { status: "rejected", reason: { reason: "invalid", saved: "no" } },
    { status: "fulfilled", value: 2 },
  ]);
  expect((await store.read(KEY, kind)).members).toEqual(["kira", "dax"]);
});

test("everybody in a crowd is given the document as it was after their own change", async () => {
  const { store, kind } = crowded();
  const join = (name: string) => store.update(KEY, kind, ({ members }) => ({ members: [...members, name] }));
  const [first, last] = await Promise.all([join("kira"), join("odo")]);

  expect(first).toEqual({ members: ["kira"] });
  expect(last).toEqual({ members: ["kira", "odo"] });
  expect(() => first.members.push("quark")).toThrow(TypeError);
});

test("what a later change mends is nobody's fault", async () => {
  const { store, kind } = crowded();
  const put = (name: string) => store.update(KEY, kind, () => ({ members: [name] }));
  const answers = await Promise.all([put("much too long a name"), put("dax")]);

  expect(answers).toEqual([{ members: ["dax"] }, { members: ["dax"] }]);
});
