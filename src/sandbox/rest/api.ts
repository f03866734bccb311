import type { IncomingMessage, ServerResponse } from "node:http";
import type { Discord } from "../discord.ts";
import { mishapAnswer } from "../faults.ts";
import { MAX_FILE_BYTES } from "../world/attachments.ts";
import { ApiError, methodNotAllowed, notFound, tooLarge, unauthorized, unreadableBody } from "./errors.ts";
import { readForm, type Upload } from "./multipart.ts";
import { type RateLimits, rateLimits } from "./rate-limits.ts";
import { readBody } from "./read-body.ts";
import type { ApiRequest } from "./request.ts";
import { type Answer, type Match, type Router, router } from "./router.ts";
import { applicationRoutes } from "./routes/application.ts";
import { callbackRoutes } from "./routes/callback.ts";
import { channelRoutes } from "./routes/channels.ts";
import { commandRoutes } from "./routes/commands.ts";
import { guildRoutes } from "./routes/guilds.ts";
import { messageRoutes } from "./routes/messages.ts";
import { userRoutes } from "./routes/users.ts";
import { webhookRoutes } from "./routes/webhooks.ts";
import { type Target, targetOf } from "./target.ts";

const MAX_BODY_BYTES = 26_214_400;
const PREFIX = "/api/v10";
const NO_BYTES = Buffer.alloc(0);

/** Discord's REST API, version 10. */
export function restApi(
  discord: Discord,
  options: { readonly rateLimits: boolean },
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const limits = rateLimits(discord.time, { enforce: options.rateLimits });
  const find = router([
    ...applicationRoutes(discord),
    ...userRoutes(discord),
    ...commandRoutes(discord),
    ...callbackRoutes(discord),
    ...webhookRoutes(discord),
    ...channelRoutes(discord),
    ...messageRoutes(discord),
    ...guildRoutes(discord),
  ]);

  return async (request, response) => {
    const startedAt = discord.time.now();
    const target = targetOf(request);
    const { method = "GET", url = "/" } = request;
    const mishap = discord.faults.take(method, target.path);
    if (mishap?.kind === "cut") {
      request.socket.destroy();
      return;
    }
    if (mishap?.kind === "slow") await new Promise<void>((go) => discord.time.after(mishap.delayMs, go));

    const body = await readBody(request, MAX_BODY_BYTES).catch(toApiError);
    const answer =
      (mishap && mishapAnswer(mishap)) ??
      (body instanceof ApiError
        ? refusal(body)
        : await answerTo(discord, find, limits, { request, target, body }));
    const text = answer.body === undefined ? "" : JSON.stringify(answer.body);
    discord.traffic.note({
      kind: "rest",
      at: startedAt,
      took: discord.time.now() - startedAt,
      method,
      path: url,
      request: loggedBody(request, body instanceof ApiError ? NO_BYTES : body),
      status: answer.status,
      response: text,
    });
    if (mishap?.kind === "cut-after") {
      request.socket.destroy();
      return;
    }
    const type = text === "" ? {} : { "content-type": "application/json" };
    response.writeHead(answer.status, { ...answer.headers, ...type });
    response.end(text);
  };
}

interface Incoming {
  readonly request: IncomingMessage;
  readonly target: Target;
  readonly body: Buffer;
}

async function answerTo(
  discord: Discord,
  find: Router,
  limits: RateLimits,
  incoming: Incoming,
): Promise<Answer> {
  const { request, target, body } = incoming;
  let headers: Record<string, string> = {};
  try {
    const match = matched(find, request.method ?? "GET", target.path);
    authorize(discord, match, request);
    const counted = limits.count(match);
    headers = counted.headers;
    const answer =
      counted.refusal ??
      (await match.route.answer(match.params as never, readRequest(request, target, body)));
    return { ...answer, headers: { ...headers, ...answer.headers } };
  } catch (error) {
    return { ...refusal(error), headers };
  }
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

function readRequest(request: IncomingMessage, { query }: Target, body: Buffer): ApiRequest {
  const contentType = request.headers["content-type"] ?? "";
  if (contentType.startsWith("multipart/form-data")) {
    const form = readForm(contentType, body);
    if (!form) throw unreadableBody();
    if (form.files.some(({ bytes }) => bytes.length > MAX_FILE_BYTES)) throw tooLarge();
    return { query, body: parsed(form.payload ?? "{}"), files: form.files };
  }
  const files: readonly Upload[] = [];
  return { query, files, body: body.length === 0 ? undefined : parsed(body.toString("utf8")) };
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

function toApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : unreadableBody();
}

/** Of a body in parts, what stands beside the files. */
function loggedBody(request: IncomingMessage, body: Buffer): string {
  const text = body.toString("utf8");
  if (!request.headers["content-type"]?.startsWith("multipart/")) return text;
  return PAYLOAD.exec(text)?.[1] ?? "(multipart)";
}

const PAYLOAD = /name="payload_json"\r\n(?:[^\r\n]+\r\n)*\r\n([^\r\n]*)/;
