import { Refusal } from "../ui/refusal.ts";

/** A member's id out of a custom id or a menu; without one, the sentence is what they read. */
export function memberIdIn(text: string | undefined, refusal: string): string {
  if (text === undefined || !/^\d{1,20}$/.test(text)) throw new Refusal(refusal);
  return text;
}
