import { once } from "node:events";
import { WebSocket } from "ws";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";

interface Payload {
  readonly op: number;
  readonly t: string | null;
  readonly s: number | null;
  readonly d: Record<string, unknown>;
}

export interface RawConnection {
  readonly socket: WebSocket;
  readonly heard: readonly Payload[];
  /** The code that the gateway closes the connection with. */
  readonly closed: Promise<number>;
  say(op: number, d: unknown): void;
  /** Resolves with the first payload, past or to come, that matches. */
  hears(matches: (payload: Payload) => boolean): Promise<Payload>;
}

/** A gateway connection without a client library, to say what no library would. */
export async function connectRaw(sandbox: Sandbox, query = "v=10&encoding=json"): Promise<RawConnection> {
  const socket = new WebSocket(`${sandbox.gateway.url}?${query}`);
  const heard: Payload[] = [];
  const waiting = new Set<(payload: Payload) => void>();
  socket.on("message", (data) => {
    const payload = JSON.parse(String(data)) as Payload;
    heard.push(payload);
    for (const tell of waiting) tell(payload);
  });
  socket.on("error", () => {});
  const closed = new Promise<number>((resolve) => socket.on("close", resolve));
  await once(socket, "open");

  return {
    socket,
    heard,
    closed,
    say: (op, d) => socket.send(JSON.stringify({ op, d })),
    hears: (matches) =>
      new Promise((resolve) => {
        const known = heard.find(matches);
        if (known) resolve(known);
        else waiting.add((payload) => matches(payload) && resolve(payload));
      }),
  };
}

export const isEvent = (name: string) => (payload: Payload) => payload.t === name;
export const isOp = (op: number) => (payload: Payload) => payload.op === op;

export function identity(sandbox: Sandbox, fields: object = {}) {
  return {
    token: sandbox.token,
    intents: 1,
    properties: { os: "linux", browser: "x", device: "x" },
    ...fields,
  };
}

/** A raw connection that has said who it is and heard READY. */
export async function identified(sandbox: Sandbox, fields: object = {}): Promise<RawConnection> {
  const connection = await connectRaw(sandbox);
  connection.say(2, identity(sandbox, fields));
  await connection.hears(isEvent("READY"));
  return connection;
}

/** Lets the sandbox notice that a socket has closed. */
export function tick(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}

/** Registers `/about` everywhere. */
export async function registerAbout(sandbox: Sandbox): Promise<void> {
  await fetch(`${sandbox.apiUrl}/v10/applications/${CAST.application}/commands`, {
    method: "PUT",
    headers: { authorization: `Bot ${sandbox.token}`, "content-type": "application/json" },
    body: JSON.stringify([{ name: "about", description: "What this is." }]),
  });
}
