import type { TrafficEntry } from "../../traffic.ts";

/** One thing that went over the wire, as the inspector lists it. */
export interface Exchange {
  /** Who said it to whom. */
  readonly way: "to the bot" | "from the bot";
  readonly title: string;
  /** The status of the answer, for a request. */
  readonly status: number | undefined;
  readonly tookMs: number | undefined;
  /** What was said, and what was said back. */
  readonly bodies: readonly { readonly name: string; readonly text: string }[];
  /** The interaction and its answer are what most people look for. */
  readonly isMain: boolean;
}

export function exchangeOf(entry: TrafficEntry): Exchange {
  if (entry.kind === "gateway") {
    const { t } = JSON.parse(entry.payload) as { readonly t?: string | null };
    return {
      way: entry.direction === "out" ? "to the bot" : "from the bot",
      title: t ?? "Gateway",
      status: undefined,
      tookMs: undefined,
      bodies: [{ name: "Event", text: entry.payload }],
      isMain: t === "INTERACTION_CREATE",
    };
  }
  const { method, path, status, took, request, response } = entry;
  return {
    way: "from the bot",
    title: `${method} ${shortened(path)}`,
    status,
    tookMs: took,
    bodies: [
      { name: "Request", text: request },
      { name: "Answer", text: response },
    ].filter(({ text }) => text !== ""),
    isMain: /\/callback(\?|$)/.test(path),
  };
}

/** Tokens in an address are long and tell nobody anything. */
function shortened(path: string): string {
  return path
    .replace(/^\/api\/v\d+/, "")
    .split("/")
    .map((part) => part.replace(/^[\w-]{40,}/, "…"))
    .join("/");
}
