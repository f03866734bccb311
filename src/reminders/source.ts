import type { DocumentKey } from "../store/document-key.ts";
import type { DocumentKind } from "../store/document-kind.ts";
import type { Deliveries, Delivery, Occurrence } from "./delivery.ts";
import type { Lane, Message } from "./mail.ts";
import type { Missed } from "./progress.ts";

/** What is to be sent, and where. It has to have something to press, which it can be found by again. */
export type Letter = ({ readonly channelId: string } | { readonly userId: string }) & {
  readonly message: Message;
  /** Goes instead where the bot may not attach the message's files. */
  readonly withoutFiles?: Message | undefined;
};

/** `nobody`: it would tell nobody anything. `done`: there was something to do, and no message. */
export type Composed = Letter | "nobody" | "done";

export interface Owed<Document> {
  readonly guildId: string;
  readonly key: DocumentKey;
  readonly document: Document;
  readonly delivery: Delivery;
  /** Domain time. */
  readonly now: number;
  readonly isLate: boolean;
  readonly lane: Lane;
}

/** Why a message could not be delivered where it belongs. */
export interface Undelivered {
  readonly why: "gone" | "forbidden" | "closed";
  readonly channelId: string | undefined;
  readonly code: number;
}

/** One sort of document that owes messages, as its feature describes it. */
export interface Source<Document> {
  readonly kind: DocumentKind<Document, Document | undefined>;
  /** The part of a key after its guild: `run`. */
  readonly sort: string;
  deliveriesOf(document: Document): Deliveries;
  withDeliveries(document: Document, deliveries: Deliveries): Document;
  /** What becomes of several of one kind that were missed. */
  missed(kind: string): Missed;
  /** Over how long guilds are spread, for what is due for many at one instant. */
  spreadMs(kind: string): number;
  /** The message as it has to be now. It is asked for again with every attempt. */
  compose(owed: Owed<Document>): Promise<Composed>;
  /** Told of every document at the start, and of each one that was changed. */
  noticed(key: DocumentKey, document: Document, when: "start" | "change"): void;
  /** Where what belongs to a place that is given up goes from now on. */
  elsewhere(owed: Owed<Document>, channelId: string): Promise<string | undefined>;
  /** What is owed instead. Asked for the first time that a place refuses, and each time that a member does. */
  instead(owed: Owed<Document>, undelivered: Undelivered): Promise<Occurrence | undefined>;
}
