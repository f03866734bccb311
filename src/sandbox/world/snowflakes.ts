const DISCORD_EPOCH = 1_420_070_400_000n;

export type NextId = () => string;

/**
 * Ids sort by age even when the clock behind them is turned back: they never go below the last one given. Those of two
 * workers, counted from 0 to 31, are never alike.
 */
export function snowflakes(now: () => number, worker = 0): NextId {
  let lastMs = 0;
  let counter = 0n;

  return () => {
    const ms = Math.floor(now());
    if (ms > lastMs) {
      lastMs = ms;
      counter = 0n;
    } else if (++counter > 0xfffn) {
      lastMs += 1;
      counter = 0n;
    }
    return (((BigInt(lastMs) - DISCORD_EPOCH) << 22n) | (BigInt(worker) << 17n) | counter).toString();
  };
}

export function isSnowflake(text: string): boolean {
  return /^\d{15,20}$/.test(text);
}

export function shardOf(guildId: string, shardCount: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(shardCount));
}
