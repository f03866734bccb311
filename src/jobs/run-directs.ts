import { directAt } from "../captains/direct-time.ts";
import type { DirectPlan } from "../reminders/directs.ts";
import { type Run, seated } from "../runs/run.ts";
import { runs } from "../runs/store.ts";

/** For a fleet that reminds nobody by itself. */
const USUAL_LEAD_MINUTES = 15;

/**
 * A crew is told of the start. Where a direct message could not be planned in time, the member is named in the
 * channel's reminder with the others.
 */
export const runDirects: DirectPlan<Run> = {
  kind: runs,
  sort: "run",
  deliveriesOf: ({ deliveries }) => deliveries,
  withDeliveries: (run, deliveries) => ({ ...run, deliveries }),
  readersOf: (run) => (isToCome(run) ? seated(run).map(({ userId }) => userId) : []),
  wantedBy: (run, { userId, leadMinutes: own, quiet, zone }) => {
    if (!isToCome(run)) return [];
    const { startsAt, leadMinutes } = run;
    const fleets = leadMinutes.length === 0 ? USUAL_LEAD_MINUTES : Math.min(...leadMinutes);
    return [{ about: userId, at: directAt(startsAt, own ?? fleets, quiet, zone), until: startsAt }];
  },
  /** A run that is moved is another occasion. */
  occasionOf: ({ about, until }) => `${about}@${until}`,
  nextLookAt: () => undefined,
};

function isToCome({ isInstant, state }: Run): boolean {
  return !isInstant && (state === "open" || state === "locked");
}
