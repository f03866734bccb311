import { setImmediate as nextTurn } from "node:timers/promises";
import { type DocumentKey, everyGuild, guildIdIn, guildRange, type KeyRange } from "./document-key.ts";
import type { Driver } from "./driver.ts";
import { isOfAnotherKind, open } from "./envelope.ts";
import type { AnyKind } from "./errand.ts";
import type { Listing } from "./store.ts";
import { StoreError } from "./store-error.ts";

const KEYS_AT_ONCE = 500;
const DOCUMENTS_AT_ONCE = 50;

/** Walks over many documents page by page, and lets others have their turn between two pages. */
export async function listOf(
  driver: Driver,
  range: KeyRange,
  kind: AnyKind,
  report: (key: string, error: StoreError) => void,
): Promise<Listing<unknown>> {
  const documents: { key: DocumentKey; document: unknown }[] = [];
  const unreadable: DocumentKey[] = [];
  for await (const row of everyRow(driver, range)) {
    if (isOfAnotherKind(row.text, kind)) continue;
    const key = row.key as DocumentKey;
    try {
      documents.push({ key, document: open(key, row.text, kind).document });
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      report(key, error);
      unreadable.push(key);
    }
  }
  return { documents, unreadable };
}

export async function* everyRow(driver: Pick<Driver, "rows">, range: KeyRange) {
  const rows = pages(range, DOCUMENTS_AT_ONCE, driver.rows, ({ key }) => key);
  for await (const page of rows) yield* page;
}

export async function* everyKey(driver: Driver, range: KeyRange): AsyncGenerator<DocumentKey> {
  for await (const page of pages(range, KEYS_AT_ONCE, driver.keys, (key) => key))
    yield* page as readonly DocumentKey[];
}

export async function* everyGuildId(driver: Driver): AsyncGenerator<string> {
  let latest: string | undefined;
  for await (const page of pages(everyGuild, KEYS_AT_ONCE, driver.keys, endOfItsGuild))
    for (const guildId of page.map(guildIdIn)) {
      if (guildId === undefined || guildId === latest) continue;
      latest = guildId;
      yield guildId;
    }
}

/** A walk that goes on from there skips the rest of the guild. */
function endOfItsGuild(key: string): string {
  const guildId = guildIdIn(key);
  return guildId === undefined ? key : guildRange(guildId).below;
}

async function* pages<One>(
  range: KeyRange,
  atMost: number,
  page: (range: KeyRange, atMost: number) => Promise<readonly One[]>,
  goOnAfter: (last: One) => string,
): AsyncGenerator<readonly One[]> {
  for (let { after } = range; ; await nextTurn()) {
    const found = await page({ ...range, after }, atMost);
    yield found;
    const last = found.at(-1);
    if (last === undefined || found.length < atMost) return;
    after = goOnAfter(last);
  }
}
