import type { IncomingMessage, ServerResponse } from "node:http";
import type { Discord } from "../discord.ts";
import { ApiError, methodNotAllowed, notFound, unreadableBody } from "../rest/errors.ts";
import { readBody } from "../rest/read-body.ts";
import { type Answer, router } from "../rest/router.ts";
import { targetOf } from "../rest/target.ts";
import { peopleRoutes } from "./routes.ts";
import { worldRoutes } from "./world-routes.ts";

const MAX_BODY_BYTES = 65_536;
/** The largest file that Discord takes from members, as base64, and what stands around it. */
const MAX_FILE_BYTES = 14_500_000;
const PREFIX = "/sandbox";

/** The page's own API. Its bodies are small, and JSON only: a form on a foreign page cannot send that. */
export function peopleApi(
  discord: Discord,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const find = router([...peopleRoutes(discord), ...worldRoutes(discord)]);

  return async (request, response) => {
    const { path, query } = targetOf(request);
    let answer: Answer;
    try {
      const bytes = await readBody(request, path === `${PREFIX}/attach` ? MAX_FILE_BYTES : MAX_BODY_BYTES);
      const match = find(request.method ?? "GET", path.slice(PREFIX.length));
      if (match === "no-such-path") throw notFound();
      if (match === "no-such-method") throw methodNotAllowed();
      const body = request.method === "POST" ? readJson(request, bytes) : undefined;
      answer = await match.route.answer(match.params as never, {
        query,
        body,
        files: [],
      });
    } catch (error) {
      answer =
        error instanceof ApiError
          ? { status: error.status, body: error.json() }
          : { status: 500, body: { message: String(error) } };
    }
    response.writeHead(answer.status, {
      "content-type": "application/json",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
    });
    response.end(answer.body === undefined ? "" : JSON.stringify(answer.body));
  };
}

function readJson(request: IncomingMessage, bytes: Buffer): unknown {
  if (!request.headers["content-type"]?.startsWith("application/json")) {
    throw new ApiError(415, 0, "Send application/json.");
  }
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    throw unreadableBody();
  }
}
