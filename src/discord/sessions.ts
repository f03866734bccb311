import type { SessionInfo } from "@discordjs/ws";

/** What each shard needs to go on where it stopped, for as long as trying that makes sense. */
export interface Sessions {
  of(shardId: number): SessionInfo | null;
  keep(shardId: number, session: SessionInfo | null): void;
  /** The gateway said hello. */
  greeted(shardId: number): void;
  /** A connection ended, or never came about. */
  ended(shardId: number): void;
  /** How many connections in a row have ended since the last hello. */
  failures(shardId: number): number;
}

/** Connections are half a second apart, so a session whose own address is dead is given up after about five seconds. */
const TRIES_AT_A_SESSION = 10;

export function createSessions(): Sessions {
  const sessions = new Map<number, SessionInfo>();
  const inARow = new Map<number, number>();
  const failures = (shardId: number) => inARow.get(shardId) ?? 0;

  return {
    of: (shardId) => sessions.get(shardId) ?? null,
    keep: (shardId, session) => {
      const known = sessions.get(shardId);
      if (session !== null && (isLater(session, known) || isWhole(session))) sessions.set(shardId, session);
      else sessions.delete(shardId);
    },
    greeted: (shardId) => void inARow.delete(shardId),
    ended: (shardId) => {
      inARow.set(shardId, failures(shardId) + 1);
      if (failures(shardId) >= TRIES_AT_A_SESSION) sessions.delete(shardId);
    },
    failures,
  };
}

/** A session that came broken cannot be resumed, and its address could not even be tried. */
function isWhole({ sessionId, sequence, resumeURL }: SessionInfo): boolean {
  return typeof sessionId === "string" && Number.isInteger(sequence) && isSocketAddress(resumeURL);
}

/** The same session, as each packet of it brings it. */
function isLater({ sessionId, sequence, resumeURL }: SessionInfo, known: SessionInfo | undefined): boolean {
  return known?.sessionId === sessionId && known.resumeURL === resumeURL && Number.isInteger(sequence);
}

export function isSocketAddress(address: unknown): boolean {
  const url = typeof address === "string" ? URL.parse(address) : null;
  return url?.protocol === "ws:" || url?.protocol === "wss:";
}
