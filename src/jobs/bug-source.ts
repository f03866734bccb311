import { hasDataNews, isStillNews, type NewsKind, readAbout, withDataNews } from "../bugs/following.ts";
import { handleOf, knownBugs } from "../bugs/known.ts";
import type { BugName, Ledger } from "../bugs/ledger.ts";
import { ledgers } from "../bugs/store.ts";
import { toldDirectly } from "../bugs/told-directly.ts";
import { directNews, newsLetter } from "../bugs/view/news.ts";
import { afterQuietHours } from "../captains/direct-time.ts";
import { users } from "../captains/store.ts";
import { directTexts } from "../captains/text/direct.ts";
import type { Catalog } from "../catalog/load.ts";
import type { Log } from "../ops/log.ts";
import { putOff } from "../reminders/delivery.ts";
import { directWishes } from "../reminders/direct-wishes.ts";
import { insteadOfDirect, isForClosed } from "../reminders/instead.ts";
import type { Composed, Owed, Source, Undelivered } from "../reminders/source.ts";
import { type DocumentKey, guildIdIn, userKey } from "../store/document-key.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "../time/clock.ts";

interface Needs {
  readonly store: Store;
  readonly catalog: Catalog;
  readonly clock: Clock;
  readonly log: Log;
}

/** How what is owed to those who follow bugs becomes messages. */
export function bugSource({ store, catalog, clock, log }: Needs): Source<Ledger> {
  const wantsDirect = async (userId: string) =>
    (await store.read(userKey(userId), users)).reminders.by === "dm";

  /** True when it may be sent now. In quiet hours that began since it was owed, it is put off until these are over. */
  async function isTimely({ guildId, key, delivery, now }: Owed<Ledger>, userId: string): Promise<boolean> {
    if (delivery.state === "claimed") return true;
    const [wish] = await directWishes(store, guildId, [userId]);
    const at = wish === undefined ? now : afterQuietHours(now, wish.quiet, wish.zone);
    if (at === now) return true;
    await store.update(key, ledgers, (ledger) => ({
      ...ledger,
      deliveries: putOff(ledger.deliveries, delivery, at),
    }));
    return false;
  }

  async function compose(owed: Owed<Ledger>): Promise<Composed> {
    const { document, delivery } = owed;
    const about = readAbout(delivery.about);
    const kept = about && document.bugs.find((one) => handleOf(one) === about.handle);
    if (about === undefined || kept === undefined) return "nobody";
    const record = catalog.missions.get(kept.slug);
    const title = (record ?? catalog.taskForces.get(kept.slug))?.title ?? kept.slug;
    const bug = knownBugs(kept.slug, record?.bugs ?? [], document).find(
      ({ handle }) => handle === about.handle,
    );
    if (bug === undefined || !isStillNews(about.sort, bug)) return "nobody";
    const news = { sort: about.sort, title, bug };

    if ((delivery.kind as NewsKind) === "news") {
      const here = kept.followers.filter(({ channelId }) => channelId === about.id);
      const isDirect = await Promise.all(here.map(({ userId }) => wantsDirect(userId)));
      const told = here.filter((_, at) => !isDirect[at]).map(({ userId }) => userId);
      return told.length === 0 ? "nobody" : { channelId: about.id, message: newsLetter(news, told) };
    }
    const follower = kept.followers.find(({ userId }) => userId === about.id);
    if (follower === undefined) return "nobody";
    const { userId, channelId } = follower;
    const isOnItsWay = delivery.state === "claimed";
    if ((delivery.kind as NewsKind) === "direct" && (isOnItsWay || (await wantsDirect(userId))))
      return (await isTimely(owed, userId)) ? { userId, message: directNews(news) } : "nobody";
    const notes = isForClosed(delivery) ? [directTexts.closed] : [];
    return { channelId, message: newsLetter(news, [userId], notes) };
  }

  /** Who cannot be told directly is mentioned in the channel in which they pressed Follow. */
  async function instead(owed: Owed<Ledger>, undelivered: Undelivered) {
    const about = readAbout(owed.delivery.about);
    if ((owed.delivery.kind as NewsKind) !== "direct" || undelivered.why !== "closed") return undefined;
    return about && (await insteadOfDirect(store, owed, undelivered, about.id));
  }

  const stateOf = ({ slug, bugId }: BugName) =>
    catalog.missions.get(slug)?.bugs?.find(({ id }) => id === bugId)?.state;

  /** A newer version of the data may say what those who follow wait for. */
  async function compareWithData(key: DocumentKey): Promise<void> {
    const now = clock.now();
    const directly = await toldDirectly(store, guildIdIn(key) ?? "", now);
    await store.update(key, ledgers, (ledger) => withDataNews(ledger, stateOf, { now, directly }));
  }

  return {
    kind: ledgers,
    sort: "bugs",
    deliveriesOf: ({ deliveries }) => deliveries,
    withDeliveries: (ledger, deliveries) => ({ ...ledger, deliveries }),
    missed: () => "each",
    spreadMs: () => 0,
    noticed: (key, { bugs }, when) => {
      if (when === "change" || !bugs.some((kept) => hasDataNews(kept, stateOf(kept)))) return;
      void compareWithData(key).catch((error: unknown) =>
        log.warn(
          { error, key },
          "what newer data says of bugs could not be told; tried again at the next start",
        ),
      );
    },
    compose,
    elsewhere: async () => undefined,
    instead,
  };
}
