import type { IncomingMessage, ServerResponse } from "node:http";
import type { Discord } from "../discord.ts";
import { ApiError, methodNotAllowed, notFound, unauthorized, unreadableBody } from "./errors.ts";
import { readForm, type Upload } from "./multipart.ts";
import { readBody } from "./read-body.ts";
import type { ApiRequest } from "./request.ts";
import { type Answer, type Match, type Router, router } from "./router.ts";
import { applicationRoutes } from "./routes/application.ts";
import { callbackRoutes } from "./routes/callback.ts";
import { commandRoutes } from "./routes/commands.ts";
import { webhookRoutes } from "./routes/webhooks.ts";
import { targetOf } from "./target.ts";

const MAX_BODY_BYTES = 26_214_400;
const PREFIX = "/api/v10";

/** Discord's REST API, version 10. */
export function restApi(
  discord: Discord,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const find = router([
    ...applicationRoutes(discord),
    ...commandRoutes(discord),
    ...callbackRoutes(discord),
    ...webhookRoutes(discord),
  ]);

  return async (request, response) => {
    const startedAt = discord.time.now();
    const { path, query } = targetOf(request);
    let body: Buffer = Buffer.alloc(0);
    let answer: Answer;
    try {
      body = await readBody(request, MAX_BODY_BYTES);
      const match = matched(find, request.method ?? "GET", path);
      authorize(discord, match, request);
      answer = await match.route.answer(match.params as never, readRequest(request, query, body));
    } catch (error) {
      answer = refusal(error);
    }
    const text = answer.body === undefined ? "" : JSON.stringify(answer.body);
    response.writeHead(answer.status, text === "" ? {} : { "content-type": "application/json" });
    response.end(text);
    discord.traffic.note({
      kind: "rest",
      at: startedAt,
      took: discord.time.now() - startedAt,
      method: request.method ?? "GET",
      path: request.url ?? "/",
      request: request.headers["content-type"]?.startsWith("multipart/")
        ? "(multipart)"
        : body.toString("utf8"),
      status: answer.status,
      response: text,
    });
  };
}

function matched(find: Router, method: string, path: string): Match {
  if (!path.startsWith(PREFIX)) throw notFound();
  const found = find(method, path.slice(PREFIX.length));
  if (found === "no-such-path") throw notFound();
  if (found === "no-such-method") throw methodNotAllowed();
  return found;
}

function authorize(discord: Discord, { route }: Match, request: IncomingMessage): void {
  if (route.open) return;
  const [scheme, token] = (request.headers.authorization ?? "").split(" ");
  if (scheme !== "Bot" || token === undefined || !discord.isToken(token)) throw unauthorized();
}

function readRequest(request: IncomingMessage, query: URLSearchParams, body: Buffer): ApiRequest {
  const contentType = request.headers["content-type"] ?? "";
  const reason = request.headers["x-audit-log-reason"]?.toString();
  if (contentType.startsWith("multipart/form-data")) {
    const form = readForm(contentType, body);
    if (!form) throw unreadableBody();
    return { query, reason, body: parsed(form.payload ?? "{}"), files: form.files };
  }
  const files: readonly Upload[] = [];
  return { query, reason, files, body: body.length === 0 ? undefined : parsed(body.toString("utf8")) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadableBody();
  }
}

function refusal(error: unknown): Answer {
  if (error instanceof ApiError) return { status: error.status, body: error.json() };
  return { status: 500, body: { message: "500: Internal Server Error", code: 0, sandbox: String(error) } };
}
