import type { Message } from "./mail.ts";

/**
 * The message with a mark as one more argument of its first custom id, so that it can be found again: nothing else
 * that Discord keeps of a message can be chosen freely. Who reads the id does not mind it. `undefined` when the
 * message has nothing to press.
 */
export function marked(message: Message, mark: string): Message | undefined {
  let isMarked = false;
  const components: unknown = JSON.parse(JSON.stringify(message.components ?? []), (name, value: unknown) => {
    if (isMarked || name !== "custom_id") return value;
    isMarked = true;
    return `${String(value)}:${mark}`;
  });
  return isMarked ? { ...message, components: components as NonNullable<Message["components"]> } : undefined;
}
