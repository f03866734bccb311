import type { Trouble } from "../../src/reminders/mail.ts";
import { withDebts } from "../../src/runs/debts.ts";
import type { Run } from "../../src/runs/run.ts";
import { changeRun, runKey, runs } from "../../src/runs/store.ts";
import { run, STARTS_AT } from "../runs/crew.ts";
import { GUILD, room } from "./room.ts";

/** The runs of a guild with everything that happens to them without a click. */
export function runRoom({ starts = STARTS_AT - 48 * 3_600_000 } = {}) {
  const editing: { trouble: Trouble | undefined } = { trouble: undefined };
  const here = room({
    starts,
    draw: () => Promise.reject(new Error("Nobody draws here.")),
    troubleOf: () => editing.trouble,
  });
  const { clock, life, timers } = here;
  let clicks = 0;

  const key = (runId: string) => runKey(GUILD, runId);
  return {
    ...here,
    editing,
    get counts() {
      return life().counts;
    },
    turn: here.turnClock,
    restart: () => here.startAgain(),
    callRoll: (runId: string) => life().callRoll(GUILD, runId),
    /** Keeps a run as the command does, and asks for its card. */
    gather: async (changes: Partial<Run> = {}) => {
      const made = run({ leadMinutes: [1_440, 15], ...changes });
      const kept = withDebts(undefined, made, clock.now(), made.leaderId);
      await life().store.create(key(made.runId), runs, kept);
      const posting = life().cards.post(GUILD, kept);
      await timers.pass(10);
      return posting;
    },
    change: async (rule: (run: Run) => Run, by = "100") => {
      const deed = { userId: by, interactionId: `${++clicks}`, now: clock.now() };
      await changeRun(life().store, GUILD, "r1", deed, (before) => ({ run: rule(before), said: undefined }));
      await timers.pass(10);
    },
    /** A press on the card: what it brings to everybody, if it does. */
    press: async (rule: (run: Run) => Run, by: string, { messageId = "1", isHeard = true } = {}) => {
      const deed = { userId: by, interactionId: `${++clicks}`, now: clock.now() };
      await changeRun(life().store, GUILD, "r1", deed, (before) => ({ run: rule(before), said: undefined }));
      const carried = await life().cards.carry(GUILD, "r1", messageId);
      if (isHeard) carried?.landed("shown");
      await timers.pass(10);
      return carried && JSON.stringify(carried.message.components);
    },
    read: (runId = "r1") => life().store.read(key(runId), runs),
  };
}
