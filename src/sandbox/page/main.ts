import { render } from "lit-html";
import type { Where } from "../people/protocol.ts";
import { firstState, load, moveTo } from "./arrive.ts";
import { editing, putCursor } from "./composer/editing.ts";
import { suggester } from "./composer/suggest.ts";
import { typeAnywhere } from "./composer/type-anywhere.ts";
import { choose, press, sendLine, submitModal } from "./deeds.ts";
import { onLiveEvent, refreshWorld } from "./happenings.ts";
import { layout, type PageDeeds } from "./layout.ts";
import { followAs } from "./live.ts";
import "./markdown/time-element.ts";
import { showMessage } from "./message/origin.ts";
import { openDialog } from "./modal/modal.ts";
import { type Page, pageOf } from "./page.ts";
import { closePanel, inspect, isPanelInFront } from "./panel/open.ts";
import { tryOut } from "./panel/try-out.ts";
import { stickToEnd } from "./stick-to-end.ts";
import { applyTheme } from "./theme.ts";
import { onWorldTick } from "./world-time.ts";

applyTheme();
const page = pageOf(await firstState(), draw);
const deeds: PageDeeds = {
  edit: editing(page, suggester(page)),
  send: () => {
    jumpToEnd();
    void sendLine(page);
  },
  press: (messageId, customId) => void press(page, messageId, customId),
  choose: (messageId, customId, values) => void choose(page, messageId, customId, values),
  submitModal: (values) => void submitModal(page, values),
  dismiss: (entryId) => page.change({ dismissed: new Set(page.state.dismissed).add(entryId) }),
  inspect: (entryId) => inspect(page, entryId),
  tryOut: (suggestion) => {
    if (isPanelInFront()) closePanel(page);
    else if (!page.state.panel) page.change({ panel: { kind: "guide" } });
    jumpToEnd();
    void tryOut(page, suggestion, deeds.edit.typeText);
  },
  writeCommand: (name) => {
    deeds.edit.typeText(`/${name} `);
    putCursor(page.state.composer.focus);
  },
  openChannel: (channelId, messageId) => void openChannel(channelId, messageId),
  actAs: (userId) => void go({ userId }),
};
draw(page);
const jumpToEnd = stickToEnd(
  document.querySelector(".timeline"),
  document.querySelector<HTMLElement>(".jump"),
);
let stopFollowing = follow();
onWorldTick(() => draw(page));
typeAnywhere(page);

function draw(shown: Page): void {
  render(layout(shown, deeds), document.body);
  openDialog();
}

async function go(place: Partial<Where>): Promise<void> {
  try {
    if (!(await moveTo(page, place))) return;
    if (place.userId === undefined) await settle();
    else {
      stopFollowing();
      stopFollowing = follow();
    }
  } catch {
    page.change({ isOffline: true, isLoading: false });
  }
}

async function openChannel(channelId: string, messageId: string | undefined): Promise<void> {
  if (channelId !== page.state.channelId || messageId === undefined) await go({ channelId });
  if (messageId !== undefined) showMessage(messageId);
}

/** All that happens from here on is told, so what is here already is fetched now, and nothing falls between. */
async function arrived(): Promise<void> {
  try {
    await Promise.all([refreshWorld(page), settle()]);
  } catch {
    page.change({ isOffline: true, isLoading: false });
  }
}

async function settle(): Promise<void> {
  await load(page);
  jumpToEnd();
  const { draft } = page.state.composer;
  // Whoever types fast has written a command before the page knew of any.
  if (draft.mode === "text") deeds.edit.typeText(draft.text);
  putCursor(page.state.composer.focus);
}

function follow(): () => void {
  return followAs(page.state.userId, {
    onEvent: (event) => onLiveEvent(page, event),
    onOpen: () => void arrived(),
    onLost: () => page.change({ isOffline: true }),
    onBack: () => void go({}),
  });
}
