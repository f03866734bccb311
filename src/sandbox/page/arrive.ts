import type { WorldView } from "../people/protocol.ts";
import { fetchCommands, fetchMessages, fetchWorld } from "./api.ts";
import { EMPTY } from "./composer/draft.ts";
import { messageEntry } from "./entries.ts";
import { channelById, GUILD_CATEGORY } from "./names.ts";
import type { Page, State } from "./page.ts";
import { setWorldOffset } from "./world-time.ts";

const DEFAULT_USERNAME = "sovaka";

interface Place {
  readonly userId: string | null;
  readonly channelId: string | null;
}

/** The address says who acts where, so that two tabs can be two people. */
export function placeInAddress(): Place {
  const asked = new URLSearchParams(location.hash.slice(1));
  return { userId: asked.get("as"), channelId: asked.get("in") };
}

export async function firstState(): Promise<State> {
  const everything = await fetchWorld();
  const asked = placeInAddress();
  const person =
    everything.people.find(({ id }) => id === asked.userId) ??
    everything.people.find(({ username }) => username === DEFAULT_USERNAME) ??
    everything.people[0];
  if (!person) throw new Error("The sandbox has no people.");
  return arrivalOf(await fetchWorld(person.id), person.id, asked.channelId ?? "");
}

/** Sees the channel through the eyes of a person: their channels, their commands, their private answers. */
export async function arrive(
  page: Page,
  place: { readonly userId?: string; readonly channelId?: string },
): Promise<void> {
  const { state } = page;
  const { userId = state.userId, channelId = state.channelId } = place;
  page.change({ isLoading: true, isNavOpen: false });
  const world = await fetchWorld(userId);
  const isSamePerson = userId === page.state.userId;
  const arrived = await arrivalOf(world, userId, channelId);
  const unread = new Map(isSamePerson ? page.state.unread : []);
  unread.delete(arrived.channelId);
  page.change({ ...arrived, unread, dismissed: page.state.dismissed });
}

async function arrivalOf(world: WorldView, userId: string, wanted: string): Promise<State> {
  setWorldOffset(world.clock.offsetMs);
  const channelId = channelById(world, wanted)?.id ?? firstChannel(world);
  history.replaceState(null, "", `#as=${userId}&in=${channelId}`);
  const [commands, messages] = await Promise.all([
    fetchCommands({ userId, channelId }),
    fetchMessages({ userId, channelId }),
  ]);
  return {
    world,
    userId,
    channelId,
    commands,
    entries: messages.map(messageEntry),
    isLoading: false,
    isOffline: false,
    isNavOpen: false,
    composer: EMPTY,
    busy: new Set(),
    failures: new Map(),
    picked: new Map(),
    menu: undefined,
    modal: undefined,
    dismissed: new Set(),
    unread: new Map(),
    announcement: "",
  };
}

function firstChannel({ guilds, directMessages }: WorldView): string {
  const channel = guilds[0]?.channels.find(({ type }) => type !== GUILD_CATEGORY) ?? directMessages[0];
  return channel?.id ?? "";
}
