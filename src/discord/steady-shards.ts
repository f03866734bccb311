import {
  type IShardingStrategy,
  SimpleShardingStrategy,
  type WebSocketManager,
  type WebSocketShard,
  WebSocketShardEvents,
} from "@discordjs/ws";
import { GatewayOpcodes } from "discord-api-types/v10";
import type { Log } from "../ops/log.ts";

/**
 * The library's own strategy, less three habits. It reports a first connection that failed as if the shard had given up,
 * while the shard goes on trying: whoever starts it again has two of it, and every interaction twice. And where it
 * trips over a packet or a heartbeat, nobody hears the rejection; here it is an error event, which ends a connection
 * that was not ready yet. And a hello that comes twice, or whose connection is being left, begins a beat that nothing
 * ends: it takes every later connection for a dead one as soon as it meets that one's own beat.
 */
export function steadyShards(log: Log): (manager: WebSocketManager) => IShardingStrategy {
  return (manager) => {
    const inner = new SimpleShardingStrategy(manager);
    const shards = () => [...(inner as unknown as Inside).shards.values()];

    return {
      spawn: async (shardIds) => {
        await inner.spawn(shardIds);
        shards().forEach(steady);
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
  readonly connection: { readonly readyState: number } | null;
  onMessage(data: unknown, isBinary: boolean): Promise<void>;
  heartbeat(isRequested?: boolean): Promise<void>;
}

function steady(shard: WebSocketShard): void {
  const working = shard as unknown as Working;
  const hear = working.onMessage.bind(shard);
  const greeted = new WeakSet<object>();
  const beat = working.heartbeat.bind(shard);
  const tell = (error: unknown) => {
    shard.emit(WebSocketShardEvents.Error, { error: asError(error) });
  };
  working.onMessage = async (data, isBinary) => {
    const { connection } = working;
    if (connection !== null && isHello(data)) {
      if (greeted.has(connection)) return;
      greeted.add(connection);
    }
    await hear(data, isBinary).catch(tell);
  };
  /** The library begins to beat once the first heartbeat is done: on a connection that is being left it never is. */
  working.heartbeat = async (isRequested) => {
    const { connection } = working;
    await beat(isRequested).catch(tell);
    if (connection?.readyState !== WebSocket.OPEN) await new Promise<never>(() => {});
  };
}

/** Most packets are longer than any hello, and are not read through for nothing. */
const LONGEST_HELLO = 1_024;

function isHello(data: unknown): boolean {
  if (typeof data !== "string" || data.length > LONGEST_HELLO || !data.includes('"op":10')) return false;
  try {
    return (JSON.parse(data) as { readonly op?: unknown } | null)?.op === GatewayOpcodes.Hello;
  } catch {
    return false;
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
