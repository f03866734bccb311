import type { ModalValues, Outcome, Where } from "../people/protocol.ts";
import { click, reasonOf, run, select, submit } from "./api.ts";
import type { Composer, Focus } from "./composer/draft.ts";
import { putCursor } from "./composer/editing.ts";
import { takeLine } from "./composer/send.ts";
import { withoutEntry, withUpdate } from "./entries.ts";
import { openOnce } from "./modal/open-once.ts";
import type { Entry, Page, State } from "./page.ts";
import { refreshInspector } from "./panel/open.ts";

/** A quick answer needs no sign that it is on its way. */
const SHOWN_AS_WAITING_AFTER_MS = 250;

let lastOwnId = 0;

/** Sends what is in the message box, and shows what comes of it. */
export async function sendLine(page: Page): Promise<void> {
  const before = page.state.composer;
  const where = whereIs(page.state);
  const line = takeLine(page);
  if (!line) return;

  const command = "command" in line ? line.command : (/^\/(\S+)/.exec(line.text)?.[1] ?? "");
  const id = `own-${++lastOwnId}`;
  const asked = { id, command, userId: where.userId };
  const show = (entry: Entry) => {
    if (isAt(page, where)) page.change({ entries: [...withoutEntry(page.state.entries, id), entry] });
  };
  const wait = () => show({ kind: "waiting", ...asked });
  const timer = command === "" ? undefined : setTimeout(wait, SHOWN_AS_WAITING_AFTER_MS);

  const outcome = await attempt(run({ ...where, ...line }));
  clearTimeout(timer);
  if (!isAt(page, where)) return;
  if (outcome.kind === "no-response") {
    const { text, interactionId } = outcome;
    return show({ kind: "silent", ...asked, text, interactionId });
  }
  page.change({ entries: withoutEntry(page.state.entries, id) });
  void refreshInspector(page);
  if (outcome.kind === "refused") giveBack(page, before, outcome.text);
  else showOutcome(page, outcome);
}

export function press(page: Page, messageId: string, customId: string): Promise<void> {
  return onMessage(page, messageId, customId, (where) => click({ ...where, messageId, customId }));
}

export function choose(
  page: Page,
  messageId: string,
  customId: string,
  values: readonly string[],
): Promise<void> {
  const key = `${messageId}:${customId}`;
  page.change({ picked: new Map(page.state.picked).set(key, values) });
  return onMessage(page, messageId, customId, (where) => select({ ...where, messageId, customId, values }));
}

export async function submitModal(page: Page, filledIn: Promise<ModalValues>): Promise<void> {
  const { modal } = page.state;
  if (!modal) return;
  page.change({ modal: { id: modal.id, modal: modal.modal, isSending: true } });
  const where = whereIs(page.state);
  const outcome = await attempt(filledIn.then((values) => submit({ ...where, modalId: modal.id, values })));
  if (page.state.modal?.id !== modal.id) return;
  if (outcome.kind === "refused" || outcome.kind === "no-response") {
    page.change({ modal: { id: modal.id, modal: modal.modal, refusal: outcome.text } });
    return;
  }
  page.change({ modal: undefined });
  showOutcome(page, outcome);
  void refreshInspector(page);
}

async function onMessage(
  page: Page,
  messageId: string,
  customId: string,
  deed: (where: Where) => Promise<Outcome>,
): Promise<void> {
  const where = whereIs(page.state);
  const key = `${messageId}:${customId}`;
  const failures = new Map(page.state.failures);
  failures.delete(messageId);
  page.change({ busy: new Set(page.state.busy).add(key), failures });

  const outcome = await attempt(deed(where));
  const busy = new Set(page.state.busy);
  busy.delete(key);
  page.change({ busy });
  if (!isAt(page, where)) return;
  if (outcome.kind === "no-response" || outcome.kind === "refused") {
    page.change({ failures: new Map(page.state.failures).set(messageId, outcome.text) });
  } else showOutcome(page, outcome);
  void refreshInspector(page);
}

function showOutcome(page: Page, outcome: Outcome): void {
  if (outcome.kind === "modal") openOnce(page, outcome);
  if (outcome.kind !== "message" && outcome.kind !== "update") return;
  const { message, ephemeral, pinged } = outcome;
  page.change(withUpdate(page.state, { message, ephemeral, pinged }));
}

/** What Discord refuses to send stays in the message box, unless something else was typed meanwhile. */
function giveBack(page: Page, before: Composer, error: string): void {
  const { composer } = page.state;
  const isEmpty = composer.draft.mode === "text" && composer.draft.text === "";
  if (isEmpty) {
    const focus = refusedIn(before, error);
    page.change({ composer: { ...before, focus, isListClosed: true, active: -1 } });
    putCursor(focus);
  }
  page.change({ composer: { ...page.state.composer, error } });
}

/** The option that a refusal names, else where the cursor was. */
function refusedIn({ draft, focus }: Composer, error: string): Focus {
  const chips = draft.mode === "command" ? draft.chips : [];
  const index = chips.findIndex(({ option }) => error.startsWith(`${option.name}: `));
  return index === -1 ? focus : index;
}

async function attempt(deed: Promise<Outcome>): Promise<Outcome> {
  try {
    return await deed;
  } catch (error) {
    return { kind: "refused", text: reasonOf(error) };
  }
}

function whereIs({ userId, channelId }: State): Where {
  return { userId, channelId };
}

function isAt({ state }: Page, where: Where): boolean {
  return state.userId === where.userId && state.channelId === where.channelId;
}
