import { customId } from "../../ui/custom-id.ts";
import { escapeText } from "../../ui/text.ts";
import type { Claim } from "../claims.ts";
import type { Span } from "../periods.ts";
import { choiceInWords } from "../text/words.ts";
import type { Track } from "../track.ts";

const BAR_LENGTH = 10;

/** Ten boxes, as full as the part of the whole; never full before all of it. */
export function bar(part: number, whole: number): string {
  const full = whole <= 0 ? 0 : Math.min(BAR_LENGTH, Math.floor((part / whole) * BAR_LENGTH));
  return "◼".repeat(full) + "◻".repeat(BAR_LENGTH - full);
}

/** Of a button that claims the period that is shown beside it, and no later one. */
export function claimId({ trackId }: Pick<Track, "trackId">, { plannedAt }: Span): string {
  return customId("rewards", "claim", trackId, String(plannedAt));
}

export function choiceNames({ choices }: Pick<Track, "choices">): readonly string[] {
  return choices.map((choice) => choiceInWords(choice, escapeText(choice.name)));
}

/** The name of what was taken, where there was something to choose. */
export function takenName({ choices }: Pick<Track, "choices">, { choice }: Claim): string | undefined {
  const taken = choice === undefined ? undefined : choices[choice];
  return taken && escapeText(taken.name);
}
