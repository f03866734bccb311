import { html, nothing, type TemplateResult } from "lit-html";
import type { ClockRequest } from "../../people/protocol.ts";
import { reasonOf, turnClock } from "../api.ts";
import { clockIcon } from "../icons.ts";
import { localeOf } from "../names.ts";
import type { Page } from "../page.ts";
import { worldNow, worldOffsetMs, worldRate } from "../world-time.ts";

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

/** The world's time, which can be stopped, driven and turned so that a week passes in a minute. */
export function clockPanel(page: Page): TemplateResult {
  const { state } = page;
  const locale = localeOf(state);
  const now = worldNow();
  const rate = worldRate();
  const isTurned = Math.abs(worldOffsetMs()) >= UNTURNED_MS;
  const turn = (request: ClockRequest) => void turned(page, request);

  return html`<section class="clock" aria-label="Clock">
    <p class="clock-now">
      ${clockIcon}<time datetime=${new Date(now).toISOString()} title=${written(LONG, now, locale)}>${written(SHORT, now, locale)}</time>
      ${isTurned || rate !== 1 ? html`<span class="clock-turned">${standing(rate)}</span>` : nothing}
    </p>
    ${state.clockNote ? html`<p class="clock-note" role="status">${state.clockNote}</p>` : nothing}
    <div class="clock-turns">
      ${driver("Pause", 0, rate, turn)} ${driver("×60", 60, rate, turn)}
      <button type="button" class="button secondary" @click=${() => turn({ at: worldNow() + DAY_MS })}>+1 day</button>
    </div>
    <div class="clock-turns">
      <button
        type="button"
        class="button secondary"
        title="To where a reminder is likely: a day before, a quarter of an hour before and at every time that a message names. Then minutes pass until the bot says something."
        @click=${() => turn({ toNextFor: state.userId })}
      >
        Next reminder
      </button>
      <button
        type="button"
        class="button secondary"
        ?disabled=${!isTurned && rate === 1}
        @click=${() => turn({ offsetMs: 0, rate: 1 })}
      >
        Back to now
      </button>
    </div>
    <form class="clock-date" @submit=${(event: SubmitEvent) => turnTo(event, turn)}>
      <input type="datetime-local" name="at" aria-label="A date to turn to" required @focus=${fillIn} />
      <button type="submit" class="button secondary">Turn</button>
    </form>
  </section>`;
}

/** A button that stays in while time goes at its rate. */
function driver(
  label: string,
  rate: number,
  rateNow: number,
  turn: (request: ClockRequest) => void,
): TemplateResult {
  const isOn = rate === rateNow;
  return html`<button
    type="button"
    class="button secondary ${isOn ? "on" : ""}"
    aria-pressed=${isOn ? "true" : "false"}
    @click=${() => turn({ rate: isOn ? 1 : rate })}
  >${label}</button>`;
}

function standing(rate: number): string {
  if (rate === 0) return "paused";
  return rate === 1 ? "turned" : `×${rate}`;
}

async function turned(page: Page, request: ClockRequest): Promise<void> {
  try {
    const { moment = "" } = await turnClock(request);
    page.change({ clockNote: moment && `Now: ${moment}.` });
  } catch (error) {
    page.change({ clockNote: reasonOf(error) });
  }
}

function written(format: Intl.DateTimeFormatOptions, at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, format).format(at);
}

/** A date field starts with the world's time, and is then left to whoever types in it. */
function fillIn(event: Event): void {
  const input = event.target as HTMLInputElement;
  input.value ||= localText(worldNow());
}

function turnTo(event: SubmitEvent, turn: (request: ClockRequest) => void): void {
  event.preventDefault();
  const form = event.currentTarget as HTMLFormElement;
  const at = new Date(String(new FormData(form).get("at"))).getTime();
  if (Number.isFinite(at)) turn({ at });
  form.reset();
}

/** What a date field shows, in the time zone of the browser. */
function localText(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
