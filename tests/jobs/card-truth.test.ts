import { expect, test } from "vitest";
import { createCardSync } from "../../src/jobs/card-sync.ts";
import { createLog } from "../../src/ops/log.ts";
import type { Message } from "../../src/reminders/mail.ts";
import { seeded } from "../mutations.ts";
import { handTimers } from "../reminders/hand-timers.ts";

const PLACE = { channelId: "runs", messageId: "1" };
const SEEDS = 90;
const STORMS = 8;
/** Few, so that a state comes back. */
const STATES = 3;
const MINUTE = 60_000;

test("whatever is lost, late or overtaken, the card shows the last state in the end", async () => {
  for (let seed = 0; seed < SEEDS; seed++) expect(await afterStorms(seed)).toEqual({ seed, isTrue: true });
});

/** Changes, presses and time in random order, on a Discord that takes writes when and as it likes. */
async function afterStorms(seed: number) {
  const chance = seeded(seed);
  const timers = handTimers();
  let isStormy = true;
  let wanted = 0;
  let message = "";
  const render = async (): Promise<Message> => ({ content: String(wanted), allowed_mentions: { parse: [] } });
  const underway = () => timers.pause(isStormy ? Math.floor(chance() * 3_000) : 10);

  const sync = createCardSync({
    timers,
    log: createLog("silent"),
    onLost: () => undefined,
    edit: async (_, { content = "" }) => {
      const luck = isStormy ? chance() : 1;
      if (luck < 0.3) return { outcome: "later", afterMs: Math.floor(chance() * 8_000) };
      await underway();
      if (luck < 0.4) return { outcome: "unreachable" };
      message = content;
      await underway();
      return { outcome: luck < 0.5 ? "unreachable" : "edited" };
    },
  });

  async function press(): Promise<void> {
    const carried = sync.isBehind(PLACE.messageId) ? await sync.carry(PLACE.messageId, render) : undefined;
    if (carried === undefined) return;
    const luck = chance();
    await underway();
    if (luck < 0.1) return carried.landed("not-shown");
    if (luck > 0.2) message = carried.message.content ?? "";
    await underway();
    if (luck < 0.9) carried.landed(luck < 0.3 ? "unknown" : "shown");
  }

  for (let storm = 0; storm < STORMS; storm++) {
    isStormy = true;
    for (let changes = 2 + Math.floor(chance() * 5); changes > 0; changes--) {
      wanted = Math.floor(chance() * STATES);
      sync.touch(PLACE, render);
      if (chance() < 0.8) void press();
      await timers.pass(Math.floor(chance() * 1_500));
    }
    await timers.pass(Math.floor(chance() * 4_000));
    isStormy = false;
    await timers.pass(20 * MINUTE);
    if (message !== String(wanted)) return { seed, isTrue: false };
  }
  return { seed, isTrue: true };
}
