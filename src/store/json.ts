/** Values that are frozen through and through, and that JSON says as they are, each with the look that found it good. */
const settledBy = new WeakMap<object, object>();

/** A value as it comes back when it was written as JSON and read again; what did so already stays the same. */
export function asJson(value: unknown): unknown {
  if (typeof value === "number") return Number.isFinite(value) ? value + 0 : null;
  if (typeof value !== "object" || value === null) return value;
  if (settledBy.has(value)) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => (isSaid(item) ? asJson(item) : null));
  if (!isPlain(value)) return asSaid(value);

  const copy: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) if (isSaid(item)) copy[name] = asJson(item);
  return copy;
}

/** Freezes a value of plain JSON through and through. */
export function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || settledBy.has(value)) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}

/** Freezes a value of plain JSON, and knows it again as one that somebody found good. */
export function settle<T extends object>(value: T, by: object): T {
  settledBy.set(frozen(value), by);
  return value;
}

/** The same for a list of nothing but settled values. */
export function settleList<T extends object>(values: T[], by: object): readonly T[] {
  settledBy.set(Object.freeze(values), by);
  return values;
}

export function isSettledBy(value: unknown, by: object): boolean {
  return typeof value === "object" && value !== null && settledBy.get(value) === by;
}

/** Nothing that has a say in how it is written. */
export function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  const isOrdinary = prototype === Object.prototype || prototype === null;
  return isOrdinary && !("toJSON" in value) && !Object.hasOwn(value, "__proto__");
}

function isSaid(value: unknown): boolean {
  return value !== undefined && typeof value !== "function" && typeof value !== "symbol";
}

function asSaid(value: unknown): unknown {
  const json: string | undefined = JSON.stringify(value);
  return json === undefined ? undefined : JSON.parse(json);
}
