import type { Catalog } from "../catalog/load.ts";
import { agenda } from "../reminders/agenda.ts";
import { owe } from "../reminders/delivery.ts";
import { fewAtOnce } from "../reminders/few-at-once.ts";
import type { Source } from "../reminders/source.ts";
import { CARD } from "../runs/debts.ts";
import { asOf, nextChangeAt } from "../runs/passing.ts";
import { cardLink, type RunCards } from "../runs/public-card.ts";
import { isOver, type Run } from "../runs/run.ts";
import { runKey, runs } from "../runs/store.ts";
import type { DocumentKey } from "../store/document-key.ts";
import { type PostedCardsNeeds, postedCards } from "./posted-cards.ts";
import { cardMessage, type RunSourceNeeds } from "./run-source.ts";

export interface RunCardsNeeds extends PostedCardsNeeds {
  readonly catalog: Catalog;
}

/** The public cards of runs. */
export interface KeptRunCards extends RunCards {
  readonly noticed: Source<Run>["noticed"];
  readonly drawn: RunSourceNeeds["drawn"];
  stop(): Promise<void>;
}

/** A card is of use until its run is over. */
const CARD_MS = 7 * 24 * 3_600_000;

export function runCards(needs: RunCardsNeeds): KeptRunCards {
  const { store, catalog, clock, timers, log } = needs;
  const passing = fewAtOnce((key) => pass(key as DocumentKey));
  const changes = agenda({ now: clock.now, after: timers.after, ring: passing.add });
  const stopListening = clock.onTurn(changes.wake);
  const cards = postedCards<Run>(needs, {
    kind: runs,
    usual: "runs",
    owedAs: CARD,
    deliveriesOf: ({ deliveries }) => deliveries,
    placeOf: ({ card }) => card,
    isOver,
    withCardOwed,
    draw: (guildId, run, now) => cardMessage(asOf(run, now), { store, catalog, guildId }),
  });

  /** What was planned has started, and what was forgotten is over: the document says so, and so does its card. */
  async function pass(key: DocumentKey): Promise<void> {
    try {
      await store.update(key, runs, (run) => run && asOf(run, clock.now()));
    } catch (error) {
      log.warn({ error, key }, "a run could not be carried on; trying again");
      changes.set(key, clock.now() + 60_000);
    }
  }

  return {
    noticed: (key, run, when) => {
      const nextAt = nextChangeAt(run);
      if (nextAt === undefined) changes.delete(key);
      else changes.set(key, nextAt);
      cards.noticed(key, run, when);
    },
    drawn: cards.drawn,
    post: async (guildId, { runId }) => {
      const key = runKey(guildId, runId);
      const owed = (run: Run) =>
        run.deliveries.all.some(({ kind }) => kind === CARD) ? run : withCardOwed(run, clock.now());
      const posted = await cards.post(key, () => store.update(key, runs, (run) => run && owed(run)));
      if (posted.outcome === "later") return posted;
      const { outcome, document: run } = posted;
      return outcome === "posted"
        ? { outcome, run, link: cardLink(guildId, run) ?? "" }
        : { outcome, channelId: run.channelId };
    },
    carry: (guildId, runId, messageId) => cards.carry(runKey(guildId, runId), messageId),
    stop: async () => {
      stopListening();
      changes.close();
      await Promise.all([passing.stop(), cards.stop()]);
    },
  };
}

function withCardOwed(run: Run, now: number): Run {
  const until = Math.max(now, run.startsAt) + CARD_MS;
  return { ...run, deliveries: owe(run.deliveries, { kind: CARD, about: "", at: now, until }) };
}
