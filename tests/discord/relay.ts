import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";

/** Stands between a bot and the sandbox, and does to what passes what no Discord should. */
export interface Relay {
  readonly apiUrl: string;
  /** How many gateway connections came in. */
  readonly connections: number;
  /** Says something to the bot that the sandbox never said. */
  say(raw: string | Buffer): void;
  /** Changes each packet on its way to the bot. */
  change(packet: (text: string) => string): void;
  /** From here on nothing passes in either direction, and no connection closes. */
  goSilent(): void;
  /** Every socket breaks, and new ones pass again. */
  restore(): void;
  /** Answers the next requests for a socket with this status. */
  refuse(status: number, times: number): void;
}

const relays = new Set<() => void>();
afterAll(() => {
  for (const close of relays) close();
});

export async function relayTo(sandbox: Sandbox): Promise<Relay> {
  const sandboxSocket = `${sandbox.url.replace("http", "ws")}/gateway`;
  const server = createServer((request, response) => {
    forward(request, response).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const ownSocket = `ws://127.0.0.1:${port}/gateway`;

  const sockets = new WebSocketServer({ noServer: true });
  const pairs = new Set<{ readonly bot: WebSocket; readonly far: WebSocket }>();
  let change = (text: string) => text;
  let isSilent = false;
  let refusals = { status: 503, left: 0 };
  let connections = 0;

  async function forward(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { authorization = "", "content-type": type = "application/json" } = request.headers;
    const answer = await fetch(`${sandbox.url}${request.url}`, {
      method: request.method ?? "GET",
      headers: { authorization, "content-type": type },
      ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
    });
    const body = (await answer.text()).replaceAll(sandboxSocket, ownSocket);
    response.writeHead(answer.status, { "content-type": "application/json" }).end(body || undefined);
  }

  server.on("upgrade", (request, socket, head) => {
    if (refusals.left > 0) {
      refusals.left -= 1;
      socket.end(`HTTP/1.1 ${refusals.status} Refused\r\nConnection: close\r\n\r\n`);
      return;
    }
    connections += 1;
    const query = new URL(request.url ?? "/", "http://relay").search;
    sockets.handleUpgrade(request, socket, head, (bot) => {
      const far = new WebSocket(`${sandboxSocket}${query}`);
      const pair = { bot, far };
      pairs.add(pair);
      far.on("message", (data: Buffer) => {
        if (!isSilent) bot.send(change(data.toString("utf8").replaceAll(sandboxSocket, ownSocket)));
      });
      bot.on("message", (data: Buffer) => {
        if (!isSilent && far.readyState === WebSocket.OPEN) far.send(data.toString("utf8"));
      });
      far.on("close", (code) => !isSilent && (code === 1006 ? bot.terminate() : bot.close(code)));
      bot.on("close", (code) => {
        pairs.delete(pair);
        if (isSilent || code === 1005 || code === 1006) far.terminate();
        else far.close(code);
      });
      far.on("error", () => bot.terminate());
      bot.on("error", () => far.terminate());
    });
  });

  relays.add(() => {
    for (const socket of sockets.clients) socket.terminate();
    server.closeAllConnections();
    server.close();
  });
  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    get connections() {
      return connections;
    },
    say: (raw) => {
      for (const { bot } of pairs) bot.send(raw, { binary: typeof raw !== "string" });
    },
    change: (packet) => {
      change = packet;
    },
    goSilent: () => {
      isSilent = true;
      /** Not even the closing handshake is answered. */
      for (const { bot } of pairs) bot.pause();
    },
    restore: () => {
      isSilent = false;
      for (const { bot, far } of pairs) {
        bot.terminate();
        far.terminate();
      }
    },
    refuse: (status, times) => {
      refusals = { status, left: times };
    },
  };
}
