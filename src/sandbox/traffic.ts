export type TrafficEntry = {
  readonly at: number;
  readonly took?: number;
} & (
  | {
      readonly kind: "rest";
      readonly method: string;
      readonly path: string;
      /** The body as it came, and the answer as it went. */
      readonly request: string;
      readonly status: number;
      readonly response: string;
    }
  | {
      readonly kind: "gateway";
      readonly direction: "in" | "out";
      readonly shard: number;
      readonly payload: string;
    }
);

/** The last things said on the wire, word for word. */
export interface Traffic {
  note(entry: TrafficEntry): void;
  /** Oldest first; all of them, or those in which one of the ids occurs. */
  entries(...about: readonly string[]): readonly TrafficEntry[];
  /** How many requests were answered with 401, 403 or 429, which Discord bans an address for at 10,000 in 10 minutes. */
  readonly invalidRequests: number;
  readonly requests: number;
}

export function traffic(keep: number): Traffic {
  const ring: TrafficEntry[] = [];
  let next = 0;
  let invalidRequests = 0;
  let requests = 0;

  return {
    note(entry) {
      if (entry.kind === "rest") {
        requests++;
        if (entry.status === 401 || entry.status === 403 || entry.status === 429) invalidRequests++;
      }
      if (keep === 0) return;
      ring[next] = entry;
      next = (next + 1) % keep;
    },
    entries(...about) {
      const all = ring.length < keep ? ring : [...ring.slice(next), ...ring.slice(0, next)];
      return all.filter((entry) => about.length === 0 || about.some((id) => isAbout(entry, id)));
    },
    get invalidRequests() {
      return invalidRequests;
    },
    get requests() {
      return requests;
    },
  };
}

function isAbout(entry: TrafficEntry, id: string): boolean {
  const texts = entry.kind === "rest" ? [entry.path, entry.request, entry.response] : [entry.payload];
  return texts.some((text) => text.includes(id));
}
