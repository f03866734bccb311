import { expect, test } from "vitest";
import { jumpAround } from "./jumps.ts";

test("a calendar that jumps back and forth at random loses and doubles nothing", async () => {
  for (let seed = 0; seed < 3; seed++)
    expect({ seed, ...(await jumpAround(seed, 20)) }).toEqual({ seed, lost: 0, doubled: 0 });
});
