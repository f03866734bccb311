import { afterAll, beforeAll, expect, test } from "vitest";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { type Rehearsal, rehearse } from "./rehearsal.ts";

/** How often the gateway drops. */
const DROPS = Number(process.env["DROPS"] ?? 10);
const MINUTE = 60_000;
const { missionBriefings, runs, lounge, officers } = CAST.fleet.channels;
/** A channel of its own for each, because Discord takes only a few messages at once in one. */
const CALLS = [
  ["second-wave", runs],
  ["home", lounge],
  ["facility-4028", officers],
  ["operation-gamma", missionBriefings],
] as const;
/** Fifty minutes, by less than the quarter of an hour that a reminder comes before the start. */
const STEPS = 10;
/** Cut without a word, closed with a code that may be resumed, or asked to come again. */
const WAYS = [undefined, 4_000, "reconnect"] as const;

let rehearsal: Rehearsal;

beforeAll(async () => {
  rehearsal = await rehearse({ rateLimits: false });
});
afterAll(() => rehearsal.stop());

test(
  "a gateway that drops again and again loses no reminder and doubles none",
  async () => {
    const { sandbox } = rehearsal;
    for (const [call, [mission, channelId]] of CALLS.entries())
      await sandbox
        .as(CAST.people.officer, { channelId })
        .run("lfg", { mission, when: `in ${20 + 10 * call} minutes` });

    for (let drop = 0; drop < DROPS; drop++) {
      const way = WAYS[drop % WAYS.length];
      if (way === "reconnect") sandbox.gateway.reconnect();
      else sandbox.gateway.drop(way);
      if (drop % Math.ceil(DROPS / STEPS) === 0) sandbox.clock.turnBy(5 * MINUTE);
      await settled();
    }

    const said = reminders();
    expect(said).toHaveLength(CALLS.length);
    expect(new Set(said).size).toBe(CALLS.length);
  },
  20_000 + DROPS * 1_000,
);

function reminders(): readonly string[] {
  const messages = CALLS.flatMap(([, id]) => [
    ...(rehearsal.sandbox.world.channels.get(id)?.messages.values() ?? []),
  ]);
  return messages.map(({ json }) => json.content).filter((content) => /^\*\*.+\*\* starts/.test(content));
}

/** Until what was due has arrived: the bot answers, and says nothing new for a moment. */
async function settled(): Promise<void> {
  const somebody = rehearsal.sandbox.as(CAST.people.juno, { channelId: lounge });
  await somebody.run("mission", { name: "home", private: true });
  for (let quiet = 0, before = rehearsal.sandbox.traffic.requests; quiet < 3; ) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    quiet = rehearsal.sandbox.traffic.requests === before ? quiet + 1 : 0;
    before = rehearsal.sandbox.traffic.requests;
  }
}
