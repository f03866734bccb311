import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { type Rehearsal, rehearse } from "./rehearsal.ts";

const DAY_MS = 24 * 60 * 60_000;
const { fleet, armada } = CAST;

let rehearsal: Rehearsal;

beforeAll(async () => {
  rehearsal = await rehearse();
  for (const cast of [fleet, armada]) {
    const admiral = rehearsal.sandbox.as(CAST.people.admiral, { channelId: cast.channels.lounge });
    await admiral.run("fleet setup", { "time-zone": "Tokyo" });
  }
});
afterAll(() => rehearsal.stop());

/** What is kept for a guild, by the last part of each key. */
function keptFor(guildId: string): readonly string[] {
  const database = new DatabaseSync(join(rehearsal.dataDir, "away-team.sqlite"), { readOnly: true });
  try {
    const keys = database.prepare("SELECT key FROM keyv WHERE key LIKE ?").all(`%guild:${guildId}:%`);
    return keys.map(({ key }) => String(key).split(":").slice(-1)[0] ?? "").sort();
  } finally {
    database.close();
  }
}

async function until(guildId: string, kept: readonly string[]): Promise<void> {
  for (let tries = 0; tries < 200 && keptFor(guildId).join() !== kept.join(); tries++) await wait(10);
  expect(keptFor(guildId)).toEqual(kept);
}

test("a guild that removes the bot and takes it back within thirty days finds everything", async () => {
  const { admin, clock } = rehearsal.sandbox;
  admin.kickBot(fleet.id);
  await until(fleet.id, ["departure", "settings"]);
  clock.turnBy(29 * DAY_MS);
  admin.inviteBot(fleet.id);
  await until(fleet.id, ["settings"]);
  clock.turnBy(60 * DAY_MS);
  await wait(50);
  expect(keptFor(fleet.id)).toEqual(["settings"]);
});

test("an outage never counts, however long it lasts", async () => {
  const { admin, clock } = rehearsal.sandbox;
  admin.startOutage(fleet.id);
  clock.turnBy(60 * DAY_MS);
  await wait(50);
  admin.endOutage(fleet.id);
  expect(keptFor(fleet.id)).toEqual(["settings"]);
});

test("a guild left while the bot was down is found, kept for thirty days, and then gone; others stay", async () => {
  const { admin, clock } = rehearsal.sandbox;
  await rehearsal.restart(() => admin.kickBot(armada.id));
  await until(armada.id, ["departure", "settings"]);
  clock.turnBy(31 * DAY_MS);
  await until(armada.id, []);
  expect(keptFor(fleet.id)).toEqual(["settings"]);
});
