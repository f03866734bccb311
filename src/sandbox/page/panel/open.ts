import { fetchTraffic } from "../api.ts";
import type { Entry, Page, Panel } from "../page.ts";

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

/** Shows what went over the wire about a line of the channel, or the last of all that did. */
export function inspect(page: Page, entryId?: string): void {
  show(page, { kind: "inspector", entryId, traffic: undefined });
  void refreshInspector(page);
}

/** Fetches what went over the wire again: whatever is looked at, or this line if it is that. */
export async function refreshInspector(page: Page, onlyId?: string): Promise<void> {
  const { panel, entries } = page.state;
  if (panel?.kind !== "inspector" || (onlyId !== undefined && onlyId !== panel.entryId)) return;
  const { entryId } = panel;
  const entry = entries.find(({ id }) => id === entryId);
  if (entryId !== undefined && !entry) return;
  const traffic = await fetchTraffic(entry ? idsOf(entry) : []).catch(() => []);
  const shown = page.state.panel;
  if (shown?.kind === "inspector" && shown.entryId === entryId) page.change({ panel: { ...shown, traffic } });
}

/** A message's own id, and those of the interactions that it came from. */
function idsOf(entry: Entry): readonly string[] {
  if (entry.kind === "waiting") return [];
  if (entry.kind === "silent") return [entry.interactionId];
  const { message } = entry.seen;
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
