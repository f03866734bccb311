import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../src/sandbox/people/actor.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { posted, whispered } from "./posted.ts";
import { type Rehearsal, rehearse } from "./rehearsal.ts";
import { menuOf } from "./seen.ts";

let rehearsal: Rehearsal;
let juno: Actor;
let alone: Actor;

beforeAll(async () => {
  rehearsal = await rehearse();
  juno = rehearsal.sandbox.as(CAST.people.juno, { channelId: CAST.fleet.channels.lounge });
  alone = rehearsal.sandbox.as(CAST.people.juno);
});
afterAll(() => rehearsal.stop());

test("a captain that was told is on the list, also after a restart", async () => {
  const told = whispered(
    await juno.run("captain add", {
      name: "T'Rin",
      faction: "romulan-federation",
      career: "science",
      level: 50,
    }),
  );
  expect(told).toContain(
    "**T'Rin** is on your list. Briefings that only you see are now drawn for **T'Rin**.",
  );

  await rehearsal.restart();
  expect(whispered(await juno.type("/captain list"))).toContain(
    "- **T'Rin** · Romulan, allied with the Federation · Science · level 50 · *default*",
  );
});

test("the list is the member's own in every guild and in a direct message, and nobody else's", async () => {
  expect(whispered(await alone.type("/captain list"))).toContain("T'Rin");
  const reyes = rehearsal.sandbox.as(CAST.people.reyes, { channelId: CAST.fleet.channels.lounge });
  expect(whispered(await reyes.type("/captain list"))).toContain("You have told me of no captain yet");
});

test("the menu of the list makes another captain the default, on the same card", async () => {
  await alone.run("captain add", { name: "Ja'rod", faction: "klingon" });
  const { message } = posted(await alone.type("/captain list"));
  const menu = menuOf(message);
  const second = menu.options.find(({ label }) => label === "Ja'rod");
  const outcome = await alone.select(message.id, menu.custom_id, [second?.value ?? ""]);
  expect(outcome.kind).toBe("update");
  expect(whispered(outcome)).toContain("- **Ja'rod** · Klingon (KDF) · *default*");
});

test("a captain's name completes while it is typed, and what is picked is understood", async () => {
  const [first] = await juno.autocomplete("captain edit", { captain: "rin" }, "captain");
  expect(first).toEqual({ name: expect.stringContaining("T'Rin · Romulan"), value: "T'Rin" });
  const edited = await juno.run("captain edit", { captain: String(first?.value), level: 65 });
  expect(whispered(edited)).toContain("level 65");
});
