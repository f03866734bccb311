import { GatewayIntentBits } from "discord-api-types/v10";

const KNOWN = Object.values(GatewayIntentBits).reduce<number>(
  (all, bit) => (typeof bit === "number" ? all | bit : all),
  0,
);

export const PRIVILEGED =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;

export function areIntents(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && (value & ~KNOWN) === 0;
}
