import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { Discord } from "./discord.ts";
import { followClock, followLive } from "./live.ts";
import { PAGE_HEADERS, servePageFile } from "./page-files.ts";
import { peopleApi } from "./people/http.ts";
import { restApi } from "./rest/api.ts";
import { type Target, targetOf } from "./rest/target.ts";

/** The one port: REST under /api, the gateway, and what the page needs. Only this machine gets in. */
export function serveFront(
  server: Server,
  discord: Discord,
  options: { readonly rateLimits: boolean },
): { close(): void } {
  const api = restApi(discord, options);
  const people = peopleApi(discord);
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: 1_048_576 });

  let hosts: readonly string[] = [];
  server.on("listening", () => {
    hosts = ownNames(server);
  });

  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const url = request.url ?? "/";
    if (!isLocal(request, hosts)) refuse(response, 403);
    else if (url.startsWith("/api/")) void api(request, response);
    else if (url.startsWith("/sandbox/")) void people(request, response);
    else void serveFile(discord, request, response);
  });

  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    const follow = socketAt(discord, targetOf(request));
    if (!isLocal(request, hosts) || !follow) {
      socket.end(`HTTP/1.1 ${follow ? "403 Forbidden" : "404 Not Found"}\r\nConnection: close\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      opened.on("error", () => opened.terminate());
      follow(opened);
    });
  });

  return {
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

function socketAt(discord: Discord, { path, query }: Target): ((socket: WebSocket) => void) | undefined {
  switch (path) {
    case "/gateway":
    case "/gateway/":
      return discord.gateway.isDark ? undefined : (socket) => discord.gateway.accept(socket, query);
    case "/sandbox/live": {
      const userId = query.get("as") ?? "";
      return discord.world.people.has(userId) ? (socket) => followLive(discord, socket, userId) : undefined;
    }
    case "/sandbox/clock":
      return (socket) => followClock(discord, socket);
    default:
      return undefined;
  }
}

async function serveFile(
  discord: Discord,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { path } = targetOf(request);
  if (request.method !== "GET" && request.method !== "HEAD") refuse(response, 405);
  else if (path.startsWith("/attachments/")) serveAttachment(discord, path, response);
  else if (!(await servePageFile(decoded(path), request, response))) refuse(response, 404);
}

/** Only pictures are shown in the page; anything else that a bot uploads can only be saved. */
function serveAttachment(discord: Discord, path: string, response: ServerResponse): void {
  const file = discord.attachments.find(path.split("/")[3] ?? "");
  if (!file) {
    refuse(response, 404);
    return;
  }
  const isPicture = /^image\/(png|jpeg|gif|webp)$/.test(file.contentType);
  response.writeHead(200, {
    ...PAGE_HEADERS,
    "content-type": isPicture ? file.contentType : "application/octet-stream",
    ...(isPicture ? {} : { "content-disposition": "attachment" }),
  });
  response.end(file.bytes);
}

/** A page elsewhere can make a browser call 127.0.0.1; its host name or its origin gives it away. */
function isLocal({ headers }: IncomingMessage, hosts: readonly string[]): boolean {
  const { host, origin } = headers;
  return (
    hosts.includes(host ?? "") && (origin === undefined || hosts.some((one) => origin === `http://${one}`))
  );
}

function ownNames(server: Server): readonly string[] {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return "/..";
  }
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { "content-type": "text/plain", "x-content-type-options": "nosniff" });
  response.end();
}
