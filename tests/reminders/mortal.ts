/** At which call a process dies, counted from 1 over everything it asks for, and whether what it asked for is done. */
export interface Fate {
  readonly diesAt?: number;
  readonly isDone?: boolean;
}

/** A process that may end at any await: then nothing that it asked for ever answers, and it asks for nothing more. */
export function mortal({ diesAt = Number.POSITIVE_INFINITY, isDone = false }: Fate) {
  let calls = 0;
  let isAlive = true;
  const never = new Promise<never>(() => undefined);

  function bound(method: (...all: readonly unknown[]) => unknown) {
    return async (...all: readonly unknown[]) => {
      if (!isAlive) return never;
      calls += 1;
      const isLast = calls === diesAt;
      if (isLast) isAlive = false;
      if (isLast && !isDone) return never;
      const answer = await method(...all);
      return isAlive ? answer : never;
    };
  }

  return {
    isAlive: () => isAlive,
    kill: () => {
      isAlive = false;
    },
    /** Everything on it that answers with a promise. */
    binds: <T extends object>(port: T): T =>
      new Proxy(port, {
        get: (target, name) => {
          const member: unknown = Reflect.get(target, name);
          const isAsked = ["read", "update", "send", "find", "openDirect", "look"].includes(String(name));
          return isAsked && typeof member === "function" ? bound(member.bind(target)) : member;
        },
      }),
  };
}
