import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../src/sandbox/people/actor.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { opened, posted, whispered } from "./posted.ts";
import { press } from "./press.ts";
import { type Rehearsal, rehearse } from "./rehearsal.ts";
import { textOf } from "./seen.ts";

let rehearsal: Rehearsal;
let juno: Actor;

beforeAll(async () => {
  rehearsal = await rehearse();
  juno = rehearsal.sandbox.as(CAST.people.juno, { channelId: CAST.fleet.channels.lounge });
});
afterAll(() => rehearsal.stop());

test("the panel's form sets the time zone, forgives a slip, and changes the panel in place", async () => {
  const { message } = posted(await juno.type("/me"));
  const form = opened(await press(juno, message, "Time zone"));
  expect(form.modal.title).toBe("Your time zone");

  const outcome = await juno.submit(form, { zone: "Atlantis City" });
  expect(whispered(outcome)).toContain("I know no time zone");
  const again = opened(await press(juno, message, "Time zone"));
  const set = await juno.submit(again, { zone: "berlni" });
  expect(set.kind).toBe("update");
  expect(whispered(set)).toContain("Your time zone is **Europe/Berlin**");
});

test("reminders are set in a form, and the form knows them the next time", async () => {
  const { message } = posted(await juno.type("/me"));
  const form = opened(await press(juno, message, "Reminders"));
  const set = await juno.submit(form, { by: ["dm"], lead: "1h", quiet: "22-8" });
  expect(whispered(set)).toContain("a direct message, 1 h before, not from 22:00 to 08:00");
  const again = opened(await press(juno, message, "Reminders"));
  expect(JSON.stringify(again.modal)).toContain('"value":"22:00-08:00"');
});

test("the time zone completes while it is typed, with the time there", async () => {
  const [first] = await juno.autocomplete("me", { "time-zone": "tok" }, "time-zone");
  expect(first).toEqual({
    name: expect.stringMatching(/^Asia\/Tokyo · now \d\d:\d\d$/),
    value: "Asia/Tokyo",
  });
});

test("the export is a file that only the member gets", async () => {
  const { message } = posted(await juno.type("/me"));
  const { message: answer, ephemeral } = posted(await press(juno, message, "Export my data"));
  expect(ephemeral).toBe(true);
  expect(textOf(answer)).toContain("all that I keep of you");
  const [file] = answer.attachments;
  expect(file?.filename).toBe("my-away-team-data.json");
  const text = await (await fetch(file?.url ?? "")).text();
  expect(JSON.parse(text)).toMatchObject({ userId: CAST.people.juno, you: { timeZone: "Europe/Berlin" } });
});

test("after Forget me the id stands nowhere in the database's files, whatever was written before", async () => {
  const admiral = rehearsal.sandbox.as(CAST.people.admiral, { channelId: CAST.fleet.channels.officers });
  for (let at = 0; at < 20; at++) {
    await admiral.run("captain add", { name: `Captain ${at} ${"x".repeat(25)}`, faction: "klingon" });
    await admiral.run("fleet override", { mission: at % 2 === 0 ? "home" : "shutdown", note: `Words ${at}` });
  }
  expect(holding(CAST.people.admiral)).not.toEqual([]);

  const { message } = posted(await admiral.type("/me"));
  const question = posted(await press(admiral, message, "Forget me")).message;
  const done = whispered(await press(admiral, question, "Forget me for good"));
  expect(done).toContain("You are forgotten. Erased: 20 captains, your name on a fleet's corrections.");
  expect(holding(CAST.people.admiral)).toEqual([]);
  expect(holding("Captain 7 xxx")).toEqual([]);

  const briefing = textOf(posted(await juno.type("/mission home")).message);
  expect(briefing).toContain("> Words 18");
});

/** The files in the bot's data folder that hold these letters. */
function holding(letters: string): readonly string[] {
  const files = readdirSync(rehearsal.dataDir).filter((name) => name.startsWith("away-team.sqlite"));
  return files.filter((name) => readFileSync(join(rehearsal.dataDir, name)).includes(letters));
}
