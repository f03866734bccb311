import {
  type IShardingStrategy,
  SimpleShardingStrategy,
  type WebSocketManager,
  type WebSocketShard,
  WebSocketShardEvents,
} from "@discordjs/ws";
import type { Log } from "../ops/log.ts";

/**
 * The library's own strategy, less two habits. It reports a first connection that failed as if the shard had given up,
 * while the shard goes on trying: whoever starts it again has two of it, and every interaction twice. And where it
 * trips over a packet or a heartbeat, nobody hears the rejection; here it is an error event, which ends a connection
 * that was not ready yet.
 */
export function steadyShards(log: Log): (manager: WebSocketManager) => IShardingStrategy {
  return (manager) => {
    const inner = new SimpleShardingStrategy(manager);
    const shards = () => [...(inner as unknown as Inside).shards.values()];

    return {
      spawn: async (shardIds) => {
        await inner.spawn(shardIds);
        shards().forEach(reportOwnFailures);
      },
      connect: async () => {
        await Promise.all(
          shards().map((shard) =>
            shard
              .connect()
              .catch((error: unknown) =>
                log.warn({ error, shardId: shard.id }, "the first connection failed; the shard tries again"),
              ),
          ),
        );
      },
      destroy: (options) => inner.destroy(options),
      send: (shardId, payload) => inner.send(shardId, payload),
      fetchStatus: () => inner.fetchStatus(),
    };
  };
}

/** What the pinned version of the library keeps private. */
interface Inside {
  readonly shards: ReadonlyMap<number, WebSocketShard>;
}

interface Working {
  onMessage(data: unknown, isBinary: boolean): Promise<void>;
  heartbeat(isRequested?: boolean): Promise<void>;
}

function reportOwnFailures(shard: WebSocketShard): void {
  const working = shard as unknown as Working;
  const hear = working.onMessage.bind(shard);
  const beat = working.heartbeat.bind(shard);
  const tell = (error: unknown) => {
    shard.emit(WebSocketShardEvents.Error, { error: asError(error) });
  };
  working.onMessage = (data, isBinary) => hear(data, isBinary).catch(tell);
  working.heartbeat = (isRequested) => beat(isRequested).catch(tell);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
