import { MessageFlags } from "discord-api-types/v10";
import { openCount } from "../bugs/known.ts";
import { ledgerOf } from "../bugs/store.ts";
import { type User, users } from "../captains/store.ts";
import type { Catalog } from "../catalog/load.ts";
import { guildSettings, settingsKey } from "../guilds/settings.ts";
import { type Deliveries, idOf } from "../reminders/delivery.ts";
import type { Message } from "../reminders/mail.ts";
import type { Composed, Owed, Source, Undelivered } from "../reminders/source.ts";
import { contentOf } from "../runs/content.ts";
import { CARD, type DebtKind } from "../runs/debts.ts";
import { asOf } from "../runs/passing.ts";
import { type Run, seated, signupOf } from "../runs/run.ts";
import { runs } from "../runs/store.ts";
import { letterTexts } from "../runs/text/letters.ts";
import { runCard } from "../runs/view/card.ts";
import {
  callLetter,
  cancelledLetter,
  directLetter,
  movedLetter,
  openCallLetter,
  promotedLetter,
  startLetter,
  troubleLetter,
} from "../runs/view/letters.ts";
import { type DocumentKey, userKey } from "../store/document-key.ts";
import type { Store } from "../store/store.ts";

export interface RunSourceNeeds {
  readonly store: Store;
  readonly catalog: Catalog;
  readonly noticed: Source<Run>["noticed"];
  /** A card was drawn, and is about to be posted. */
  drawn(key: DocumentKey, message: Message): void;
}

/** What a run owes beside what its crew is told: direct messages, and a word when something cannot be delivered. */
export type OwnKind = "direct" | "instead-of-direct" | "trouble";

type Kind = DebtKind | OwnKind | typeof CARD;

