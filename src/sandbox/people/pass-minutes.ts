import type { Discord } from "../discord.ts";

/** A bot that serves many spreads what is due for all of them at once over a few minutes. */
const STEPS = 7;
const STEP_MS = 30_000;
/** How long a bot is given to say what is due, before the next step. */
const LISTEN_MS = 600;

/** Lets a few minutes of the world pass until the bot says something; the answer calls it off. */
export function passMinutes({ world, clock, changes, time }: Discord): () => void {
  let left = STEPS;
  let cancel = time.after(LISTEN_MS, step);
  const stopListening = changes.listen((change) => {
    if (change.kind === "message-created" && change.message.json.author.id === world.bot.id) stop();
  });

  function step(): void {
    clock.turnBy(STEP_MS);
    left -= 1;
    if (left === 0) stop();
    else cancel = time.after(LISTEN_MS, step);
  }

  function stop(): void {
    cancel();
    stopListening();
  }

  return stop;
}
