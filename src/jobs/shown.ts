import { createHash } from "node:crypto";
import type { Landing } from "../reminders/carried-card.ts";
import type { Message } from "../reminders/mail.ts";

/**
 * What each message shows. Discord promises no order between two requests: what several wrote at once is known only
 * when all of them wrote the same.
 */
export interface Shown {
  is(messageId: string, message: Message): boolean;
  /** The message is known to show this. */
  remember(messageId: string, message: Message): void;
  forget(messageId: string): void;
  /** Something is about to be written. What is given back is told once what came of it. */
  write(messageId: string, message: Message): (landing: Landing) => void;
}

interface Burst {
  underWay: number;
  readonly landed: Set<string>;
}

const MESSAGES_KNOWN = 20_000;
const UNKNOWN = "";

export function shown(): Shown {
  const digests = new Map<string, string>();
  const bursts = new Map<string, Burst>();

  function keep(messageId: string, digest: string): void {
    digests.delete(messageId);
    digests.set(messageId, digest);
    const [oldest] = digests.size > MESSAGES_KNOWN ? digests.keys() : [];
    if (oldest !== undefined) digests.delete(oldest);
  }

  function settle(messageId: string, { landed }: Burst): void {
    bursts.delete(messageId);
    const [only] = landed;
    if (only === undefined) return;
    if (landed.size === 1 && only !== UNKNOWN) keep(messageId, only);
    else digests.delete(messageId);
  }

  return {
    is: (messageId, message) => !bursts.has(messageId) && digests.get(messageId) === digestOf(message),
    remember: (messageId, message) => keep(messageId, digestOf(message)),
    forget: (messageId) => void digests.delete(messageId),
    write: (messageId, message) => {
      const burst = bursts.get(messageId) ?? { underWay: 0, landed: new Set() };
      bursts.set(messageId, burst);
      burst.underWay += 1;
      return (landing) => {
        burst.underWay -= 1;
        if (landing !== "not-shown") burst.landed.add(landing === "shown" ? digestOf(message) : UNKNOWN);
        if (burst.underWay === 0) settle(messageId, burst);
      };
    },
  };
}

function digestOf(message: Message): string {
  return createHash("sha256").update(JSON.stringify(message)).digest("base64url").slice(0, 16);
}
