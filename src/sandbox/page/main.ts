import { render } from "lit-html";
import { arrive, firstState } from "./arrive.ts";
import { editing } from "./composer/editing.ts";
import { suggester } from "./composer/suggest.ts";
import { choose, press, sendLine, submitModal } from "./deeds.ts";
import { onLiveEvent } from "./happenings.ts";
import { layout, type PageDeeds } from "./layout.ts";
import { followAs } from "./live.ts";
import "./markdown/time-element.ts";
import { openDialog } from "./modal/modal.ts";
import { type Page, pageOf } from "./page.ts";
import { stickToEnd } from "./stick-to-end.ts";
import { applyTheme } from "./theme.ts";
import { onWorldTick } from "./world-time.ts";

applyTheme();
const page = pageOf(await firstState(), draw);
const edit = editing(page, suggester(page));
const deeds: PageDeeds = {
  edit,
  send: () => void sendLine(page),
  press: (messageId, customId) => void press(page, messageId, customId),
  choose: (messageId, customId, values) => void choose(page, messageId, customId, values),
  submitModal: (values) => void submitModal(page, values),
  dismiss: (entryId) => page.change({ dismissed: new Set(page.state.dismissed).add(entryId) }),
  openChannel: (channelId) => void go({ channelId }),
  actAs: (userId) => void go({ userId }),
};
let stopFollowing = follow();
draw(page);
stickToEnd(document.querySelector(".timeline"));
document.getElementById("composer-text")?.focus();
onWorldTick(() => draw(page));

function draw(shown: Page): void {
  render(layout(shown, deeds), document.body);
  openDialog();
}

async function go(place: { readonly userId?: string; readonly channelId?: string }): Promise<void> {
  await arrive(page, place);
  if (place.userId !== undefined) {
    stopFollowing();
    stopFollowing = follow();
  }
  document.getElementById("composer-text")?.focus();
}

function follow(): () => void {
  return followAs(page.state.userId, {
    onEvent: (event) => onLiveEvent(page, event),
    onLost: () => page.change({ isOffline: true }),
    onBack: () => void go({}),
  });
}
