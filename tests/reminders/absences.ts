import type { Occurrence } from "../../src/reminders/delivery.ts";
import { jitterMs } from "../../src/reminders/mark.ts";
import { dice } from "./dice.ts";
import { dutyKey, dutyOf, dutySource } from "./duty.ts";
import { DAY, HOUR, MINUTE, occurrence, QUARTER_TO } from "./occurrences.ts";
import { type Life, watchRoom } from "./watch-room.ts";

export interface Absence {
  readonly owed: number;
  readonly onTime: number;
  readonly late: number;
  readonly dropped: number;
  /** What was to be told and was not, more than once, or otherwise than by the rule; empty when all is well. */
  readonly wrong: readonly string[];
}

const DOCUMENTS = 30;
const RESETS = 4;
const LATE_MS = MINUTE;

/**
 * A bot that is not there for a while, stopped or frozen, with reminders that become due before, meanwhile and after.
 * What becomes of each is held against the rule in its own words: sent in its time, late as long as it helps, dropped
 * and counted after that; of resets that were missed the last.
 */
export async function absentFor(ms: number, seed: number, how: "down" | "frozen"): Promise<Absence> {
  const room = watchRoom();
  const chance = dice(seed);
  const goesAt = QUARTER_TO + DAY;
  const backAt = goesAt + ms;
  const first = room.live();
  const owed = new Map<string, readonly Occurrence[]>();
  for (let one = 0; one < DOCUMENTS; one++) {
    const somewhen = () =>
      Math.round((goesAt - HOUR + chance() * (ms + 2 * HOUR)) / MINUTE) * MINUTE + MINUTE / 2;
    const calls = [0, 1].map((about) => {
      const at = somewhen();
      return occurrence({ about: `${about}`, at, until: at + (about === 0 ? 15 * MINUTE : 2 * HOUR) });
    });
    const firstReset = somewhen();
    const resets = Array.from({ length: RESETS }, (_, week) =>
      occurrence({ kind: "reset", about: "", at: firstReset + week * 7 * DAY, until: firstReset + 60 * DAY }),
    );
    owed.set(`deck-${one}`, [...calls, ...resets]);
    await first.keep(dutyKey(one + 1), dutyOf(`deck-${one}`, ...calls, ...resets));
  }

  await room.pass(goesAt - room.clock.now());
  let last: Life = first;
  if (how === "frozen") room.freeze(ms);
  else {
    first.kill();
    room.freeze(ms);
    last = room.live();
    await last.loop.load();
  }
  /** All that the bot does as soon as it is back, before any more time passes. */
  for (let turn = 0; turn < 80; turn++) await room.pass(0);
  for (let day = 0; day < 30; day++) await room.pass(DAY);

  const wrong: string[] = [];
  const tally = { owed: 0, onTime: 0, late: 0, dropped: 0 };
  const expected = [...owed].flatMap(([channelId, all], guild) => {
    const dues = all.map((one) => ({
      one,
      dueAt: one.at + jitterMs(`${guild + 1}`, dutySource.spreadMs(one.kind)),
    }));
    return dues.map((due) => ({ channelId, one: due.one, fate: fateOf(due, dues, goesAt, backAt) }));
  });
  for (const { channelId, one, fate } of expected) {
    tally.owed += 1;
    tally[fate] += 1;
    const name = `${one.kind} ${one.about}`;
    const same = expected.filter(
      (other) => other.channelId === channelId && `${other.one.kind} ${other.one.about}` === name,
    );
    const wanted = same.filter((other) => other.fate === fate).length;
    const text = fate === "late" ? `${name} (late)` : name;
    const told = room.post.posted.filter((post) => post.channelId === channelId && post.text === text).length;
    if (fate !== "dropped" && told !== wanted)
      wrong.push(`${channelId}: “${text}” was told ${told} times, not ${wanted}`);
  }
  const sent = tally.onTime + tally.late;
  if (room.post.posted.length !== sent) wrong.push(`${room.post.posted.length} messages, not ${sent}`);
  const expired = first.counts.expired + (last === first ? 0 : last.counts.expired);
  if (expired !== tally.dropped) wrong.push(`${expired} counted as dropped, not ${tally.dropped}`);
  return { ...tally, wrong };
}

interface Due {
  readonly one: Occurrence;
  readonly dueAt: number;
}

function fateOf(
  due: Due,
  all: readonly Due[],
  goesAt: number,
  backAt: number,
): "onTime" | "late" | "dropped" {
  if (due.dueAt <= goesAt || due.dueAt >= backAt) return "onTime";
  const missed = all.filter(({ one, dueAt }) => one.kind === due.one.kind && dueAt <= backAt);
  const isOvertaken = due.one.kind === "reset" && missed.some(({ one }) => one.at > due.one.at);
  if (due.one.until <= backAt || isOvertaken) return "dropped";
  return backAt - due.dueAt > LATE_MS ? "late" : "onTime";
}
