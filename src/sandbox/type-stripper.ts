import { Worker } from "node:worker_threads";

/** Node's own stripping is still marked as experimental. Who reads the terminal cannot do anything about that. */
const QUIETLY = ["--disable-warning=ExperimentalWarning"];

type Stripped =
  | { readonly id: number; readonly code: string }
  | { readonly id: number; readonly error: string };

let worker: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, { resolve(code: string): void; reject(error: Error): void }>();

/** TypeScript without its types, made beside the thread that answers the bot. */
export function stripTypes(source: string): Promise<string> {
  worker ??= startWorker();
  const id = ++lastId;
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  waiting.set(id, { resolve, reject });
  worker.postMessage({ id, source });
  return promise;
}

function startWorker(): Worker {
  const started = new Worker(new URL("./type-stripper.worker.ts", import.meta.url), { execArgv: QUIETLY });
  started.on("message", (answer: Stripped) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ("code" in answer) asked?.resolve(answer.code);
    else asked?.reject(new Error(answer.error));
  });
  started.on("error", (error: Error) => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  });
  // After the listeners, which would hold the process again.
  started.unref();
  return started;
}
