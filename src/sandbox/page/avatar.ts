import { html, type TemplateResult } from "lit-html";
import type { WorldView } from "../people/protocol.ts";
import { initials, nameOf } from "./names.ts";

const HUES = 6;

/** A picture of somebody. Their name stands beside it, so a screen reader passes over it. */
export function avatar(world: WorldView, userId: string): TemplateResult {
  if (userId === world.bot.id) return html`<img class="avatar" src="/icon.svg" alt="" />`;
  const hue =
    Math.max(
      0,
      world.people.findIndex(({ id }) => id === userId),
    ) % HUES;
  const name = nameOf(world, userId) ?? "?";
  return html`<span class="avatar" data-hue=${hue} aria-hidden="true">${initials(name)}</span>`;
}
