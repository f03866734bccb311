import type { Fault, Mishap, WaitingFault } from "./fault.ts";
import { tooMany } from "./rest/rate-limits.ts";
import type { Answer } from "./rest/router.ts";

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  readonly waiting: readonly WaitingFault[];
  /** The mishap that awaits this request, which is then used up. */
  take(method: string, path: string): Mishap | undefined;
}

export function faults(onChange: () => void = () => {}): Faults {
  let waiting: readonly WaitingFault[] = [];

  function wait(next: readonly WaitingFault[]): void {
    waiting = next;
    onChange();
  }

  return {
    add: (fault) => wait([...waiting, { fault, left: fault.times ?? 1 }]),
    clear: () => wait([]),
    get waiting() {
      return waiting;
    },
    take(method, path) {
      if (waiting.length === 0) return undefined;
      const next = waiting.find(
        ({ fault }) => (fault.method ?? method) === method && path.includes(fault.path ?? ""),
      );
      if (!next) return undefined;
      const { fault, left } = next;
      wait(waiting.flatMap((one) => (one !== next ? one : left > 1 ? { fault, left: left - 1 } : [])));
      return next.fault.mishap;
    },
  };
}

/** The answer of a mishap that has one. */
export function mishapAnswer(mishap: Mishap): Answer | undefined {
  switch (mishap.kind) {
    case "rate-limit":
      return tooMany(mishap.scope, mishap.retryAfterMs);
    case "status": {
      const { status, code = 0, message = `${status}: Server Error` } = mishap;
      return { status, body: { message, code } };
    }
    default:
      return undefined;
  }
}
