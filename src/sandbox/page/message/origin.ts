import { html, nothing, type TemplateResult } from "lit-html";
import type { SeenMessage, WorldView } from "../../people/protocol.ts";
import { avatar } from "../avatar.ts";
import { nameOf } from "../names.ts";
import type { State } from "../page.ts";
import { excerpt } from "./excerpt.ts";

/** How long the message that was looked for stands out. */
const FOUND_MS = 2_000;

/** The line above a message that says what it answers: a command, or another message. */
export function origin({ message }: SeenMessage, state: State): TemplateResult | typeof nothing {
  const { interaction_metadata: metadata, message_reference: reference } = message;
  if (metadata && "name" in metadata && typeof metadata.name === "string" && !reference) {
    return invocation(state.world, metadata.user.id, metadata.name);
  }
  if (!reference?.message_id) return nothing;
  const answered = state.entries.find(({ id }) => id === reference.message_id);
  if (answered?.kind !== "message")
    return html`<div class="origin"><i>Message could not be loaded.</i></div>`;

  const { author } = answered.seen.message;
  return html`<div class="origin">
    ${avatar(state.world, author.id)}${author.bot ? html`<span class="app-tag">APP</span>` : nothing}<b>${nameOf(state.world, author.id) ?? author.username}</b>
    <button type="button" class="quiet one-line" @click=${() => showMessage(answered.id)}>
      ${excerpt(answered.seen) || "Go to message"}
    </button>
  </div>`;
}

export function invocation(world: WorldView, userId: string, command: string): TemplateResult {
  return html`<div class="origin">
    ${avatar(world, userId)}<b>${nameOf(world, userId) ?? "Somebody"}</b> used
    <span class="used">/${command}</span>
  </div>`;
}

export function showMessage(messageId: string): void {
  const message = document.getElementById(`message-${messageId}`);
  if (!message) return;
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  message.scrollIntoView({ block: "center", behavior: isStill ? "auto" : "smooth" });
  message.focus({ preventScroll: true });
  message.classList.add("found");
  setTimeout(() => message.classList.remove("found"), FOUND_MS);
}
