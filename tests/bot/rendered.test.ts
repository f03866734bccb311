import { expect, test } from "vitest";
import { rendered } from "../../src/bot/rendered.ts";
import { whisper } from "../../src/ui/reply.ts";

test("what is rendered once is not rendered again, and is the same answer", () => {
  const cards = rendered(10);
  let times = 0;
  const render = () => {
    times += 1;
    return whisper("Home");
  };
  expect(cards("home", render)).toBe(cards("home", render));
  expect(times).toBe(1);
  cards("shutdown", render);
  expect(times).toBe(2);
});

test("a kept answer cannot be changed", () => {
  expect(Object.isFrozen(rendered(10)("home", () => whisper("Home")))).toBe(true);
});

test("the answer that was used longest ago makes room", () => {
  const cards = rendered(2);
  const times: Record<string, number> = {};
  const ask = (key: string) =>
    cards(key, () => {
      times[key] = (times[key] ?? 0) + 1;
      return whisper(key);
    });
  for (const key of ["a", "b", "a", "c", "a", "b"]) ask(key);
  expect(times).toEqual({ a: 1, b: 2, c: 1 });
});

test("a rendering that fails is not kept", () => {
  const cards = rendered(10);
  expect(() =>
    cards("home", () => {
      throw new Error("broken");
    }),
  ).toThrow("broken");
  expect(cards("home", () => whisper("Home"))).toEqual(whisper("Home"));
});
