import { GatewayCloseCodes, GatewayOpcodes } from "discord-api-types/v10";
import type { WebSocket } from "ws";
import type { ProtocolTime } from "../protocol-time.ts";
import { asObject } from "../rest/request.ts";
import { CLOSE_REASONS } from "./close-codes.ts";
import type { Session } from "./session.ts";

const MAX_PAYLOAD_BYTES = 4096;
const MAX_PAYLOADS = 120;
const PAYLOAD_WINDOW_MS = 60_000;

/** What a connection asks of the gateway behind it. */
export interface Desk {
  readonly time: ProtocolTime;
  readonly heartbeatIntervalMs: number;
  readonly acksHeartbeats: boolean;
  /** Answers an IDENTIFY with a close code, with "later" when starts come too fast, or with a session. */
  identify(data: unknown): Session | "later" | number;
  /** Answers a RESUME with a close code, with "gone" when there is nothing to resume, or with the session. */
  resume(data: unknown): { readonly session: Session; readonly sequence: number } | "gone" | number;
  welcome(session: Session): void;
  note(direction: "in" | "out", payload: string, shard: number): void;
}

/** One socket's side of the conversation, from HELLO to the close. */
export class Connection {
  readonly #socket: WebSocket;
  readonly #desk: Desk;
  readonly #payloadTimes: number[] = [];
  #cancelTimeout: () => void = () => {};
  session: Session | undefined;

  constructor(socket: WebSocket, desk: Desk) {
    this.#socket = socket;
    this.#desk = desk;
    socket.on("message", (data: Buffer) => this.#hear(data));
    socket.on("close", () => this.#cancelTimeout());
    this.#expectHeartbeat();
    this.say(GatewayOpcodes.Hello, { heartbeat_interval: desk.heartbeatIntervalMs, _trace: ["sandbox"] });
  }

  say(op: GatewayOpcodes, d: unknown): void {
    this.#write(JSON.stringify({ t: null, s: null, op, d }));
  }

  close(code: number): void {
    this.#socket.close(code, CLOSE_REASONS[code] ?? "");
  }

  cut(): void {
    this.#socket.terminate();
  }

  #write(payload: string): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#desk.note("out", payload, this.session?.shard.id ?? 0);
    this.#socket.send(payload);
  }

  #hear(data: Buffer): void {
    const closeCode = this.#offence(data);
    if (closeCode !== undefined) this.close(closeCode);
  }

  /** Does what a payload asks for, or answers with the code that the connection is closed with. */
  #offence(data: Buffer): number | undefined {
    if (this.#talksTooMuch()) return GatewayCloseCodes.RateLimited;
    if (data.length > MAX_PAYLOAD_BYTES) return GatewayCloseCodes.DecodeError;
    const text = data.toString("utf8");
    this.#desk.note("in", text, this.session?.shard.id ?? 0);
    const payload = asObject<"op" | "d">(parsed(text));
    if (typeof payload?.op !== "number") return GatewayCloseCodes.DecodeError;

    switch (payload.op) {
      case GatewayOpcodes.Heartbeat:
        this.#expectHeartbeat();
        if (this.#desk.acksHeartbeats) this.say(GatewayOpcodes.HeartbeatAck, undefined);
        return undefined;
      case GatewayOpcodes.Identify:
        return this.session ? GatewayCloseCodes.AlreadyAuthenticated : this.#identify(payload.d);
      case GatewayOpcodes.Resume:
        return this.session ? GatewayCloseCodes.AlreadyAuthenticated : this.#resume(payload.d);
      case GatewayOpcodes.PresenceUpdate:
      case GatewayOpcodes.VoiceStateUpdate:
      case GatewayOpcodes.RequestGuildMembers:
      case GatewayOpcodes.RequestSoundboardSounds:
        return this.session ? undefined : GatewayCloseCodes.NotAuthenticated;
      default:
        return GatewayCloseCodes.UnknownOpcode;
    }
  }

  #identify(data: unknown): number | undefined {
    const answer = this.#desk.identify(data);
    if (typeof answer === "number") return answer;
    if (answer === "later") {
      this.say(GatewayOpcodes.InvalidSession, false);
      return undefined;
    }
    this.#adopt(answer);
    this.#desk.welcome(answer);
    return undefined;
  }

  #resume(data: unknown): number | undefined {
    const answer = this.#desk.resume(data);
    if (typeof answer === "number") return answer;
    if (answer === "gone") {
      this.say(GatewayOpcodes.InvalidSession, false);
      return undefined;
    }
    this.#adopt(answer.session);
    answer.session.replay(answer.sequence);
    answer.session.dispatch("RESUMED", '{"_trace":["sandbox"]}');
    return undefined;
  }

  #adopt(session: Session): void {
    this.session = session;
    session.awaySince = undefined;
    session.send = (payload) => this.#write(payload);
  }

  #expectHeartbeat(): void {
    this.#cancelTimeout();
    this.#cancelTimeout = this.#desk.time.after(this.#desk.heartbeatIntervalMs * 1.5, () =>
      this.close(GatewayCloseCodes.SessionTimedOut),
    );
  }

  #talksTooMuch(): boolean {
    const now = this.#desk.time.now();
    this.#payloadTimes.push(now);
    while ((this.#payloadTimes[0] ?? now) <= now - PAYLOAD_WINDOW_MS) this.#payloadTimes.shift();
    return this.#payloadTimes.length > MAX_PAYLOADS;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
