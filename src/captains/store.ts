import { z } from "zod";
import { careers, MAX_LEVEL, platforms, recruitTypes } from "../catalog/game.ts";
import { documentKind } from "../store/document-kind.ts";
import { captainLimits } from "./captain.ts";
import { captainKinds } from "./viewpoint.ts";

const id = z.string().regex(/^\d{1,20}$/);
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const captain = z
  .object({
    captainId: z.string().regex(/^c\d{1,6}$/),
    name: z.string().min(1).max(captainLimits.name),
    kind: z.enum(captainKinds),
    career: z.enum(careers).optional(),
    level: z.number().int().min(1).max(MAX_LEVEL).optional(),
    recruit: z.enum([...recruitTypes, "none"]).optional(),
    platform: z.enum(platforms).optional(),
  })
  .readonly();

const reminders = z
  .object({
    by: z.enum(["off", "channel", "dm"]),
    /** How long before the start a direct message comes; the fleet's lead when missing. */
    leadMinutes: z.number().int().min(1).max(10_080).optional(),
    /** No direct message between these times of day, in the member's own zone. */
    quiet: z.object({ from: timeOfDay, to: timeOfDay }).readonly().optional(),
  })
  .readonly();

const user = z
  .object({
    captains: z.array(captain).max(captainLimits.captains).readonly(),
    defaultCaptainId: z.string().optional(),
    nextCaptain: z.number().int().min(1),
    timeZone: z.string().max(64).optional(),
    reminders,
    /** `open`: the plot stands unhidden on cards that only this member sees. */
    spoilers: z.enum(["hidden", "open"]),
    /** The guilds whose documents name this member. */
    guildIds: z.array(id).max(2_000).readonly(),
  })
  .readonly();

export type User = z.infer<typeof user>;
export type Reminders = z.infer<typeof reminders>;

export const newUser: User = {
  captains: [],
  nextCaptain: 1,
  reminders: { by: "channel" },
  spoilers: "hidden",
  guildIds: [],
};

/** What a member told of themselves. One that was never written reads as a new member. */
export const users = documentKind({ name: "user", version: 1, schema: user, initial: newUser });

const erasures = z
  .object({
    /** Members who asked to be forgotten, as long as it is not finished. */
    userIds: z.array(id).readonly(),
    /** Something was removed, and the database's own files are not yet cleared of it. */
    isToCompact: z.boolean(),
  })
  .readonly();

type Erasures = z.infer<typeof erasures>;

/** What is left to do for those who wanted to be forgotten; outlives a crash. */
export const openErasures = documentKind({
  name: "erasures",
  version: 1,
  schema: erasures,
  initial: { userIds: [], isToCompact: false } as Erasures,
});
