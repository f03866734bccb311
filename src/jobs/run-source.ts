import { MessageFlags, RESTJSONErrorCodes } from "discord-api-types/v10";
import { openCount } from "../bugs/known.ts";
import { ledgerOf } from "../bugs/store.ts";
import { users } from "../captains/store.ts";
import { directTexts } from "../captains/text/direct.ts";
import type { Catalog } from "../catalog/load.ts";
import { DIRECT, isToldDirectly } from "../reminders/direct-plan.ts";
import type { Directs } from "../reminders/directs.ts";
import {
  fleetsPlace,
  INSTEAD,
  insteadOfDirect,
  isForClosed,
  type PlaceOfTrouble,
  TROUBLE,
  troubleAt,
} from "../reminders/instead.ts";
import type { Message } from "../reminders/mail.ts";
import type { Composed, Owed, Source, Undelivered } from "../reminders/source.ts";
import { contentOf } from "../runs/content.ts";
import { CARD, type DebtKind, namedIn } from "../runs/debts.ts";
import { asOf } from "../runs/passing.ts";
import { type Run, seated, signupOf } from "../runs/run.ts";
import { runs } from "../runs/store.ts";
import { letterTexts } from "../runs/text/letters.ts";
import { runCard } from "../runs/view/card.ts";
import {
  addedLetter,
  callLetter,
  cancelledLetter,
  directLetter,
  leadsLetter,
  movedLetter,
  openCallLetter,
  promotedLetter,
  startLetter,
  takenOutLetter,
  troubleLetter,
} from "../runs/view/letters.ts";
import { userKey } from "../store/document-key.ts";
import type { Store } from "../store/store.ts";
import type { RollCall } from "./roll-call.ts";

export interface RunSourceNeeds {
  readonly store: Store;
  readonly catalog: Catalog;
  readonly directs: Pick<Directs, "isWanted">;
  readonly placeOfTrouble: PlaceOfTrouble;
  readonly callRoll: RollCall["call"];
  readonly noticed: Source<Run>["noticed"];
  /** A card was drawn, and is about to be posted. */
  drawn(owed: Owed<Run>, message: Message): void;
}

/** Who shares no server with the bot any more has left this one too. */
const GONE_PERHAPS: ReadonlySet<number> = new Set([
  RESTJSONErrorCodes.UnknownUser,
  RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
]);

type Kind = DebtKind | typeof DIRECT | typeof INSTEAD | typeof TROUBLE | typeof CARD;

/** How the deliveries of runs become messages. */
export function runSource(needs: RunSourceNeeds): Source<Run> {
  const { store, catalog, directs, noticed, drawn } = needs;

  async function mentioned(run: Run): Promise<readonly string[]> {
    const crew = await Promise.all(
      seated(run).map(async ({ userId }) => ({
        userId,
        by: (await store.read(userKey(userId), users)).reminders.by,
      })),
    );
    return crew
      .filter(({ userId, by }) => by !== "off" && !isToldOf(run, userId, by === "dm"))
      .map(({ userId }) => userId);
  }

  async function compose(owed: Owed<Run>): Promise<Composed> {
    const { guildId, document, delivery, now, isLate } = owed;
    const run = asOf(document, now);
    const channelId = run.card?.channelId ?? run.channelId;
    const isRunning = run.state !== "over";
    const about = (message: Message): Composed => ({ channelId, message });

    switch (delivery.kind as Kind) {
      case CARD: {
        const message = await cardMessage(run, { store, catalog, guildId });
        drawn(owed, message);
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
      case "added": {
        const signup = signupOf(run, delivery.about);
        return isRunning && signup !== undefined ? about(addedLetter(run, signup)) : "nobody";
      }
      case "taken-out":
        return isRunning && signupOf(run, delivery.about) === undefined
          ? about(takenOutLetter(run, delivery.about))
          : "nobody";
      case "leads":
        return isRunning && run.leaderId === delivery.about ? about(leadsLetter(run)) : "nobody";
      case "moved": {
        const [startsAt, span = ""] = delivery.about.split(".");
        const crew = isRunning && startsAt === String(run.startsAt) ? namedIn(run, span) : [];
        return crew.length === 0 ? "nobody" : about(movedLetter(run, crew));
      }
      case "cancelled": {
        const crew = namedIn(run, delivery.about);
        return crew.length === 0 ? "nobody" : about(cancelledLetter(run, crew));
      }
      case "roster-ping": {
        const callerId = delivery.about;
        const crew = seated(run).flatMap(({ userId }) => (userId === callerId ? [] : [userId]));
        return isRunning && crew.length > 0 ? about(callLetter(run, crew, callerId)) : "nobody";
      }
      case "open-call":
        return run.state === "open" ? about(openCallLetter(run, delivery.about)) : "nobody";
      case DIRECT:
        return isComing(run, delivery.about) && (await directs.isWanted(owed, delivery.about))
          ? { userId: delivery.about, message: directLetter(run, channelId, isLate) }
          : "nobody";
      case INSTEAD: {
        const [userId = ""] = delivery.about.split(".");
        const notes = isForClosed(delivery) ? [directTexts.closed] : [];
        return isComing(run, userId) ? about(startLetter(run, [userId], notes)) : "nobody";
      }
      case TROUBLE: {
        const place = await needs.placeOfTrouble(owed, "runs", channelId);
        return place === undefined
          ? "nobody"
          : { channelId: place.channelId, message: troubleLetter(run, place.broken, place.isGone) };
      }
    }
  }

  async function instead(owed: Owed<Run>, undelivered: Undelivered) {
    const { delivery, document, now } = owed;
    if (delivery.kind === DIRECT && GONE_PERHAPS.has(undelivered.code))
      needs.callRoll(owed.guildId, document.runId);
    if (delivery.kind === DIRECT) return await insteadOfDirect(store, owed, undelivered, delivery.about);
    if (delivery.kind === TROUBLE) return undefined;
    return troubleAt(undelivered.channelId ?? document.channelId, undelivered.why, now);
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
    elsewhere: (owed, channelId) => fleetsPlace(store, owed, "runs", channelId),
    instead,
  };
}

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

function isComing(run: Run, userId: string): boolean {
  return run.state !== "over" && run.state !== "started" && signupOf(run, userId)?.standing === "seated";
}

function isToldOf({ deliveries, startsAt }: Run, userId: string, wantsDirect: boolean): boolean {
  return isToldDirectly(deliveries, ({ about, until }) => about === userId && until === startsAt, {
    wantsDirect,
  });
}
