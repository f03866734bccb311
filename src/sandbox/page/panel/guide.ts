import { html, nothing, type TemplateResult } from "lit-html";
import type { State } from "../page.ts";
import { suggestions, type TryOut } from "./suggestions.ts";

export function guide(state: State, tryOut: TryOut): TemplateResult {
  const list = suggestions(state, tryOut);
  return html`<section>
      <p>One click types it and presses Enter:</p>
      ${list === nothing ? html`<p class="empty">${nobodyOffers(state)}</p>` : list}
    </section>
    <section>
      <h3>More to play with</h3>
      <ul class="hints">
        <li>Type <kbd>/</kbd> in the message box for every command.</li>
        <li><b>Act as</b> somebody else, below the channels: a join, a waitlist, a refusal.</li>
        <li>The <b>clock</b> below turns days into seconds, so that reminders come now.</li>
        <li><b>Backstage</b> breaks things: permissions, the network, the bot itself.</li>
        <li><b>Inspect</b> on a message shows what went over the wire.</li>
      </ul>
    </section>`;
}

function nobodyOffers({ world }: State): string {
  return world.bot.connected
    ? `${world.bot.name} offers no commands here.`
    : `${world.bot.name} is not connected, so there is nothing to try yet.`;
}
