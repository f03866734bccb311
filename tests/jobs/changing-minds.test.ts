import fc from "fast-check";
import { expect, test } from "vitest";
import type { Reminders } from "../../src/captains/store.ts";
import { joined, run, STARTS_AT } from "../runs/crew.ts";
import { runRoom } from "./run-room.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Who gives up direct messages after the channel's reminder has come is not called for once more. */
const CHANNELS_LEAD = 15;
/** `MINDS=1000` for the proof. */
const MINDS = Number(process.env["MINDS"] ?? 40);

type Deed =
  | { readonly do: "set"; readonly by: Reminders["by"]; readonly lead: number }
  | { readonly do: "wait"; readonly minutes: number }
  | { readonly do: "restart" }
  | { readonly do: "touch" };

const setting = fc.record({
  do: fc.constant("set" as const),
  by: fc.constantFrom("dm" as const, "channel" as const),
  lead: fc.integer({ min: 1, max: 150 }),
});
const waiting = fc.record({ do: fc.constant("wait" as const), minutes: fc.integer({ min: 0, max: 25 }) });
const minds = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: setting },
    { weight: 4, arbitrary: waiting },
    { weight: 1, arbitrary: fc.constant({ do: "restart" as const }) },
    { weight: 1, arbitrary: fc.constant({ do: "touch" as const }) },
  ),
  { minLength: 4, maxLength: 14 },
);

const patience = { timeout: 20_000 + MINDS * 200 };

test(
  "however often a member changes their mind, one direct message at most comes for a run, and they are told",
  patience,
  async () => {
    await fc.assert(
      fc.asyncProperty(minds, async (deeds) => {
        const room = runRoom({ starts: STARTS_AT - 2 * HOUR });
        await room.gather({ signups: joined(run(), "101").signups, leadMinutes: [CHANNELS_LEAD] });
        let isGivenUpLate = false;
        for (const deed of deeds) {
          await done(room, deed);
          const isChannelsOver = room.clock.now() >= STARTS_AT - CHANNELS_LEAD * MINUTE;
          isGivenUpLate ||= deed.do === "set" && deed.by === "channel" && isChannelsOver;
        }
        await room.pass(3 * HOUR);
        const direct = room.said().filter(({ channelId }) => channelId === "direct-101");
        const named = room.said().filter(({ message }) => message.allowed_mentions.users?.includes("101"));
        expect(direct.length).toBeLessThanOrEqual(1);
        if (!isGivenUpLate) expect(direct.length + named.length).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: MINDS },
    );
  },
);

async function done(room: ReturnType<typeof runRoom>, deed: Deed): Promise<void> {
  switch (deed.do) {
    case "set":
      return await room.knows("101", { reminders: { by: deed.by, leadMinutes: deed.lead } });
    case "wait":
      return await room.pass(deed.minutes * MINUTE + 100);
    case "restart":
      return await room.restart();
    case "touch":
      return await room.change((before) => ({ ...before, note: `${before.note ?? ""}.` }));
  }
}
