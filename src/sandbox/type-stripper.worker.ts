import { stripTypeScriptTypes } from "node:module";
import { parentPort } from "node:worker_threads";

parentPort?.on("message", ({ id, source }: { readonly id: number; readonly source: string }) => {
  try {
    parentPort?.postMessage({ id, code: stripTypeScriptTypes(source) });
  } catch (error) {
    parentPort?.postMessage({ id, error: String(error) });
  }
});
