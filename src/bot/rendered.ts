import type { APIInteractionResponse } from "discord-api-types/v10";
import { LRUCache } from "lru-cache";

/** Renders an answer the first time its key is asked for; afterwards gives the same frozen one. */
export type Rendered = (key: string, render: () => APIInteractionResponse) => APIInteractionResponse;

/**
 * Remembers the answers used most recently. A key has to name everything that the answer depends on, or members see a
 * stale card.
 */
export function rendered(most: number): Rendered {
  const answers = new LRUCache<string, APIInteractionResponse>({ max: most });
  return (key, render) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const fresh = Object.freeze(render());
    answers.set(key, fresh);
    return fresh;
  };
}
