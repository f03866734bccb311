import { z } from "zod";
import { type DocumentKey, guildKey } from "../store/document-key.ts";
import { documentKind } from "../store/document-kind.ts";

const id = z.string().regex(/^\d{1,20}$/);

export const leadLimits = { leads: 3, longestMinutes: 7 * 24 * 60 } as const;

/** How long the ping role is left in peace after a run called for it, in minutes. */
export const pingPauses = { usual: 30, longest: 7 * 24 * 60 } as const;

export const settings = z
  .object({
    runsChannelId: id.optional(),
    rewardsChannelId: id.optional(),
    /** Told of when a run asks for a ping. */
    pingRoleId: id.optional(),
    /** How long it is left in peace then. */
    pingMinutes: z.number().int().min(1).max(pingPauses.longest).optional(),
    /** Whoever has it counts as an officer; only members who may manage the server name it. */
    officerRoleId: id.optional(),
    timeZone: z.string().max(64).optional(),
    /** How long before the start of a run its roster is reminded, the longest first. */
    leadMinutes: z
      .array(z.number().int().min(1).max(leadLimits.longestMinutes))
      .max(leadLimits.leads)
      .readonly(),
    /** `private`: a plot is never posted, but shown to who asks for it. */
    spoilers: z.enum(["hidden", "private"]),
  })
  .readonly();

export type Settings = z.infer<typeof settings>;

/** What a fleet has decided for its guild. One that was never written reads as these. */
export const guildSettings = documentKind({
  name: "settings",
  version: 1,
  schema: settings,
  initial: { leadMinutes: [1_440, 15], spoilers: "hidden" } as Settings,
});

export function settingsKey(guildId: string): DocumentKey {
  return guildKey(guildId, "settings");
}
