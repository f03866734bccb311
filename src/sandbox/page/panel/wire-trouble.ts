import { html, nothing, type TemplateResult } from "lit-html";
import type { Mishap, WaitingFault } from "../../fault.ts";
import type { TroubleRequest } from "../../people/protocol.ts";
import type { State } from "../page.ts";

const KINDS: readonly { readonly label: string; readonly title: string; readonly mishap: Mishap }[] = [
  {
    label: "429",
    title: "Too many requests: wait two seconds",
    mishap: { kind: "rate-limit", scope: "shared", retryAfterMs: 2_000 },
  },
  { label: "500", title: "Discord fails", mishap: { kind: "status", status: 500 } },
  { label: "Slow", title: "The answer takes two seconds", mishap: { kind: "slow", delayMs: 2_000 } },
  { label: "Cut", title: "The line breaks before anything is done", mishap: { kind: "cut" } },
  {
    label: "Cut after",
    title: "It is done, and the line breaks before the answer",
    mishap: { kind: "cut-after" },
  },
];
const HOW_MANY = [1, 5, 25];

let times = 1;

/** What happens to the bot's next requests. */
export function wireTrouble({ world }: State, make: (request: TroubleRequest) => void): TemplateResult {
  const { rest } = world.trouble;
  return html`<section>
    <h3>Its next requests</h3>
    <label class="toggle">
      <span>How many</span>
      <select
        @change=${(event: Event) => {
          times = Number((event.target as HTMLSelectElement).value);
        }}
      >
        ${HOW_MANY.map((count) => html`<option value=${count} ?selected=${count === times}>${count}</option>`)}
      </select>
    </label>
    <div class="choices">
      ${KINDS.map(
        ({ label, title, mishap }) => html`<button
          type="button"
          class="button secondary"
          title=${title}
          @click=${() => make({ rest: { mishap, times } })}
        >${label}</button>`,
      )}
    </div>
    ${
      rest.length > 0
        ? html`<ul class="waiting" aria-label="Waiting to go wrong">${rest.map((one) => html`<li>${inWords(one)}</li>`)}</ul>
          <button type="button" class="button secondary" @click=${() => make({ rest: "clear" })}>Call it off</button>`
        : nothing
    }
  </section>`;
}

function inWords({ fault, left }: WaitingFault): string {
  const known = KINDS.find(({ mishap }) => JSON.stringify(mishap) === JSON.stringify(fault.mishap));
  return `${known?.label ?? fault.mishap.kind}: ${left === 1 ? "the next request" : `the next ${left} requests`}`;
}
