import { randomBytes } from "node:crypto";
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from "discord-api-types/v10";
import type { WebSocket } from "ws";
import type { ProtocolTime } from "../protocol-time.ts";
import type { Traffic } from "../traffic.ts";
import { guildCreateJson } from "../world/json.ts";
import { shardOf } from "../world/snowflakes.ts";
import type { World } from "../world/world.ts";
import { CLOSE_REASONS, endsSession } from "./close-codes.ts";
import { Connection, type Desk } from "./connection.ts";
import { readyJson } from "./ready.ts";
import { readIdentify, readResume, unspoken } from "./requests.ts";
import { Session, type Shard } from "./session.ts";
import type { StartLimit } from "./start-limit.ts";

/** A shard holds no more guilds than this. */
const GUILDS_PER_SHARD = 2500;
/** How long an abandoned session can still be resumed. */
const RESUMABLE_MS = 180_000;

export interface GatewayOptions {
  readonly world: World;
  readonly time: ProtocolTime;
  readonly traffic: Traffic;
  readonly startLimit: StartLimit;
  readonly heartbeatIntervalMs: number;
  /** Starts of one bot are this far apart, or the later one is sent away. */
  readonly identifyEveryMs: number;
  /** The privileged intents that are switched on for the application. */
  readonly privilegedIntents: number;
  readonly isToken: (token: string) => boolean;
  /** Called when the bot has used up its starts, which costs it its token. */
  readonly revokeToken: () => void;
  readonly onPresence: (change: "bot-came" | "bot-left") => void;
  readonly url: () => string;
}

/** Everything about talking with bots over sockets: who is connected, what they are told, what goes wrong. */
export class Gateway implements Desk {
  readonly #options: GatewayOptions;
  readonly #sessions = new Map<string, Session>();
  readonly #connections = new Set<Connection>();
  #lastIdentifyAt = Number.NEGATIVE_INFINITY;
  #refusal: number | undefined;
  #isDark = false;
  acksHeartbeats = true;
  /** Sessions started and resumed since the sandbox opened. */
  identifies = 0;
  resumes = 0;

  constructor(options: GatewayOptions) {
    this.#options = options;
  }

  get time(): ProtocolTime {
    return this.#options.time;
  }

  get heartbeatIntervalMs(): number {
    return this.#options.heartbeatIntervalMs;
  }

  /** Whether a bot that is connected has asked for what people write. */
  get readsContent(): boolean {
    return [...this.#sessions.values()].some(
      ({ intents }) => (intents & GatewayIntentBits.MessageContent) !== 0,
    );
  }

