import type { LiveEvent } from "../people/protocol.ts";
import { fetchCommands, fetchWorld } from "./api.ts";
import { withMessage, withoutEntry } from "./entries.ts";
import { excerpt } from "./message/excerpt.ts";
import { nameOf } from "./names.ts";
import type { Page } from "./page.ts";
import { setWorldClock } from "./world-time.ts";

/** Shows what happens elsewhere: other people's messages, the bot's edits, a turn of the clock. */
export function onLiveEvent(page: Page, event: LiveEvent): void {
  const { state } = page;
  switch (event.event) {
    case "message-created":
      onMessage(page, event);
      break;
    case "message-updated":
      if (event.channelId === state.channelId && state.entries.some(({ id }) => id === event.message.id)) {
        page.change({ entries: withMessage(state.entries, seenIn(event)) });
      }
      break;
    case "message-deleted":
      page.change({ entries: withoutEntry(state.entries, event.messageId) });
      break;
    case "modal-opened":
      if (state.modal?.id !== event.id) page.change({ modal: { id: event.id, modal: event.modal } });
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
      break;
    case "channel-changed":
    case "world-changed":
      void refreshWorld(page);
      break;
    case "pinged":
    case "typing":
      break;
  }
}

type Arrival = Extract<LiveEvent, { readonly event: "message-created" | "message-updated" }>;

function onMessage(page: Page, event: Arrival): void {
  const { state } = page;
  const { channelId, message, pinged } = event;
  if (channelId !== state.channelId) {
    const pings = (state.unread.get(channelId) ?? 0) + (pinged.includes(state.userId) ? 1 : 0);
    page.change({ unread: new Map(state.unread).set(channelId, pings) });
    return;
  }
  const author = nameOf(state.world, message.author.id) ?? message.author.username;
  const isOwn = message.author.id === state.userId;
  page.change({
    entries: withMessage(state.entries, seenIn(event)),
    ...(isOwn ? {} : { announcement: `${author}: ${excerpt(event)}` }),
  });
}

function seenIn({ message, ephemeral, pinged }: Arrival) {
  return { message, ephemeral, pinged };
}

async function refreshCommands(page: Page): Promise<void> {
  const { userId, channelId } = page.state;
  const commands = await fetchCommands({ userId, channelId });
  if (page.state.channelId === channelId && page.state.userId === userId) page.change({ commands });
}

async function refreshWorld(page: Page): Promise<void> {
  const { userId } = page.state;
  const world = await fetchWorld(userId);
  if (page.state.userId === userId) page.change({ world });
}
