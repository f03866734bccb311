import { html, nothing, type TemplateResult } from "lit-html";
import { guard } from "lit-html/directives/guard.js";
import { repeat } from "lit-html/directives/repeat.js";
import type { SeenMessage } from "../../people/protocol.ts";
import { avatar } from "../avatar.ts";
import { isOvertaken } from "../entries.ts";
import type { Reader } from "../markdown/render.ts";
import type { Entry, Page, State } from "../page.ts";
import { worldNow } from "../world-time.ts";
import { isSameDay, longDate } from "./dates.ts";
import { failed, inspectButton, message, onlyYou, thinking } from "./message.ts";
import { invocation } from "./origin.ts";
import { readerOf, type Scene, sceneOf, type TimelineDeeds } from "./scene.ts";

/** Messages of one author within this time stand under one header. */
const GROUPED_WITHIN_MS = 7 * 60_000;

/** The channel's messages, oldest first. Only what has changed is drawn again. */
export function timeline(page: Page, deeds: TimelineDeeds): TemplateResult {
  const { state } = page;
  const { entries, dismissed, busy, failures, picked, menu, world, userId, newFrom } = state;
  return html`${guard(
    [entries, dismissed, busy, failures, picked, menu, world, userId, newFrom, worldDay()],
    () => {
      const reader = readerOf(state, deeds);
      const shown = entries.filter((entry) => !dismissed.has(entry.id) && !isOvertaken(entry, entries));
      return repeat(
        shown,
        ({ id }) => id,
        (entry, index) => line(page, entry, shown[index - 1], reader, deeds),
      );
    },
  )}`;
}

function line(
  page: Page,
  entry: Entry,
  before: Entry | undefined,
  reader: Reader,
  deeds: TimelineDeeds,
): TemplateResult {
  const { state } = page;
  if (entry.kind !== "message") return html`<li>${unanswered(entry, state, deeds)}</li>`;

  const { id, seen } = entry;
  const scene = sceneOf(page, id, reader, deeds);
  const isFirstNew = id === state.newFrom;
  const isGrouped = !isFirstNew && belongsTo(before, entry);
  const failure = state.failures.get(id);
  return html`<li>
    ${lineAbove(before, entry, isFirstNew, reader.locale)}
    ${guard([seen, isGrouped, failure, ...movingParts(scene, seen)], () =>
      message(
        { seen, isGrouped, failure, dismiss: () => deeds.dismiss(id), inspect: () => deeds.inspect(id) },
        scene,
      ),
    )}
  </li>`;
}

/** Everything outside a message that its looks depend on. */
function movingParts({ state, menu, messageId }: Scene, { message: shown }: SeenMessage): readonly unknown[] {
  const answered = shown.message_reference?.message_id;
  return [
    state.world,
    state.userId,
    worldDay(),
    menu,
    [...state.busy].filter((key) => key.startsWith(messageId)).join(),
    JSON.stringify([...state.picked].filter(([key]) => key.startsWith(messageId))),
    answered && state.entries.find(({ id }) => id === answered),
  ];
}

/** "Today at" becomes "Yesterday at" when the world's day ends. */
function worldDay(): string {
  return new Date(worldNow()).toDateString();
}

function unanswered(
  entry: Exclude<Entry, { readonly kind: "message" }>,
  { world }: State,
  { dismiss, inspect }: TimelineDeeds,
): TemplateResult {
  const isSilent = entry.kind === "silent";
  return html`<article class="message ${isSilent ? "ephemeral" : "waiting"}">
    ${invocation(world, entry.userId, entry.command)} ${avatar(world, world.bot.id)}
    <div class="message-body">
      <header class="message-header">
        <span class="author">${world.bot.name}</span><span class="app-tag">APP</span>
      </header>
      ${isSilent ? failed(entry.text) : thinking(world.bot.name)}
      ${isSilent ? onlyYou(() => dismiss(entry.id)) : nothing}
    </div>
    ${isSilent ? inspectButton(() => inspect(entry.id)) : nothing}
  </article>`;
}

function belongsTo(
  before: Entry | undefined,
  { seen }: Extract<Entry, { readonly kind: "message" }>,
): boolean {
  if (before?.kind !== "message") return false;
  const [a, b] = [before.seen, seen];
  const apart = Date.parse(b.message.timestamp) - Date.parse(a.message.timestamp);
  return (
    a.message.author.id === b.message.author.id &&
    a.ephemeral === b.ephemeral &&
    !b.message.interaction_metadata &&
    !b.message.message_reference &&
    apart >= 0 &&
    apart < GROUPED_WITHIN_MS
  );
}

/** What parts a message from those above it: a new day, and where the acting person had stopped reading. */
function lineAbove(
  before: Entry | undefined,
  { seen }: Extract<Entry, { readonly kind: "message" }>,
  isFirstNew: boolean,
  locale: string,
): TemplateResult | typeof nothing {
  const at = Date.parse(seen.message.timestamp);
  const isSame =
    before && (before.kind !== "message" || isSameDay(at, Date.parse(before.seen.message.timestamp)));
  if (isSame && !isFirstNew) return nothing;
  return html`<div class="day ${isFirstNew ? "new" : ""}" role="separator" aria-label=${isFirstNew ? "New messages" : nothing}>
    <span>${isSame ? nothing : longDate(at, locale)}</span>${isFirstNew ? html`<b>New</b>` : nothing}
  </div>`;
}
