import { resolve } from "node:path";
import { StoreError } from "./store-error.ts";

/** What an operator says about it: `STORE_URL` and `DATA_DIR`. */
export interface Place {
  readonly storeUrl: string | undefined;
  readonly dataDir: string;
}

export type StorePlace =
  | { readonly database: "sqlite"; readonly file: string }
  | { readonly database: "postgres"; readonly url: string };

/** Where `STORE_URL` says that the documents are: a file in the data folder when it says nothing. */
export function storePlace({ storeUrl, dataDir }: Place): StorePlace {
  if (storeUrl === undefined || storeUrl === "")
    return { database: "sqlite", file: resolve(dataDir, "away-team.sqlite") };
  if (/^postgres(ql)?:\/\//.test(storeUrl) && URL.canParse(storeUrl))
    return { database: "postgres", url: storeUrl };
  const file = /^sqlite:\/\/(.+)$/.exec(storeUrl)?.[1];
  if (file !== undefined && file !== ":memory:") return { database: "sqlite", file: resolve(file) };
  throw new StoreError({
    reason: "misconfigured",
    origin: "STORE_URL",
    problem: `begins with "${storeUrl.slice(0, 12).replace(/\/\/.*/, "//")}".`,
    remedy: "Use sqlite://PATH or postgres://USER:PASSWORD@HOST/DATABASE.",
  });
}
