import { randomUUID } from "node:crypto";
import type {
  ApplicationCommandOptionType,
  InteractionResponseType,
  InteractionType,
} from "discord-api-types/v10";
import type { Outcome } from "../people/protocol.ts";
import type { ProtocolTime } from "../protocol-time.ts";
import type { ComponentDraft } from "../world/draft.ts";
import type { NextId } from "../world/snowflakes.ts";
import type { Message } from "../world/world.ts";

export const ANSWER_WITHIN_MS = 3_000;
export const TOKEN_LASTS_MS = 900_000;
/** Old interactions are forgotten beyond this many, so that a load test does not fill the memory. */
const REMEMBERED = 5_000;

/** What somebody did, before it becomes an interaction. */
export interface Deed {
  readonly type: InteractionType;
  readonly userId: string;
  readonly channelId: string;
  readonly guildId: string | undefined;
  readonly commandName?: string;
  /** The kind of option whose text is completed. */
  readonly completes?: ApplicationCommandOptionType;
  /** The message that was clicked, or that a modal's command came from. */
  readonly source?: Message | undefined;
  /** The interaction that opened the modal which is submitted. */
  readonly openedBy?: Interaction;
}

export interface OpenedModal {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly ComponentDraft[];
}

export interface Interaction extends Deed {
  readonly id: string;
  readonly token: string;
  readonly openedAt: number;
  /** How the application answered, once it has. */
  answeredWith?: InteractionResponseType;
  /** What `@original` stands for. */
  original?: Message;
  /** A "thinking…" that waits to be filled in. */
  isThinking: boolean;
  modal?: OpenedModal;
  readonly followUps: Set<Message>;
  readonly outcome: Promise<Outcome>;
  settle(outcome: Outcome): void;
  /** Ends the three seconds in which an answer has to come. */
  stopWaiting(): void;
}

export interface Interactions {
  open(deed: Deed): Interaction;
  find(id: string): Interaction | undefined;
  byToken(token: string): Interaction | undefined;
  isTooLate(interaction: Interaction): boolean;
  isTokenSpent(interaction: Interaction): boolean;
  /** Ends the three seconds, or the fifteen minutes after an answer, at once. */
  expire(id: string): void;
}

export function interactions(
  nextId: NextId,
  time: ProtocolTime,
  silence: (interaction: Pick<Interaction, "type" | "id">) => Outcome,
): Interactions {
  const byId = new Map<string, Interaction>();
  const tokens = new Map<string, Interaction>();
  const expired = new Set<string>();

  function forgetOldest(): void {
    if (byId.size <= REMEMBERED) return;
    const [id, interaction] = byId.entries().next().value ?? [];
    if (id === undefined || !interaction) return;
    byId.delete(id);
    tokens.delete(interaction.token);
    expired.delete(id);
  }

  const age = (interaction: Interaction) => time.now() - interaction.openedAt;

  return {
    open(deed) {
      const id = nextId();
      const { promise, resolve } = Promise.withResolvers<Outcome>();
      const interaction: Interaction = {
        ...deed,
        id,
        token: tokenFor(id),
        openedAt: time.now(),
        isThinking: false,
        followUps: new Set(),
        outcome: promise,
        settle: resolve,
        stopWaiting: time.after(ANSWER_WITHIN_MS, () => resolve(silence({ type: deed.type, id }))),
      };
      byId.set(id, interaction);
      tokens.set(interaction.token, interaction);
      forgetOldest();
      return interaction;
    },
    find: (id) => byId.get(id),
    byToken: (token) => tokens.get(token),
    isTooLate: (interaction) => expired.has(interaction.id) || age(interaction) >= ANSWER_WITHIN_MS,
    isTokenSpent: (interaction) => expired.has(interaction.id) || age(interaction) >= TOKEN_LASTS_MS,
    expire(id) {
      const interaction = byId.get(id);
      if (!interaction) return;
      expired.add(id);
      interaction.stopWaiting();
      interaction.settle(silence(interaction));
    },
  };
}

function tokenFor(id: string): string {
  return Buffer.from(`interaction:${id}:${randomUUID()}`).toString("base64url");
}
