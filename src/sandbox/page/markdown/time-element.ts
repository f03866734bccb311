import { onWorldTick, worldNow } from "../world-time.ts";
import { formatTime } from "./format-time.ts";
import type { TimeStyle } from "./tree.ts";

/** A timestamp in a message. Relative ones count on while they are on the page. */
class DiscordTime extends HTMLElement {
  static readonly observedAttributes = ["at", "format", "lang"];
  #stop: (() => void) | undefined;

  connectedCallback(): void {
    if (this.#style === "R") this.#stop = onWorldTick(() => this.#draw());
    this.#draw();
  }

  disconnectedCallback(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.#draw();
  }

  get #style(): TimeStyle {
    return (this.getAttribute("format") ?? "f") as TimeStyle;
  }

  #draw(): void {
    const at = Number(this.getAttribute("at"));
    const locale = this.lang || "en-US";
    const text = formatTime(at, this.#style, locale, worldNow());
    if (this.textContent !== text) this.textContent = text;
    this.title = formatTime(at, "F", locale, 0);
  }
}

customElements.define("discord-time", DiscordTime);
