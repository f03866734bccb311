import type { APIInteractionResponse } from "discord-api-types/v10";

/** An answer to a press that brings the pressed card up to date. What only who pressed reads comes behind it. */
export interface Carried {
  readonly card: APIInteractionResponse;
  readonly aside: APIInteractionResponse;
  /** Told what came of the card. */
  landed(how: "shown" | "not-shown" | "unknown"): void;
}
