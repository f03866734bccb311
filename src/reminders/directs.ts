import { isDeepStrictEqual } from "node:util";
import { afterQuietHours } from "../captains/direct-time.ts";
import { type User, users } from "../captains/store.ts";
import { guildSettings, type Settings } from "../guilds/settings.ts";
import type { Log } from "../ops/log.ts";
import { type DocumentKey, guildIdIn, guildRange, sortIn } from "../store/document-key.ts";
import type { DocumentKind } from "../store/document-kind.ts";
import type { Store } from "../store/store.ts";
import type { TurnedClock } from "../time/clock.ts";
import type { Timers } from "../time/timers.ts";
import { agenda } from "./agenda.ts";
import { type Deliveries, type Delivery, idOf } from "./delivery.ts";
import { type OccasionOf, planDirects, type WantedDirect } from "./direct-plan.ts";
import { type DirectWish, directWishes } from "./direct-wishes.ts";
import { fewAtOnce } from "./few-at-once.ts";
import type { Owed } from "./source.ts";
import type { Watcher } from "./watch.ts";

/** What one sort of document tells members directly, as its feature describes it. */
export interface DirectPlan<Document> {
  readonly kind: DocumentKind<Document, Document | undefined>;
  /** The part of a key after its guild: `run`. */
  readonly sort: string;
  deliveriesOf(document: Document): Deliveries;
  withDeliveries(document: Document, deliveries: Deliveries): Document;
  /** Whom it tells something that is still to come. */
  readersOf(document: Document, now: number): readonly string[];
  wantedBy(document: Document, wish: DirectWish, now: number): readonly Omit<WantedDirect, "wish">[];
  readonly occasionOf: OccasionOf;
  /** The next instant at which there is more to plan. */
  nextLookAt(document: Document, now: number): number | undefined;
}

/** Direct messages for those who asked for them, each by their own lead and quiet hours. */
export interface Directs {
  /** Hears of every document at the start, and of each one that was changed. */
  noticed(key: DocumentKey, document: unknown): void;
  /** Hears of every change in the store: what a member sets holds for all that is to come, soon after the answer. */
  readonly seen: Watcher;
  /** Whether it is to be sent now. What its reader wants at another time by now is planned for that time. */
  isWanted(owed: Owed<unknown>, userId: string): Promise<boolean>;
  stop(): Promise<void>;
}

interface Needs {
  readonly store: Store;
  readonly clock: TurnedClock;
  readonly timers: Timers;
  readonly log: Log;
}

/** Many changes in a row are looked at once. */
const SOON_MS = 1_000;
const AGAIN_MS = 60_000;

export function directs(
  { store, clock, timers, log }: Needs,
  plans: readonly DirectPlan<unknown>[],
): Directs {
  const bySort = new Map(plans.map((plan) => [plan.sort, plan]));
  const looking = fewAtOnce((key) => look(key as DocumentKey));
  const looks = agenda({ now: timers.now, after: timers.after, ring: looking.add });
  const boundaries = agenda({ now: clock.now, after: timers.after, ring: looking.add });
  const stopListening = clock.onTurn(boundaries.wake);
  const planOf = (key: DocumentKey) => bySort.get(sortIn(key) ?? "");

  async function look(key: DocumentKey): Promise<void> {
    try {
      const plan = planOf(key);
      if (plan === undefined) await lookAtAllOf(key);
      else await replan(plan, key);
    } catch (error) {
      log.warn({ error, key }, "direct messages could not be planned; trying again");
      looks.set(key, timers.now() + AGAIN_MS);
    }
  }

  /** `key` is a member's, or a guild's settings. */
  async function lookAtAllOf(key: DocumentKey): Promise<void> {
    const here = guildIdIn(key);
    const userId = here === undefined ? key.split(":")[1] : undefined;
    const guildIds = here === undefined ? (await store.read(key, users)).guildIds : [here];
    for (const guildId of guildIds)
      for (const plan of bySort.values()) {
        const { documents } = await store.list(guildRange(guildId, plan.sort), plan.kind);
        for (const { key: found, document } of documents) {
          const readers = plan.readersOf(document, clock.now());
          if (userId === undefined ? readers.length > 0 : readers.includes(userId)) looking.add(found);
        }
      }
  }

  async function replan<T>(plan: DirectPlan<T>, key: DocumentKey): Promise<T | undefined> {
    const document = await store.read(key, plan.kind);
    if (document === undefined) return undefined;
    const nextAt = plan.nextLookAt(document, clock.now());
    if (nextAt !== undefined) boundaries.set(key, nextAt);
    const wishes = await directWishes(store, guildIdIn(key) ?? "", plan.readersOf(document, clock.now()));
    return await store.update(key, plan.kind, (before) => {
      if (before === undefined) return undefined;
      const now = clock.now();
      const wanted = wishes.flatMap((wish) =>
        plan.wantedBy(before, wish, now).map((one) => ({ ...one, wish })),
      );
      const deliveries = plan.deliveriesOf(before);
      const planned = planDirects(deliveries, wanted, now, { occasionOf: plan.occasionOf });
      return planned === deliveries ? before : plan.withDeliveries(before, planned);
    });
  }

  async function isWanted(owed: Owed<unknown>, userId: string): Promise<boolean> {
    const { guildId, key, document, delivery, now } = owed;
    const plan = planOf(key);
    const [wish] = await directWishes(store, guildId, [userId]);
    if (plan === undefined || wish === undefined) return false;
    if (delivery.state === "claimed") return true;

    const occasion = plan.occasionOf(delivery);
    const wanted = plan.wantedBy(document, wish, now).find((one) => plan.occasionOf(one) === occasion);
    const isQuiet = afterQuietHours(now, wish.quiet, wish.zone) !== now;
    if (wanted?.at === delivery.at && !isQuiet) return true;
    const after = await replan(plan, key);
    return after !== undefined && plan.deliveriesOf(after).all.some((one) => isStillPlanned(one, delivery));
  }

  return {
    noticed: (key, document) => {
      const plan = planOf(key);
      if (plan !== undefined && plan.readersOf(document, clock.now()).length > 0)
        looks.set(key, timers.now() + SOON_MS);
    },
    seen: (key, kindName, document, before) => {
      if (before === undefined || document === undefined) return;
      const isOther =
        (kindName === users.name && isOtherWish(before as User, document as User)) ||
        (kindName === guildSettings.name && isOtherZone(before as Settings, document as Settings));
      if (isOther) looks.set(key, timers.now() + SOON_MS);
    },
    isWanted,
    stop: async () => {
      stopListening();
      looks.close();
      boundaries.close();
      await looking.stop();
    },
  };
}

function isStillPlanned(one: Delivery, delivery: Delivery): boolean {
  return one.state === "planned" && idOf(one) === idOf(delivery);
}

/** One who is not told directly, neither before nor after, has nothing planned. */
function isOtherWish(before: User, after: User): boolean {
  if (before.reminders.by !== "dm" && after.reminders.by !== "dm") return false;
  return before.timeZone !== after.timeZone || !isDeepStrictEqual(before.reminders, after.reminders);
}

function isOtherZone(before: Settings, after: Settings): boolean {
  return before.timeZone !== after.timeZone;
}
