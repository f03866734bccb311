import { Routes } from "discord.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { refusal, type Scene, scene } from "./scene.ts";

const DAY_MS = 86_400_000;
const ROUTE = Routes.applicationCommands(CAST.application);
const GUILD_ROUTE = Routes.applicationGuildCommands(CAST.application, CAST.fleet.id);

let here: Scene;
beforeEach(async () => {
  here = await scene({ rateLimits: false });
});
afterEach(() => here.close());

function fifty(name: string): object[] {
  return Array.from({ length: 50 }, (_, index) => ({
    name: `${name}-${index}`,
    description: "One of many.",
  }));
}

test("two hundred new commands a day are taken, the next one is not, and changing one is free", async () => {
  for (const name of ["a", "b", "c", "d"]) await here.rest.put(ROUTE, { body: fifty(name) });
  expect(await refusal(here.rest.put(ROUTE, { body: fifty("e") }))).toEqual([30034, 400]);

  await here.rest.put(ROUTE, { body: fifty("d") });
  await here.rest.put(GUILD_ROUTE, { body: fifty("e") });
  here.time.advance(DAY_MS);
  await here.rest.put(ROUTE, { body: fifty("e") });
});
