import { pace } from "../../src/discord/pace.ts";
import { most } from "../discord/most.ts";
import { dutyKey, dutyOf } from "./duty.ts";
import { DAY, HOUR, occurrence, QUARTER_TO } from "./occurrences.ts";
import { watchRoom } from "./watch-room.ts";

export interface Herd {
  readonly told: number;
  readonly doubled: number;
  readonly early: number;
  readonly lastAfterSeconds: number;
  readonly busiestSecond: number;
}

const NETWORK_MS = 120;

/** Very many guilds that are to be told something at one instant, over a network and with the budget of the real bot. */
export async function tellAtOnce(guilds: number): Promise<Herd> {
  const room = watchRoom();
  const turns = pace(room.timers);
  const startsAt = room.timers.now() + HOUR;
  const sentAt: number[] = [];
  const life = room.live({
    mail: (mail) => ({
      ...mail,
      send: async (...all) => {
        await turns.turn("background");
        sentAt.push(room.timers.now());
        await room.timers.pause(NETWORK_MS);
        return mail.send(...all);
      },
    }),
  });
  for (let guild = 1; guild <= guilds; guild++)
    await life.keep(
      dutyKey(guild),
      dutyOf(
        `deck-${guild}`,
        occurrence({ kind: "reset", about: "", at: QUARTER_TO, until: QUARTER_TO + DAY }),
      ),
    );
  await room.pass(HOUR + (guilds / 20) * 1_000 + 200_000);

  const channels = room.post.posted.map(({ channelId }) => channelId);
  return {
    told: new Set(channels).size,
    doubled: channels.length - new Set(channels).size,
    early: sentAt.filter((at) => at < startsAt).length,
    lastAfterSeconds: Math.ceil(((sentAt.at(-1) ?? 0) - startsAt) / 1_000),
    busiestSecond: most(sentAt),
  };
}
