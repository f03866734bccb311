import { z } from "zod";
import { deliveriesSchema, noDeliveries, type Occurrence, owe } from "../../src/reminders/delivery.ts";
import type { Source } from "../../src/reminders/source.ts";
import { type DocumentKey, guildKey } from "../../src/store/document-key.ts";
import { documentKind } from "../../src/store/document-kind.ts";
import { buttonRows } from "../../src/ui/card.ts";
import { customId } from "../../src/ui/custom-id.ts";

/** What these tests keep: a duty roster that tells its crew when a watch begins. */
const duty = z
  .object({ channelId: z.string(), standIn: z.string().optional(), deliveries: deliveriesSchema })
  .readonly();
export type Duty = z.infer<typeof duty>;

export const duties = documentKind({ name: "duty", version: 1, schema: duty });

export function dutyKey(guildId: number | string, dutyId = "d1"): DocumentKey {
  return guildKey(`${guildId}`, "duty", dutyId);
}

export function dutyOf(channelId: string, ...occurrences: readonly Occurrence[]): Duty {
  return { channelId, deliveries: occurrences.reduce(owe, noDeliveries) };
}

export const dutySource: Source<Duty> = {
  kind: duties,
  sort: "duty",
  deliveriesOf: ({ deliveries }) => deliveries,
  withDeliveries: (before, deliveries) => ({ ...before, deliveries }),
  missed: (kind) => (kind === "reset" ? "latest" : "each"),
  spreadMs: (kind) => (kind === "reset" ? 120_000 : 0),
  compose: async ({ document, delivery, isLate }) => {
    if (delivery.kind === "nobody" || delivery.kind === "done") return delivery.kind;
    const message = {
      content: `${delivery.kind} ${delivery.about}${isLate ? " (late)" : ""}`,
      components: buttonRows([{ id: customId("duty", "open"), label: "Open" }]),
      allowed_mentions: { parse: [] },
    };
    if (delivery.kind === "picture") {
      const files = [{ name: "watch.png", data: new Uint8Array([1]), words: "A watch." }];
      const withoutFiles = { ...message, content: `${message.content} (bare)` };
      return { channelId: document.channelId, message: { ...message, files }, withoutFiles };
    }
    if (delivery.kind === "direct") return { userId: delivery.about, message };
    return { channelId: delivery.kind === "notice" ? "bridge" : document.channelId, message };
  },
  noticed: () => undefined,
  elsewhere: async ({ document }) => document.standIn,
  instead: async ({ delivery, now }, { why, code }) =>
    delivery.kind === "notice"
      ? undefined
      : { kind: "notice", about: `${why} ${code}`, at: now, until: now + 86_400_000 },
};
