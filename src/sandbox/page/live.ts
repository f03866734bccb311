import type { LiveEvent } from "../people/protocol.ts";

const AGAIN_AFTER_MS = 1_000;

/** What is told while somebody follows: every event, and when the line is there first, lost, or there again. */
export interface LiveListener {
  /** What happened before was told to nobody. */
  onOpen(): void;
  onEvent(event: LiveEvent): void;
  onLost(): void;
  onBack(): void;
}

/** Follows what a person sees until the answer is called. A lost line is taken up again. */
export function followAs(userId: string, listener: LiveListener): () => void {
  let isOver = false;
  let wasLost = false;
  let socket: WebSocket | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function connect(): void {
    socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/sandbox/live?as=${userId}`);
    socket.addEventListener("open", () => {
      if (wasLost) listener.onBack();
      else listener.onOpen();
      wasLost = false;
    });
    socket.addEventListener("message", ({ data }) => {
      if (!isOver) listener.onEvent(JSON.parse(String(data)) as LiveEvent);
    });
    socket.addEventListener("close", () => {
      if (isOver) return;
      if (!wasLost) listener.onLost();
      wasLost = true;
      timer = setTimeout(connect, AGAIN_AFTER_MS);
    });
  }

  connect();
  return () => {
    isOver = true;
    clearTimeout(timer);
    socket?.close();
  };
}
