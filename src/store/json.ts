/** Values that are frozen through and through, and that JSON says as they are. */
const settledValues = new WeakSet<object>();

/** A value as it comes back when it was written as JSON and read again; what did so already stays the same. */
export function asJson(value: unknown): unknown {
  if (typeof value === "number") return Number.isFinite(value) ? value + 0 : null;
  if (typeof value !== "object" || value === null) return value;
  if (settledValues.has(value)) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => (isSaid(item) ? asJson(item) : null));
  if (!isPlain(value)) return asSaid(value);

  const copy: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) if (isSaid(item)) copy[name] = asJson(item);
  return copy;
}

/** Freezes a value of plain JSON through and through. */
export function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || settledValues.has(value)) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}

/** Freezes a value of plain JSON, and knows it again. */
export function settledValue<T extends object>(value: T): T {
  if (settledValues.has(value)) return value;
  settledValues.add(frozen(value));
  return value;
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
