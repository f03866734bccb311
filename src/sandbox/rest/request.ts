import type { Upload } from "./multipart.ts";

/** A request as the routes see it: read, sized and parsed. */
export interface ApiRequest {
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly Upload[];
}

/** Any JSON object, before anything is known about it. */
export type Loose<Keys extends string> = { readonly [Key in Keys]?: unknown };

export function asObject<Keys extends string>(value: unknown): Loose<Keys> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Loose<Keys>)
    : undefined;
}
