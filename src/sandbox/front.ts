import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { Discord } from "./discord.ts";
import { restApi } from "./rest/api.ts";

export interface Front {
  close(): void;
}

/** The one port: REST under /api, the gateway, and what the page needs. Only this machine gets in. */
export function serveFront(server: Server, discord: Discord): Front {
  const api = restApi(discord);
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });

  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const url = request.url ?? "/";
    if (!isLocal(request, server)) refuse(response, 403);
    else if (url.startsWith("/api/")) void api(request, response);
    else refuse(response, 404);
  });

  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    if (!isLocal(request, server) || discord.gateway.isDark) {
      socket.destroy();
      return;
    }
    sockets.handleUpgrade(request, socket, head, (ws) => {
      if (url.pathname === "/gateway" || url.pathname === "/gateway/")
        discord.gateway.accept(ws, url.searchParams);
      else ws.close(1008);
    });
  });

  return {
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

/** A page elsewhere can make a browser call 127.0.0.1; its name or its origin gives it away. */
function isLocal(request: IncomingMessage, server: Server): boolean {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
  const { host, origin } = request.headers;
  return (
    hosts.includes(host ?? "") && (origin === undefined || hosts.includes(origin.replace(/^http:\/\//, "")))
  );
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { "content-type": "text/plain" });
  response.end();
}
