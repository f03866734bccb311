import type { Reader } from "../markdown/render.ts";
import { channelById, channelName, localeOf, nameOf, roleName } from "../names.ts";
import type { OpenMenu, Page, State } from "../page.ts";

/** What the parts of a message know of the page around them, and what they can ask of it. */
export interface Scene {
  readonly state: State;
  readonly reader: Reader;
  readonly messageId: string;
  readonly menu: OpenMenu | undefined;
  isBusy(customId: string): boolean;
  picked(customId: string): readonly string[] | undefined;
  press(customId: string): void;
  choose(customId: string, values: readonly string[]): void;
  showMenu(menu: Omit<OpenMenu, "messageId"> | undefined): void;
}

/** What the timeline asks of the page. */
export interface TimelineDeeds {
  press(messageId: string, customId: string): void;
  choose(messageId: string, customId: string, values: readonly string[]): void;
  dismiss(entryId: string): void;
  inspect(entryId: string): void;
  openChannel(channelId: string, messageId?: string): void;
  /** Puts a command into the message box, to be filled in. */
  writeCommand(name: string): void;
}

export function readerOf(
  state: State,
  { openChannel, writeCommand }: Pick<TimelineDeeds, "openChannel" | "writeCommand">,
): Reader {
  const { world } = state;
  return {
    locale: localeOf(state),
    userName: (id) => nameOf(world, id),
    roleName: (id) => roleName(world, id)?.replace(/^@/, ""),
    channelName: (id) => {
      const channel = channelById(world, id);
      return channel && channelName(world, channel);
    },
    openChannel,
    writeCommand,
  };
}

export function sceneOf(page: Page, messageId: string, reader: Reader, deeds: TimelineDeeds): Scene {
  const { state } = page;
  return {
    state,
    reader,
    messageId,
    menu: state.menu?.messageId === messageId ? state.menu : undefined,
    isBusy: (customId) => state.busy.has(`${messageId}:${customId}`),
    picked: (customId) => state.picked.get(`${messageId}:${customId}`),
    press: (customId) => deeds.press(messageId, customId),
    choose: (customId, values) => deeds.choose(messageId, customId, values),
    showMenu: (menu) => page.change({ menu: menu && { ...menu, messageId } }),
  };
}
