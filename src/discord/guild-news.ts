import { GatewayDispatchEvents, type GatewayReadyDispatchData } from "discord-api-types/v10";

const EVENTS = [GatewayDispatchEvents.GuildCreate, GatewayDispatchEvents.GuildDelete] as const;

export type GuildEvent = (typeof EVENTS)[number];

export function isGuildEvent(event: GatewayDispatchEvents): event is GuildEvent {
  return EVENTS.some((one) => one === event);
}

/** Guilds that the bot enters and leaves, as the gateway tells of them. */
export interface GuildNews {
  ready(ready: Pick<GatewayReadyDispatchData, "guilds">): void;
  hear(event: GuildEvent, data: unknown): void;
}

export interface GuildListener {
  onGuildEntered?(guildId: string): void;
  onGuildLeft?(guildId: string): void;
}

/**
 * After READY every guild of the session arrives once, which is no news. A guild that goes away with `unavailable` has
 * an outage: the bot is still in it.
 */
export function guildNews({ onGuildEntered, onGuildLeft }: GuildListener): GuildNews {
  const awaited = new Set<string>();
  return {
    ready: ({ guilds }) => {
      for (const { id } of guilds) awaited.add(id);
    },
    hear: (event, data) => {
      const { id, unavailable } = (data ?? {}) as { readonly id?: unknown; readonly unavailable?: unknown };
      if (typeof id !== "string" || !/^\d{1,20}$/.test(id)) return;
      if (event === GatewayDispatchEvents.GuildCreate && !awaited.delete(id)) onGuildEntered?.(id);
      if (event === GatewayDispatchEvents.GuildDelete && unavailable === true) awaited.add(id);
      if (event === GatewayDispatchEvents.GuildDelete && unavailable !== true) {
        awaited.delete(id);
        onGuildLeft?.(id);
      }
    },
  };
}
