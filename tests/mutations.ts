/** Numbers from 0 to 1 that are the same in every run: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const ODD: readonly unknown[] = [
  null,
  undefined,
  true,
  false,
  0,
  -1,
  1.5,
  2 ** 53,
  "",
  "0",
  "null",
  "__proto__",
  "constructor",
  "v1:mission:open:home:objectives",
  "\u0000",
  "\ud800",
  "\u202e@everyone",
  "x".repeat(5_000),
  "9".repeat(40),
  [],
  [[]],
  [null],
  {},
  { __proto__: null, id: 1 },
  { toString: null },
];

/** A copy of a JSON value with one to three things wrong somewhere in it. */
export function mutated(whole: unknown, random: () => number): unknown {
  let copy: unknown = structuredClone(whole);
  const times = 1 + Math.floor(random() * 3);
  for (let done = 0; done < times; done++) copy = withOneWrong(copy, random);
  return copy;
}

function withOneWrong(value: unknown, random: () => number): unknown {
  const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
  if (keys.length === 0 || random() < 0.15) return anyOf(ODD, random);
  const key = anyOf(keys, random);
  const inside = value as Record<string, unknown>;
  const broken = random() < 0.6 ? withOneWrong(inside[key], random) : anyOf(ODD, random);
  if (Array.isArray(value)) return value.map((one, at) => (String(at) === key ? broken : one));
  const { [key]: _dropped, ...others } = inside;
  return random() < 0.2 ? others : { ...inside, [key]: broken };
}

export function anyOf<Value>(list: readonly Value[], random: () => number): Value {
  return list[Math.floor(random() * list.length)] as Value;
}
