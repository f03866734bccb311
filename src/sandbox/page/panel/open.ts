import type { SeenMessage } from "../../people/protocol.ts";
import { fetchTraffic } from "../api.ts";
import type { Page, Panel } from "../page.ts";

let openedFrom: HTMLElement | undefined;

/** Opens a panel and puts the cursor into it, or closes it where it is open already. */
export function togglePanel(page: Page, kind: Exclude<Panel["kind"], "inspector">): void {
  if (page.state.panel?.kind === kind) closePanel(page);
  else show(page, { kind });
}

/** Whoever closes a panel goes on where they opened it. */
export function closePanel(page: Page): void {
  page.change({ panel: undefined });
  if (openedFrom?.isConnected) openedFrom.focus();
  openedFrom = undefined;
}

export function inspect(page: Page, messageId: string): void {
  show(page, { kind: "inspector", messageId, traffic: undefined });
  void refreshInspector(page, messageId);
}

/** Fetches what went over the wire about a message, while it is the one that is looked at. */
export async function refreshInspector(page: Page, messageId: string): Promise<void> {
  const isShown = () => page.state.panel?.kind === "inspector" && page.state.panel.messageId === messageId;
  const entry = page.state.entries.find(({ id }) => id === messageId);
  if (!isShown() || entry?.kind !== "message") return;
  const traffic = await fetchTraffic(idsOf(entry.seen)).catch(() => []);
  if (isShown()) page.change({ panel: { kind: "inspector", messageId, traffic } });
}

/** The message's own id, and those of the interactions that it came from. */
function idsOf({ message }: SeenMessage): readonly string[] {
  const metadata = message.interaction_metadata;
  const trigger = metadata && "triggering_interaction_metadata" in metadata ? metadata : undefined;
  return [message.id, metadata?.id, trigger?.triggering_interaction_metadata.id].filter(
    (id) => id !== undefined,
  );
}

/** On a small screen a panel covers the channel. */
export function isPanelInFront(): boolean {
  return matchMedia("(max-width: 1180px)").matches;
}

function show(page: Page, panel: Panel): void {
  const { activeElement } = document;
  if (!page.state.panel && activeElement instanceof HTMLElement) openedFrom = activeElement;
  page.change({ panel });
  document.getElementById("panel-title")?.focus();
}
