import type { IncomingMessage } from "node:http";

export interface Target {
  readonly path: string;
  readonly query: URLSearchParams;
}

/** What a request asks for. Never throws, whatever stands in the request line. */
export function targetOf({ url = "/" }: IncomingMessage): Target {
  const cut = url.indexOf("?");
  return cut === -1
    ? { path: url, query: new URLSearchParams() }
    : { path: url.slice(0, cut), query: new URLSearchParams(url.slice(cut + 1)) };
}
