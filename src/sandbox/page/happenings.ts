import type { LiveEvent, WorldView } from "../people/protocol.ts";
import { fetchCommands, fetchWorld } from "./api.ts";
import { withMessage, withoutEntry, withUpdate } from "./entries.ts";
import { excerpt } from "./message/excerpt.ts";
import { openOnce } from "./modal/open-once.ts";
import { nameOf } from "./names.ts";
import { onlyLatest } from "./only-latest.ts";
import type { Page, State, Unread } from "./page.ts";
import { refreshInspector } from "./panel/open.ts";
import { unreadFrom } from "./reading.ts";
import { setWorldClock } from "./world-time.ts";

/** Shows what happens elsewhere: other people's messages, the bot's edits, a turn of the clock. */
export function onLiveEvent(page: Page, event: LiveEvent): void {
  const { state } = page;
  switch (event.event) {
    case "message-created":
      onMessage(page, event);
      break;
    case "message-updated":
      if (event.channelId === state.channelId && (state.isLoading || isShown(state, event.message.id))) {
        page.change(withUpdate(state, seenIn(event)));
        void refreshInspector(page, event.message.id);
      }
      break;
    case "message-deleted":
      page.change({ entries: withoutEntry(state.entries, event.messageId) });
      break;
    case "modal-opened":
      openOnce(page, event);
      break;
    case "clock-turned":
      setWorldClock(event);
      break;
    case "commands-changed":
      void refreshCommands(page);
      break;
    case "bot-came":
    case "bot-left":
      page.change({
        world: { ...state.world, bot: { ...state.world.bot, connected: event.event === "bot-came" } },
      });
      void refreshWorld(page);
      break;
    case "channel-changed":
    case "world-changed":
      void refreshWorld(page);
      break;
    case "pinged":
      onPing(page, event);
      break;
  }
}

function isShown({ entries }: State, messageId: string): boolean {
  return entries.some(({ id }) => id === messageId);
}

type Arrival = Extract<LiveEvent, { readonly event: "message-created" | "message-updated" }>;

function onMessage(page: Page, event: Arrival): void {
  const { state } = page;
  const { channelId, message } = event;
  if (channelId !== state.channelId) {
    if (event.ephemeral) return;
    page.change({
      unread: new Map(state.unread).set(channelId, state.unread.get(channelId) ?? 0),
      readTo: unreadFrom(state.readTo, { userId: state.userId, channelId }, message.id),
    });
    return;
  }
  const author = nameOf(state.world, message.author.id) ?? message.author.username;
  const isOwn = message.author.id === state.userId;
  page.change({
    entries: withMessage(state.entries, seenIn(event)),
    ...(isOwn ? {} : { announcement: `${author}: ${excerpt(event)}` }),
  });
}

/** Whoever is not looking at that channel gets a badge. */
function onPing(page: Page, { channelId, userIds }: Extract<LiveEvent, { readonly event: "pinged" }>): void {
  const { state } = page;
  const counted = (unread: Unread | undefined) =>
    new Map(unread).set(channelId, (unread?.get(channelId) ?? 0) + 1);
  const unreadBy = new Map(state.unreadBy);
  for (const id of userIds) if (id !== state.userId) unreadBy.set(id, counted(unreadBy.get(id)));
  const isMine = userIds.includes(state.userId) && channelId !== state.channelId;
  page.change({ unreadBy, ...(isMine ? { unread: counted(state.unread) } : {}) });
}

function seenIn({ message, ephemeral, pinged }: Arrival) {
  return { message, ephemeral, pinged };
}

/** What cannot be fetched stays as it is: the live line says when the sandbox is gone, and all is fetched when it is back. */
async function refreshCommands(page: Page): Promise<void> {
  const { userId, channelId } = page.state;
  const commands = await fetchCommands({ userId, channelId }).catch(() => undefined);
  const isHere = page.state.channelId === channelId && page.state.userId === userId;
  if (commands !== undefined && isHere) page.change({ commands });
}

const latestWorld = onlyLatest<WorldView>();

/** What happened while an older answer was on its way is in the latest one. */
export async function refreshWorld(page: Page): Promise<void> {
  const { userId } = page.state;
  const world = await latestWorld(fetchWorld(userId)).catch(() => undefined);
  if (world !== undefined && page.state.userId === userId) page.change({ world });
}
