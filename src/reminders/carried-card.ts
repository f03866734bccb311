import type { Message } from "./mail.ts";

/** What came of writing to a message: an edit, or a press that carried it. */
export type Landing = "shown" | "not-shown" | "unknown";

/** A public card as it has to be now, on its way to its message by a press of its own button. */
export interface CarriedCard {
  readonly message: Message;
  /** Told what came of it. */
  landed(how: Landing): void;
}
