import { html, nothing, type TemplateResult } from "lit-html";
import { turnClock } from "../api.ts";
import { clockIcon } from "../icons.ts";
import { worldNow, worldOffsetMs } from "../world-time.ts";

const DAY_MS = 86_400_000;
/** A page left open drifts by less than this. */
const UNTURNED_MS = 1_000;

const SHORT: Intl.DateTimeFormatOptions = {
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "numeric",
  minute: "2-digit",
};
const LONG: Intl.DateTimeFormatOptions = { dateStyle: "full", timeStyle: "long" };

/** The world's time, which can be turned so that a week passes in a minute. */
export function clockPanel(locale: string): TemplateResult {
  const now = worldNow();
  const isTurned = Math.abs(worldOffsetMs()) >= UNTURNED_MS;
  return html`<section class="clock ${isTurned ? "turned" : ""}" aria-label="Clock">
    <p class="clock-now">
      ${clockIcon}<time datetime=${new Date(now).toISOString()} title=${written(LONG, now, locale)}>${written(SHORT, now, locale)}</time>
      ${isTurned ? html`<span class="clock-turned">turned</span>` : nothing}
    </p>
    <div class="clock-turns">
      <button type="button" class="button secondary" @click=${() => void turnClock({ at: worldNow() + DAY_MS })}>
        +1 day
      </button>
      <button
        type="button"
        class="button secondary"
        ?disabled=${!isTurned}
        @click=${() => void turnClock({ offsetMs: 0 })}
      >
        Back to now
      </button>
    </div>
    <form class="clock-date" @submit=${turnTo}>
      <input type="datetime-local" name="at" aria-label="A date to turn to" required @focus=${fillIn} />
      <button type="submit" class="button secondary">Turn</button>
    </form>
  </section>`;
}

function written(format: Intl.DateTimeFormatOptions, at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, format).format(at);
}

/** A date field starts with the world's time, and is then left to whoever types in it. */
function fillIn(event: Event): void {
  const input = event.target as HTMLInputElement;
  input.value ||= localText(worldNow());
}

function turnTo(event: SubmitEvent): void {
  event.preventDefault();
  const form = event.currentTarget as HTMLFormElement;
  const at = new Date(String(new FormData(form).get("at"))).getTime();
  if (Number.isFinite(at)) void turnClock({ at });
  form.reset();
}

/** What a date field shows, in the time zone of the browser. */
function localText(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
