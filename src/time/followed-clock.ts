import { systemClock, type TurnedClock } from "./clock.ts";

/** A clock that somebody else turns. */
export interface FollowedClock extends TurnedClock {
  close(): void;
}

/**
 * Domain time that follows a socket: each message `{"offsetMs":n}` says how far it stands from the machine's clock.
 * Until the first one, and while the socket is away, the last known offset holds.
 */
export function followClock(url: string): FollowedClock {
  const listeners = new Set<() => void>();
  let offsetMs = 0;
  let isClosed = false;
  let socket = listen();

  function listen(): WebSocket {
    const opened = new WebSocket(url);
    opened.addEventListener("message", ({ data }) => {
      offsetMs = offsetIn(data) ?? offsetMs;
      for (const tell of listeners) tell();
    });
    opened.addEventListener("close", () => {
      if (!isClosed) setTimeout(reopen, REOPEN_MS).unref();
    });
    return opened;
  }

  function reopen(): void {
    if (!isClosed) socket = listen();
  }

  return {
    now: () => systemClock.now() + offsetMs,
    onTurn: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      isClosed = true;
      socket.close();
    },
  };
}

const REOPEN_MS = 500;

function offsetIn(data: unknown): number | undefined {
  try {
    const { offsetMs } = JSON.parse(String(data)) as { readonly offsetMs?: unknown };
    return typeof offsetMs === "number" && Number.isFinite(offsetMs) ? offsetMs : undefined;
  } catch {
    return undefined;
  }
}
