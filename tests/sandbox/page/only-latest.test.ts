import { expect, test } from "vitest";
import { onlyLatest } from "../../../src/sandbox/page/only-latest.ts";

test.each([
  ["first", [0, 1]],
  ["last", [1, 0]],
])("an answer that was overtaken counts for nothing, even when it arrives %s", async (_when, arrivals) => {
  const latest = onlyLatest<string>();
  const questions = ["bot away", "bot there"].map((answer) => ({
    answer,
    ...Promise.withResolvers<string>(),
  }));
  const heard = questions.map(({ promise }) => latest(promise));
  for (const at of arrivals) questions[at]?.resolve(questions[at].answer);
  expect(await Promise.all(heard)).toEqual([undefined, "bot there"]);
});

test("answers that come before the next question all count", async () => {
  const latest = onlyLatest<number>();
  expect([await latest(Promise.resolve(1)), await latest(Promise.resolve(2))]).toEqual([1, 2]);
});
