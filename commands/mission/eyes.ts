import type { Asker } from "../../src/bot/asker.ts";
import { defaultCaptain, viewpointOfCaptain } from "../../src/captains/captain.ts";
import { users } from "../../src/captains/store.ts";
import { seenBy, type Viewpoint } from "../../src/captains/viewpoint.ts";
import type { Ask } from "../../src/missions/view/questions.ts";
import { userKey } from "../../src/store/document-key.ts";
import type { Store } from "../../src/store/store.ts";

/** A card for one member alone: with the eyes of their default captain, as far as nothing else was asked for. */
export async function ownEyes(
  store: Store,
  { userId }: Asker,
  asked: Viewpoint,
  placement: Ask["placement"],
): Promise<Ask> {
  const user = await store.read(userKey(userId), users);
  const captain = defaultCaptain(user);
  const viewpoint = captain === undefined ? asked : seenBy(viewpointOfCaptain(captain), asked);
  return { viewpoint, placement, plot: user.spoilers };
}

/** The next page of a private card: whose eyes it is seen with was settled when it was opened. */
export async function sameEyes(store: Store, { userId }: Asker, viewpoint: Viewpoint): Promise<Ask> {
  const user = await store.read(userKey(userId), users);
  return { viewpoint, placement: "in-place", plot: user.spoilers };
}
