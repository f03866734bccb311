import { GatewayCloseCodes } from "discord-api-types/v10";

export const CLOSE_REASONS: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.UnknownError]: "Unknown error.",
  [GatewayCloseCodes.UnknownOpcode]: "Unknown opcode.",
  [GatewayCloseCodes.DecodeError]: "Error while decoding payload.",
  [GatewayCloseCodes.NotAuthenticated]: "Not authenticated.",
  [GatewayCloseCodes.AuthenticationFailed]: "Authentication failed.",
  [GatewayCloseCodes.AlreadyAuthenticated]: "Already authenticated.",
  [GatewayCloseCodes.InvalidSeq]: "Invalid seq.",
  [GatewayCloseCodes.RateLimited]: "Rate limited.",
  [GatewayCloseCodes.SessionTimedOut]: "Session timed out.",
  [GatewayCloseCodes.InvalidShard]: "Invalid shard.",
  [GatewayCloseCodes.ShardingRequired]: "Sharding required.",
  [GatewayCloseCodes.InvalidAPIVersion]: "Invalid API version.",
  [GatewayCloseCodes.InvalidIntents]: "Invalid intent(s).",
  [GatewayCloseCodes.DisallowedIntents]: "Disallowed intent(s).",
};

/** After these the session is gone, whoever said them. */
const FINAL: ReadonlySet<number> = new Set([
  GatewayCloseCodes.AuthenticationFailed,
  GatewayCloseCodes.InvalidSeq,
  GatewayCloseCodes.SessionTimedOut,
  GatewayCloseCodes.InvalidShard,
  GatewayCloseCodes.ShardingRequired,
  GatewayCloseCodes.InvalidAPIVersion,
  GatewayCloseCodes.InvalidIntents,
  GatewayCloseCodes.DisallowedIntents,
]);

export function endsSession(closeCode: number, { byClient }: { readonly byClient: boolean }): boolean {
  return FINAL.has(closeCode) || (byClient && (closeCode === 1000 || closeCode === 1001));
}
