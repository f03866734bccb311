import { expect, test } from "vitest";
import { shelf } from "../../src/store/shelf.ts";
import { crews } from "./kinds.ts";

const opened = (name: string) => ({ beginning: name, document: { seats: 1, members: [name] } });

test("what is used again and again stays, and what is not makes room", () => {
  const kept = shelf(100);
  for (let number = 0; number < 50; number++) {
    kept.put(`k${number}`, crews, opened(`k${number}`), 10);
    expect(kept.find("k0", crews)?.beginning).toBe("k0");
  }

  const held = Array.from({ length: 50 }, (_, number) => kept.find(`k${number}`, crews)).filter(Boolean);
  expect(held.length).toBeLessThanOrEqual(10);
  expect(kept.find("k49", crews)).toBeDefined();
  expect(kept.find("k1", crews)).toBeUndefined();
});

test("a document put twice is there once, as it was put last", () => {
  const kept = shelf(100);
  kept.put("k", crews, opened("before"), 40);
  kept.put("k", crews, opened("after"), 40);
  expect(kept.find("k", crews)?.beginning).toBe("after");
  kept.drop("k");
  expect(kept.find("k", crews)).toBeUndefined();
});

test("a document that is put and used in turn is never found as it was before", () => {
  const kept = shelf(100);
  for (let number = 0; number < 100; number++) {
    kept.put("k", crews, opened(`k as of ${number}`), 20 + (number % 3) * 10);
    kept.put(`other${number % 7}`, crews, opened("other"), 15);
    const found = kept.find("k", crews)?.beginning;
    expect(found).toBe(`k as of ${number}`);
  }
  kept.put("k", crews, opened("too large"), 51);
  expect(kept.find("k", crews)).toBeUndefined();
});
