import fc from "fast-check";

const FIELDS = [
  ..."type data content embeds components flags allowed_mentions attachments nonce poll tts message_reference".split(
    " ",
  ),
  ..."parse users roles fields name value title url custom_id style label emoji id options accessory items".split(
    " ",
  ),
  ..."media file component choices description required name_localizations contexts default_values".split(
    " ",
  ),
];
const scalar = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    "",
    "users",
    "attachment://x",
    "https://example.com",
    0,
    1,
    2,
    3,
    9,
    12,
    17,
    18,
    64,
    32768,
    -1,
    0.5,
    1e300,
  ),
  fc.string({ maxLength: 5 }),
);
/** Any JSON, of fields that mean something somewhere. */
export const { node } = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 5 },
    scalar,
    fc.array(tie("node"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...FIELDS), tie("node"), { maxKeys: 5 }),
  ),
}));

/** A good body with one of its parts replaced by something else. */
export function spoiled(body: unknown): fc.Arbitrary<unknown> {
  const places: (readonly (string | number)[])[] = [];
  const walk = (value: unknown, path: readonly (string | number)[]): void => {
    places.push(path);
    if (typeof value !== "object" || value === null) return;
    for (const [key, inside] of Object.entries(value)) walk(inside, [...path, key]);
  };
  walk(body, []);
  return fc.tuple(fc.constantFrom(...places), node).map(([path, part]) => replaced(body, path, part));
}

function replaced(value: unknown, [key, ...rest]: readonly (string | number)[], part: unknown): unknown {
  if (key === undefined) return part;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  copy[key] = replaced(copy[key], rest, part);
  return copy;
}
