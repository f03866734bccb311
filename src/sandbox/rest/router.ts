import type { ApiRequest } from "./request.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

type Params<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? { readonly [Key in Name]: string } & Params<Rest>
  : Path extends `${string}:${infer Name}`
    ? { readonly [Key in Name]: string }
    : unknown;

export interface Route {
  readonly method: Method;
  readonly path: string;
  /** Interaction callbacks and webhooks carry their token in the path and need no bot token. */
  readonly open: boolean;
  readonly names: readonly string[];
  readonly answer: (params: never, request: ApiRequest) => Answer | Promise<Answer>;
}

export function route<const Path extends string>(
  method: Method,
  path: Path,
  answer: (params: Params<Path>, request: ApiRequest) => Answer | Promise<Answer>,
  { open = false }: { readonly open?: boolean } = {},
): Route {
  const names = path
    .split("/")
    .filter((part) => part.startsWith(":"))
    .map((part) => part.slice(1));
  return { method, path, open, names, answer };
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: unknown): Answer => ({ status: 201, body });
export const noContent: Answer = { status: 204 };

export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

export type Router = (method: string, path: string) => Match | "no-such-path" | "no-such-method";

interface Step {
  readonly literal: Map<string, Step>;
  variable?: Step;
  readonly routes: Map<string, Route>;
}

/** A word in a path goes before a variable in its place, so `members/@me` is not somebody called @me. */
export function router(routes: readonly Route[]): Router {
  const start = step();
  for (const one of routes) plant(start, one);

  return (method, path) => {
    const values: string[] = [];
    const parts = path.split("/");
    const end = walk(start, path.includes("%") ? parts.map(decoded) : parts, 1, values);
    if (!end) return "no-such-path";
    const found = end.routes.get(method);
    if (!found) return "no-such-method";
    return {
      route: found,
      params: Object.fromEntries(found.names.map((name, at) => [name, values[at] ?? ""])),
    };
  };
}

function plant(start: Step, one: Route): void {
  let at = start;
  for (const part of one.path.split("/").slice(1)) {
    if (part.startsWith(":")) {
      at.variable ??= step();
      at = at.variable;
    } else {
      const next = at.literal.get(part) ?? step();
      at.literal.set(part, next);
      at = next;
    }
  }
  at.routes.set(one.method, one);
}

function walk(at: Step, parts: readonly string[], index: number, values: string[]): Step | undefined {
  const part = parts[index];
  if (part === undefined) return at.routes.size > 0 ? at : undefined;
  const word = at.literal.get(part);
  const byWord = word && walk(word, parts, index + 1, values);
  if (byWord) return byWord;
  if (!at.variable || part === "") return undefined;
  values.push(part);
  const byVariable = walk(at.variable, parts, index + 1, values);
  if (!byVariable) values.pop();
  return byVariable;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function step(): Step {
  return { literal: new Map(), routes: new Map() };
}
