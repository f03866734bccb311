import { html, nothing, type TemplateResult } from "lit-html";
import { commandLines } from "../composer/draft.ts";
import type { State } from "../page.ts";

interface Suggestion {
  readonly line: string;
  readonly title: string;
  readonly hint: string;
}

const SUGGESTIONS: readonly Suggestion[] = [
  { line: "/mission home", title: "Read a briefing", hint: "What the mission asks, step by step." },
  {
    line: "/lfg second-wave in 2 hours",
    title: "Gather a crew",
    hint: "A card to join. Then act as somebody else and press Join.",
  },
  {
    line: "/rewards claim",
    title: "Claim a weekly reward",
    hint: "An officer opens one first: /rewards open home.",
  },
  { line: "/bugs home", title: "Look up a bug", hint: "Who meets it, and the way around." },
  { line: "/fleet setup", title: "Set the fleet up", hint: "Channels, roles, time zone. Officers only." },
];

/** Commands worth a first try, those of them that the acting person is offered here. */
export function suggestions(state: State, run: (line: string) => void): TemplateResult | typeof nothing {
  const names = commandLines(state.commands).map(({ name }) => `/${name}`);
  const offered = SUGGESTIONS.filter(({ line }) =>
    names.some((name) => line === name || line.startsWith(`${name} `)),
  );
  if (offered.length === 0) return nothing;
  return html`<ul class="suggestions">
    ${offered.map(
      ({ line, title, hint }) => html`<li>
        <button type="button" class="suggestion" @click=${() => run(line)}>
          <span class="suggestion-title">${title}</span>
          <code>${line}</code>
          <span class="suggestion-hint">${hint}</span>
        </button>
      </li>`,
    )}
  </ul>`;
}

export function guide(state: State, run: (line: string) => void): TemplateResult {
  const list = suggestions(state, run);
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
