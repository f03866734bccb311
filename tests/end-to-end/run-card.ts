import type { APIMessage } from "discord-api-types/v10";
import type { Actor } from "../../src/sandbox/people/actor.ts";
import type { Outcome, SeenMessage } from "../../src/sandbox/people/protocol.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { press } from "./press.ts";
import { hasButton, textOf } from "./seen.ts";
import { messageSeen } from "./watching.ts";

/** So soon a card says what was decided, on a machine that has other things to do. */
export const SOON = { timeout: 8_000, interval: 20 };

/** The run cards that somebody sees in the channel, the oldest first. */
export function cardsSeenBy(actor: Actor): readonly SeenMessage[] {
  return actor.messages().filter(({ message }) => hasButton(message, "Manage"));
}

/** The newest run card that somebody sees in the channel. */
export function cardSeenBy(actor: Actor): SeenMessage {
  const found = cardsSeenBy(actor).at(-1);
  if (found === undefined) throw new Error("No card stands here.");
  return found;
}

/** What the newest run card says. */
export function cardReadBy(actor: Actor): string {
  return textOf(cardSeenBy(actor).message);
}

/** Presses a button of the newest run card. */
export async function pressOnCard(actor: Actor, label: string): Promise<Outcome> {
  return await press(actor, cardSeenBy(actor).message, label);
}

const TITLES = { home: "Home", "second-wave": "Second Wave" } as const;

/** An officer gathers a run in the channel for runs, and Juno joins it. The card, as it was posted. */
export async function joinedRun(
  sandbox: Sandbox,
  mission: keyof typeof TITLES,
  when: string,
): Promise<APIMessage> {
  const { people, fleet } = CAST;
  const here = { channelId: fleet.channels.runs };
  await sandbox.as(people.officer, here).run("lfg", { mission, when });
  const title = `## ${TITLES[mission]}`;
  const card = await messageSeen(
    sandbox,
    (one) => textOf(one).includes(title) && textOf(one).includes("1 of"),
    here.channelId,
  );
  await press(sandbox.as(people.juno, here), card, "Join");
  await messageSeen(sandbox, (one) => one.id === card.id && textOf(one).includes("2 of"), here.channelId);
  return card;
}
