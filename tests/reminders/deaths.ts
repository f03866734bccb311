import { dutyKey, dutyOf } from "./duty.ts";
import type { Fate } from "./mortal.ts";
import { DAY, HOUR, occurrence, QUARTER_TO } from "./occurrences.ts";
import type { Postbox } from "./postbox.ts";
import { watchRoom } from "./watch-room.ts";

export interface Deaths {
  readonly lives: number;
  readonly owed: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
}

/** Lets process after process die where its fate says, and the next start after a while, until all is told. */
export async function dieAndRestart({
  fate,
  times,
  downMs,
  owed,
}: {
  readonly fate: (life: number) => Fate;
  /** So many die; the last one lives. */
  readonly times: number;
  readonly downMs: number;
  /** How many documents owe something. */
  readonly owed: number;
}): Promise<Deaths> {
  const room = watchRoom();
  const keeper = room.live();
  keeper.kill();
  const keys = Array.from({ length: owed }, (_, number) => `${number}`);
  for (const about of keys)
    await keeper.keep(
      dutyKey(Number(about) + 1),
      dutyOf(`deck-${about}`, occurrence({ about, at: QUARTER_TO, until: QUARTER_TO + 30 * DAY })),
    );

  room.turn(HOUR);
  for (let life = 0; life < times; life++) {
    const mayfly = room.live(fate(life));
    await mayfly.loop.load();
    await room.pass(3_000);
    mayfly.kill();
    await room.pass(downMs);
  }
  const last = room.live();
  await last.loop.load();
  await room.pass(10 * 60_000);
  return { lives: times + 1, owed, ...verdict(room.post, keys) };
}

function verdict(post: Postbox, keys: readonly string[]) {
  const told = (about: string) => post.posted.filter(({ channelId }) => channelId === `deck-${about}`).length;
  return {
    lost: keys.filter((about) => told(about) === 0),
    doubled: keys.filter((about) => told(about) > 1),
  };
}