/** How the deliveries of runs become messages. */
export function runSource({ store, catalog, noticed, drawn }: RunSourceNeeds): Source<Run> {
  const told = new Map<string, { readonly id: string; readonly at: number }>();
  const userOf = (userId: string) => store.read(userKey(userId), users);

  async function mentioned(run: Run): Promise<readonly string[]> {
    const ids = seated(run).map(({ userId }) => userId);
    const prefs = await Promise.all(ids.map(userOf));
    return ids.filter((userId, at) => prefs[at]?.reminders.by !== "off" && !isToldDirectly(run, userId));
  }

  async function compose({ guildId, key, document, delivery, now, isLate }: Owed<Run>): Promise<Composed> {
    const run = asOf(document, now);
    const channelId = run.card?.channelId ?? run.channelId;
    const everybody = run.signups.map(({ userId }) => userId);
    const isRunning = run.state !== "over";
    const about = (message: Message): Composed => ({ channelId, message });

    switch (delivery.kind as Kind) {
      case CARD: {
        const message = await cardMessage(run, { store, catalog, guildId });
        drawn(key, message);
        return isRunning ? { channelId: run.channelId, message } : "nobody";
      }
      case "before-start": {
        const crew = run.state === "open" || run.state === "locked" ? await mentioned(run) : [];
        return crew.length === 0 ? "nobody" : about(startLetter(run, crew, isLate ? [letterTexts.late] : []));
      }
      case "promoted":
        return isRunning && signupOf(run, delivery.about)?.standing === "seated"
          ? about(promotedLetter(run, delivery.about))
          : "nobody";
      case "moved":
        return isRunning && delivery.about === String(run.startsAt)
          ? about(movedLetter(run, everybody))
          : "nobody";
      case "cancelled":
        return everybody.length === 0 ? "nobody" : about(cancelledLetter(run, everybody));
      case "roster-ping": {
        const crew = seated(run).map(({ userId }) => userId);
        return isRunning && crew.length > 0 ? about(callLetter(run, crew)) : "nobody";
      }
      case "open-call":
        return run.state === "open" ? about(openCallLetter(run, delivery.about)) : "nobody";
      case "direct":
        return (await isWanted(run, delivery.about))
          ? { userId: delivery.about, message: directLetter(run, channelId, isLate) }
          : "nobody";
      case "instead-of-direct": {
        const [userId = "", why] = delivery.about.split(".");
        if (!(await isComing(run, userId))) return "nobody";
        return about(startLetter(run, [userId], why === "closed" ? [letterTexts.directClosed] : []));
      }
      case "trouble": {
        const [broken = "", why] = delivery.about.split(".");
        const { runsChannelId, rewardsChannelId } = await store.read(settingsKey(guildId), guildSettings);
        if (!isFirstToTell(`${guildId} ${broken}`, `${key} ${idOf(delivery)}`, now)) return "nobody";
        const place = [runsChannelId, rewardsChannelId, channelId].find(
          (one) => one !== undefined && one !== broken,
        );
        return place === undefined
          ? "nobody"
          : { channelId: place, message: troubleLetter(run, broken, why === "gone") };
      }
    }
  }

  /** One word stands for all runs of a channel. */
  function isFirstToTell(place: string, id: string, now: number): boolean {
    const last = told.get(place);
    if (last !== undefined && last.id !== id && Math.abs(now - last.at) < TOLD_WITHIN_MS) return false;
    if (told.size > PLACES_KEPT) told.clear();
    told.set(place, { id, at: now });
    return true;
  }

  function isComing(run: Run, userId: string): boolean {
    return run.state !== "over" && run.state !== "started" && signupOf(run, userId)?.standing === "seated";
  }

  async function isWanted(run: Run, userId: string): Promise<boolean> {
    return isComing(run, userId) && (await userOf(userId)).reminders.by === "dm";
  }

  /** A member whose direct messages are closed is told in the channel from now on. */
  async function instead({ delivery, now, document }: Owed<Run>, undelivered: Undelivered) {
    const { why, channelId = document.channelId, code } = undelivered;
    if (delivery.kind === ("direct" satisfies OwnKind)) {
      if (code !== 0) await store.update(userKey(delivery.about), users, withChannel);
      const about = `${delivery.about}.${code === 0 ? "full" : "closed"}`;
      return { kind: "instead-of-direct" satisfies OwnKind, about, at: now, until: delivery.until };
    }
    if (delivery.kind === ("trouble" satisfies OwnKind)) return undefined;
    return {
      kind: "trouble" satisfies OwnKind,
      about: `${channelId}.${why}`,
      at: now,
      until: now + TOLD_WITHIN_MS,
    };
  }

  return {
    kind: runs,
    sort: "run",
    deliveriesOf: ({ deliveries }) => deliveries,
    withDeliveries: (run, deliveries) => withCard({ ...run, deliveries }),
    missed: (kind) => (kind === ("before-start" satisfies DebtKind) ? "latest" : "each"),
    spreadMs: () => 0,
    noticed,
    compose,
    instead,
  };
}

const PLACES_KEPT = 1_000;
const TOLD_WITHIN_MS = 24 * 3_600_000;

export async function cardMessage(
  run: Run,
  { store, catalog, guildId }: Pick<RunSourceNeeds, "store" | "catalog"> & { readonly guildId: string },
): Promise<Message> {
  const knownBugs =
    contentOf(catalog, run.slug) && openCount(catalog, run.slug, await ledgerOf(store, guildId));
  return {
    flags: MessageFlags.IsComponentsV2,
    components: runCard(run, knownBugs),
    allowed_mentions: { parse: [] },
  };
}

/** The card that was posted last is the card. */
function withCard(run: Run): Run {
  const posted = run.deliveries.all.findLast(({ kind, state }) => kind === CARD && state === "sent");
  if (posted?.state !== "sent" || posted.messageId === run.card?.messageId) return run;
  return { ...run, card: { channelId: posted.channelId, messageId: posted.messageId } };
}

const DIRECTLY: ReadonlySet<Deliveries["all"][number]["state"]> = new Set(["planned", "claimed", "sent"]);

function isToldDirectly({ deliveries, startsAt }: Run, userId: string): boolean {
  return deliveries.all.some(
    ({ kind, about, until, state }) =>
      kind === "direct" && about === userId && until === startsAt && DIRECTLY.has(state),
  );
}

function withChannel(user: User): User {
  return user.reminders.by === "dm" ? { ...user, reminders: { ...user.reminders, by: "channel" } } : user;
}
