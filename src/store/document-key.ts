declare const checked: unique symbol;

/** Where a document is kept: `guild:<id>:run:<runId>`, `user:<id>`, `bot:<name>`. */
export type DocumentKey = string & { readonly [checked]: true };

/** The keys between two others, without these, in the order of their bytes. */
export interface KeyRange {
  readonly after: string;
  readonly below: string;
}

/** PostgreSQL keeps keys in a VARCHAR(255). */
const LONGEST = 200;

const ID = /^\d{1,20}$/;
const PART = /^[\w-]{1,64}$/;

/** A guild's document: `guildKey(guildId, "run", runId)`. A kind of its own needs no further part. */
export function guildKey(guildId: string, ...parts: readonly [string, ...(string | number)[]]): DocumentKey {
  return keyOf("guild", guildId, parts);
}

export function userKey(userId: string): DocumentKey {
  return keyOf("user", userId, []);
}

/** Something the bot keeps for itself, whatever guild it is in: `botKey("identifies")`. */
export function botKey(name: string): DocumentKey {
  if (!PART.test(name)) throw wrong(name);
  return `bot:${name}` as DocumentKey;
}

/** Everything kept for a guild, or all of one sort: `guildRange(guildId, "run")`. */
export function guildRange(guildId: string, ...parts: readonly (string | number)[]): KeyRange {
  return beginningWith(keyOf("guild", guildId, parts));
}

export const everyGuild: KeyRange = beginningWith("guild");
export const everyDocument: KeyRange = { after: "", below: "~" };

/** The guild that a key belongs to. */
export function guildIdIn(key: string): string | undefined {
  return /^guild:(\d+):/.exec(key)?.[1];
}

/** Of what sort a guild's document is: `run`. */
export function sortIn(key: string): string | undefined {
  return /^guild:\d+:([\w-]+)/.exec(key)?.[1];
}

function keyOf(sort: string, id: string, parts: readonly (string | number)[]): DocumentKey {
  if (!ID.test(id)) throw wrong(id);
  let key = `${sort}:${id}`;
  for (const part of parts) {
    if (!PART.test(`${part}`)) throw wrong(`${part}`);
    key += `:${part}`;
  }
  if (key.length > LONGEST)
    throw new Error(`A document key has ${key.length} characters, above ${LONGEST}: ${key}`);
  return key as DocumentKey;
}

function wrong(part: string): Error {
  return new Error(`A document key may not have this part: ${JSON.stringify(part)}`);
}

/** `;` follows `:`, and no key ends in a colon: the range is every key that goes on after one. */
function beginningWith(prefix: string): KeyRange {
  return { after: `${prefix}:`, below: `${prefix};` };
}
