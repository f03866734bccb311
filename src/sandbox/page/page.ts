import type { APIApplicationCommand } from "discord-api-types/v10";
import type { OpenModal, SeenMessage, WorldView } from "../people/protocol.ts";
import type { TrafficEntry } from "../traffic.ts";
import type { Composer } from "./composer/draft.ts";
import type { ReadTo } from "./reading.ts";

/** A line of the channel: a message, or what only this page knows of a command on its way. */
export type Entry =
  | { readonly kind: "message"; readonly id: string; readonly seen: SeenMessage }
  | { readonly kind: "waiting"; readonly id: string; readonly command: string; readonly userId: string }
  | {
      readonly kind: "silent";
      readonly id: string;
      readonly command: string;
      readonly userId: string;
      readonly text: string;
      readonly interactionId: string;
    };

/** The list of a select that stands open. */
export interface OpenMenu {
  readonly messageId: string;
  readonly customId: string;
  readonly picked: readonly string[];
  readonly active: number;
  /** What was typed to shorten the list. */
  readonly filter: string;
}

export interface ModalOnScreen extends OpenModal {
  readonly refusal?: string;
  readonly isSending?: boolean;
}

/** What stands beside the channel: what there is to try, what can go wrong, or a message as it went over the wire. */
export type Panel =
  | { readonly kind: "guide" }
  | { readonly kind: "backstage" }
  | {
      readonly kind: "inspector";
      /** The line of the channel that is looked at; undefined for the last things said of whatever kind. */
      readonly entryId: string | undefined;
      /** Undefined while it is fetched. */
      readonly traffic: readonly TrafficEntry[] | undefined;
    };

/** How often somebody was pinged in each channel since they last looked; 0 is merely unread. */
export type Unread = ReadonlyMap<string, number>;

/** Everything the page shows. Views read it; deeds replace parts of it. */
export interface State {
  readonly world: WorldView;
  /** Who the person at the keyboard acts as. */
  readonly userId: string;
  readonly channelId: string;
  readonly commands: readonly APIApplicationCommand[];
  readonly entries: readonly Entry[];
  readonly isLoading: boolean;
  readonly isOffline: boolean;
  readonly isNavOpen: boolean;
  readonly composer: Composer;
  /** Buttons and selects that wait for the bot, as `message id:custom id`. */
  readonly busy: ReadonlySet<string>;
  /** What a press came to when it failed, by message id. */
  readonly failures: ReadonlyMap<string, string>;
  /** What was last picked in a select, as `message id:custom id`. */
  readonly picked: ReadonlyMap<string, readonly string[]>;
  readonly menu: OpenMenu | undefined;
  readonly modal: ModalOnScreen | undefined;
  readonly dismissed: ReadonlySet<string>;
  readonly panel: Panel | undefined;
  /** The suggestions that were tried. */
  readonly tried: ReadonlySet<string>;
  /** What the acting person has not read. */
  readonly unread: Unread;
  /** How far everybody has read. */
  readonly readTo: ReadTo;
  /** The first message here that the acting person had not seen before they came. */
  readonly newFrom: string | undefined;
  /** What everybody else has not, by their id. */
  readonly unreadBy: ReadonlyMap<string, Unread>;
  /** What the clock was last turned to, in words. */
  readonly clockNote: string;
  /** What a screen reader says about the newest message. */
  readonly announcement: string;
}

export interface Page {
  readonly state: State;
  /** Replaces parts of the state and draws the page before it returns. */
  change(patch: Partial<State>): void;
}

export function pageOf(initial: State, draw: (page: Page) => void): Page {
  let state = initial;
  const page: Page = {
    get state() {
      return state;
    },
    change(patch) {
      state = { ...state, ...patch };
      draw(page);
    },
  };
  return page;
}
