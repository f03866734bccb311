import type { Where, WorldView } from "../people/protocol.ts";
import { fetchCommands, fetchMessages, fetchWorld } from "./api.ts";
import { EMPTY } from "./composer/draft.ts";
import { messageEntry, upToDate } from "./entries.ts";
import { channelById, GUILD_CATEGORY } from "./names.ts";
import type { Page, State } from "./page.ts";
import { firstNew, readSoFar } from "./reading.ts";
import { setWorldClock } from "./world-time.ts";

const DEFAULT_USERNAME = "sovaka";

/** Where the address says that the page starts, so that two tabs can be two people. */
export async function firstState(): Promise<State> {
  const { people } = await fetchWorld();
  const asked = new URLSearchParams(location.hash.slice(1));
  const person =
    people.find(({ id }) => id === asked.get("as")) ??
    people.find(({ username }) => username === DEFAULT_USERNAME) ??
    people[0];
  if (!person) throw new Error("The sandbox has no people.");
  return emptyState(await fetchWorld(person.id), person.id, asked.get("in") ?? "");
}

let lastMove = 0;

/** Goes to another channel or becomes somebody else; false when somebody has clicked on since. */
export async function moveTo(page: Page, place: Partial<Where>): Promise<boolean> {
  const move = ++lastMove;
  const { userId = page.state.userId, channelId = page.state.channelId } = place;
  const { draft } = page.state.composer;
  const world = await fetchWorld(userId);
  if (move !== lastMove) return false;

  const before = page.state;
  const after = emptyState(world, userId, channelId);
  const isHere = userId === before.userId && after.channelId === before.channelId;
  const isTypedOnTheWay = before.composer.draft !== draft;
  const { panel } = before;
  const unreadBy = new Map(before.unreadBy).set(before.userId, before.unread);
  const unread = new Map(unreadBy.get(userId));
  unread.delete(after.channelId);
  page.change({
    ...after,
    unread,
    unreadBy,
    readTo: readSoFar(before),
    dismissed: before.dismissed,
    tried: before.tried,
    clockNote: before.clockNote,
    panel: panel?.kind === "inspector" && panel.entryId !== undefined ? undefined : panel,
    ...(isHere || isTypedOnTheWay ? { composer: before.composer } : {}),
  });
  return true;
}

/** Fetches what is to be seen here. What came over the live line meanwhile stays. */
export async function load(page: Page): Promise<void> {
  const { userId, channelId, entries: before } = page.state;
  const where = { userId, channelId };
  const [commands, messages] = await Promise.all([fetchCommands(where), fetchMessages(where)]);
  if (page.state.userId !== userId || page.state.channelId !== channelId) return;

  const { entries: now, readTo } = page.state;
  const entries = upToDate(before, now, messages.map(messageEntry));
  page.change({ commands, entries, newFrom: firstNew(entries, readTo, where), isLoading: false });
}

function emptyState(world: WorldView, userId: string, wanted: string): State {
  setWorldClock(world.clock);
  const channelId = channelById(world, wanted)?.id ?? firstChannel(world);
  history.replaceState(null, "", `#as=${userId}&in=${channelId}`);
  return {
    world,
    userId,
    channelId,
    commands: [],
    entries: [],
    isLoading: true,
    isOffline: false,
    isNavOpen: false,
    composer: EMPTY,
    busy: new Set(),
    failures: new Map(),
    picked: new Map(),
    menu: undefined,
    modal: undefined,
    dismissed: new Set(),
    panel: undefined,
    tried: new Set(),
    unread: new Map(),
    unreadBy: new Map(),
    readTo: new Map(),
    newFrom: undefined,
    clockNote: "",
    announcement: "",
  };
}

function firstChannel({ guilds, directMessages }: WorldView): string {
  const channel = guilds[0]?.channels.find(({ type }) => type !== GUILD_CATEGORY) ?? directMessages[0];
  return channel?.id ?? "";
}
