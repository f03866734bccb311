/** What a delivery goes through: known to be due, claimed, sent, settled. */
export const steps = ["plan", "claim", "send", "settle"] as const;
export type StepName = (typeof steps)[number];

/**
 * At which call a process dies, counted from 1 over everything it asks for, and whether what it asked for is done; or
 * after which step, counted from 1 over those of its name.
 */
export interface Fate {
  readonly diesAt?: number;
  readonly isDone?: boolean;
  readonly diesAfter?: { readonly step: StepName; readonly nth: number };
}

/** A process that may end at any await: then nothing that it asked for ever answers, and it asks for nothing more. */
export function mortal({ diesAt = Number.POSITIVE_INFINITY, isDone = false, diesAfter }: Fate) {
  let calls = 0;
  let taken = 0;
  let isAlive = true;
  const never = new Promise<never>(() => undefined);

  function takes(step: StepName | undefined): void {
    if (step === undefined || step !== diesAfter?.step) return;
    taken += 1;
    if (taken === diesAfter.nth) isAlive = false;
  }

  function bound(name: string, method: (...all: readonly unknown[]) => unknown) {
    return async (...all: readonly unknown[]) => {
      if (!isAlive) return never;
      calls += 1;
      const isLast = calls === diesAt;
      if (isLast) isAlive = false;
      if (isLast && !isDone) return never;
      const answer = await method(...all);
      takes(stepOf(name, answer));
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
          return isAsked && typeof member === "function" ? bound(String(name), member.bind(target)) : member;
        },
      }),
  };
}

function stepOf(call: string, answer: unknown): StepName | undefined {
  if (call === "read") return "plan";
  if (call === "send") return "send";
  if (call !== "update") return undefined;
  return JSON.stringify(answer).includes('"state":"claimed"') ? "claim" : "settle";
}
