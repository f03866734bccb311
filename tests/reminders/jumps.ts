import { dice } from "./dice.ts";
import { dutyKey, dutyOf } from "./duty.ts";
import { DAY, HOUR, occurrence, QUARTER_TO } from "./occurrences.ts";
import { watchRoom } from "./watch-room.ts";

const JUMPS = [HOUR, -HOUR, 3 * DAY, -3 * DAY] as const;
const OWED = 40;

/** Owes something every few hours for ten days, while the calendar jumps at random. The same for the same seed. */
export async function jumpAround(seed: number, jumps: number): Promise<{ lost: number; doubled: number }> {
  const room = watchRoom();
  const chance = dice(seed);
  const life = room.live();
  for (let one = 0; one < OWED; one++) {
    const at = QUARTER_TO + Math.floor(chance() * 10 * DAY);
    await life.keep(dutyKey(2, `d${one}`), dutyOf(`deck-${one}`, occurrence({ at, until: at + 400 * DAY })));
  }
  for (let jump = 0; jump < jumps; jump++) {
    const byMs = JUMPS[Math.floor(chance() * JUMPS.length)] ?? HOUR;
    if (chance() < 0.5) room.turn(byMs);
    else room.setMachine(byMs);
    await room.pass(Math.floor(chance() * 4 * HOUR));
  }
  room.turn(QUARTER_TO + 12 * DAY - room.clock.now());
  for (let second = 0; second < 60; second++) await room.pass(1_000);

  const channels = room.post.posted.map(({ channelId }) => channelId);
  const told = new Set(channels).size;
  return { lost: OWED - told, doubled: channels.length - told };
}
