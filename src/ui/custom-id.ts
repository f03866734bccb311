import { limits } from "./limits.ts";

/**
 * Everything a click needs to find its way again, even after a restart: `v1:mission:open:home:objectives`.
 * Nothing about a card is remembered anywhere else.
 */
export interface CustomId {
  readonly feature: string;
  readonly action: string;
  readonly args: readonly string[];
}

const VERSION = "v1";
const WORD = /^[a-z][a-z-]*$/;
const ARGUMENT = /^[A-Za-z0-9._-]*$/;

/** Throws when a part breaks the grammar or the whole is longer than Discord allows: both are faults of ours. */
export function customId(feature: string, action: string, ...args: readonly string[]): string {
  const id = [VERSION, feature, action, ...args].join(":");
  if (id.length > limits.customId) {
    throw new RangeError(`Custom id is ${id.length} characters; Discord allows ${limits.customId}: ${id}`);
  }
  if (!isGrammatical(feature, action, args)) throw new TypeError(`Custom id breaks the grammar: ${id}`);
  return id;
}

/** Reads an id that came from outside. Anything but our own grammar is `undefined`. */
export function readCustomId(id: string): CustomId | undefined {
  if (id.length > limits.customId) return undefined;
  const [version, feature = "", action = "", ...args] = id.split(":");
  return version === VERSION && isGrammatical(feature, action, args) ? { feature, action, args } : undefined;
}

function isGrammatical(feature: string, action: string, args: readonly string[]): boolean {
  return WORD.test(feature) && WORD.test(action) && args.every((argument) => ARGUMENT.test(argument));
}
