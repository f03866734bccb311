import { afterQuietHours, directAt } from "../captains/direct-time.ts";
import type { WantedDirect } from "../reminders/direct-plan.ts";
import type { DirectWish } from "../reminders/direct-wishes.ts";
import type { DirectPlan } from "../reminders/directs.ts";
import { nextBoundary, phaseAt, type Span, spansOf } from "../rewards/periods.ts";
import { tracks } from "../rewards/store.ts";
import type { Track } from "../rewards/track.ts";

const MINUTE_MS = 60_000;

/**
 * Whoever follows a reward is told of the period that is running and of the one after it: `1796065200000.last.<member>`.
 */
export const rewardDirects: DirectPlan<Track> = {
  kind: tracks,
  sort: "track",
  deliveriesOf: ({ deliveries }) => deliveries,
  withDeliveries: (track, deliveries) => ({ ...track, deliveries }),
  readersOf: (track, now) => (phaseAt(track, now).is === "over" ? [] : track.watchers),
  wantedBy: (track, wish, now) => {
    const phase = phaseAt(track, now);
    if (phase.is === "over") return [];
    const first = phase.is === "running" ? phase.span.number : 1;
    return spansOf(track)
      .slice(first - 1, first + 1)
      .flatMap((span) => forMember(track, span, wish));
  },
  occasionOf: ({ about }) => about,
  nextLookAt: nextBoundary,
};

function forMember(
  { leadMinutes }: Track,
  { plannedAt, closesAt }: Span,
  { userId, leadMinutes: own, quiet, zone }: DirectWish,
): readonly Omit<WantedDirect, "wish">[] {
  const quarter = Math.floor((closesAt - plannedAt) / 4 / MINUTE_MS);
  const opened = afterQuietHours(plannedAt, quiet, zone);
  const last = Math.max(plannedAt, directAt(closesAt, Math.min(own ?? leadMinutes, quarter), quiet, zone));
  return [
    ...(opened < last ? [{ about: `${plannedAt}.opened.${userId}`, at: opened, until: last }] : []),
    { about: `${plannedAt}.last.${userId}`, at: last, until: closesAt },
  ];
}