  /** Whether anybody who is connected asked for one of these intents. */
  isWanted(intents: number): boolean {
    for (const session of this.#sessions.values()) if ((session.intents & intents) !== 0) return true;
    return false;
  }

  get url(): string {
    return this.#options.url();
  }

  get isDark(): boolean {
    return this.#isDark;
  }

  get isConnected(): boolean {
    return [...this.#connections].some(({ session }) => session);
  }

  accept(socket: WebSocket, query: URLSearchParams): void {
    const closeCode = unspoken(query);
    if (closeCode !== undefined) {
      socket.close(closeCode, CLOSE_REASONS[closeCode]);
      return;
    }
    const connection = new Connection(socket, this);
    this.#connections.add(connection);
    socket.on("close", (code) => this.#leave(connection, code));
  }

  /** Tells every session that is concerned: the shard of that guild, with one of the needed intents. */
  dispatch(
    event: string,
    data: unknown,
    about: { readonly guildId?: string | undefined; readonly intents: number },
  ): void {
    let text: string | undefined;
    for (const session of this.#sessions.values()) {
      if (this.#isStale(session)) {
        this.#sessions.delete(session.id);
        continue;
      }
      if (about.intents !== 0 && (session.intents & about.intents) === 0) continue;
      if (about.guildId === undefined ? session.shard.id !== 0 : !holds(session.shard, about.guildId))
        continue;
      text ??= JSON.stringify(data);
      session.dispatch(event, text);
    }
  }

  /** Cuts every connection, or closes it with a code. */
  drop(code?: number): void {
    for (const connection of [...this.#connections]) {
      if (code === undefined) connection.cut();
      else connection.close(code);
    }
  }

  reconnect(): void {
    for (const connection of this.#connections) connection.say(GatewayOpcodes.Reconnect, null);
  }

  invalidate({ resumable }: { readonly resumable: boolean }): void {
    for (const connection of this.#connections) {
      if (!resumable) this.#end(connection);
      else if (connection.session) this.#detach(connection);
      connection.say(GatewayOpcodes.InvalidSession, resumable);
    }
  }

  requestHeartbeats(): void {
    for (const connection of this.#connections) connection.say(GatewayOpcodes.Heartbeat, null);
  }

  stopAcking(): void {
    this.acksHeartbeats = false;
  }

  /** Closes with a code that no bot comes back from, and answers every later IDENTIFY with it. */
  terminal(code: number): void {
    this.#refusal = code;
    this.drop(code);
  }

  /** Takes the gateway off the network: connections break and new ones are refused. */
  goDark(): void {
    this.#isDark = true;
    this.drop();
  }

  /** Ends `stopAcking`, `terminal` and `goDark`. */
  recover(): void {
    this.acksHeartbeats = true;
    this.#refusal = undefined;
    this.#isDark = false;
  }

  identify(data: unknown): Session | "later" | number {
    const { isToken, privilegedIntents, identifyEveryMs, startLimit, revokeToken } = this.#options;
    if (this.#refusal !== undefined) return this.#refusal;
    const asked = readIdentify(data, isToken, privilegedIntents);
    if (typeof asked === "number") return asked;
    if (this.#guildIds(asked.shard).length > GUILDS_PER_SHARD) return GatewayCloseCodes.ShardingRequired;

    const now = this.time.now();
    if (now - this.#lastIdentifyAt < identifyEveryMs) return "later";
    if (!startLimit.use()) {
      revokeToken();
      return GatewayCloseCodes.AuthenticationFailed;
    }
    this.#lastIdentifyAt = now;
    this.identifies += 1;
    const session = new Session(randomBytes(16).toString("hex"), asked.intents, asked.shard);
    this.#sessions.set(session.id, session);
    return session;
  }

  welcome(session: Session): void {
    this.#options.onPresence("bot-came");
    const { world, url } = this.#options;
    const guildIds = this.#guildIds(session.shard);
    session.dispatch("READY", JSON.stringify(readyJson(world, session, guildIds, url())));
    if ((session.intents & GatewayIntentBits.Guilds) === 0) return;
    for (const guild of guildIds.flatMap((id) => world.guilds.get(id) ?? [])) {
      if (world.outages.has(guild.id)) continue;
      session.dispatch("GUILD_CREATE", JSON.stringify(guildCreateJson(world, guild)));
    }
  }

  resume(data: unknown): { readonly session: Session; readonly sequence: number } | "gone" | number {
    if (this.#refusal !== undefined) return this.#refusal;
    const asked = readResume(data, this.#options.isToken);
    if (typeof asked === "number") return asked;
    const session = this.#sessions.get(asked.sessionId);
    if (!session || this.#isStale(session)) return "gone";
    if (asked.sequence > session.sequence) return GatewayCloseCodes.InvalidSeq;
    if (!session.remembers(asked.sequence)) return "gone";
    for (const old of this.#connections) if (old.session === session) this.#detach(old);
    this.resumes += 1;
    this.#options.onPresence("bot-came");
    return { session, sequence: asked.sequence };
  }

  note(direction: "in" | "out", payload: string, shard: number): void {
    this.#options.traffic.note({ kind: "gateway", at: this.time.now(), direction, shard, payload });
  }

  #leave(connection: Connection, code: number): void {
    this.#connections.delete(connection);
    if (!connection.session) return;
    this.#options.onPresence("bot-left");
    if (endsSession(code, { byClient: true })) this.#end(connection);
    else this.#detach(connection);
  }

  /** The session waits for its bot to come back. */
  #detach(connection: Connection): void {
    if (connection.session) {
      connection.session.send = undefined;
      connection.session.awaySince = this.time.now();
    }
    connection.session = undefined;
  }

  #end(connection: Connection): void {
    if (connection.session) this.#sessions.delete(connection.session.id);
    this.#detach(connection);
  }

  #isStale(session: Session): boolean {
    return session.awaySince !== undefined && this.time.now() - session.awaySince > RESUMABLE_MS;
  }

  #guildIds(shard: Shard): string[] {
    const { guilds, bot } = this.#options.world;
    return [...guilds.values()].flatMap(({ id, members }) =>
      members.has(bot.id) && holds(shard, id) ? id : [],
    );
  }
}

function holds(shard: Shard, guildId: string): boolean {
  return shard.count === 1 || shardOf(guildId, shard.count) === shard.id;
}
