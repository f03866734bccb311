/** Who typed or clicked, and where. */
export interface Asker {
  readonly userId: string;
  /** Missing in a direct message. */
  readonly guildId: string | undefined;
  readonly channelId: string | undefined;
}

interface Loose {
  readonly [key: string]: unknown;
}

export function isObject(value: unknown): value is Loose {
  return typeof value === "object" && value !== null;
}

/** Reads the person out of an interaction; `undefined` when there is none. */
export function askerOf(interaction: Loose): Asker | undefined {
  const member = interaction["member"];
  const user = isObject(member) ? member["user"] : interaction["user"];
  if (!isObject(user) || typeof user["id"] !== "string") return undefined;
  return {
    userId: user["id"],
    guildId: idOf(interaction["guild_id"]),
    channelId: idOf(interaction["channel_id"]),
  };
}

function idOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
