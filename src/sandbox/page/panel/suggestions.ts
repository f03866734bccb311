import { html, nothing, type TemplateResult } from "lit-html";
import { commandLines } from "../composer/draft.ts";
import type { State } from "../page.ts";

export interface Suggestion {
  readonly title: string;
  readonly hint: string;
  readonly line: string;
  /** What an officer has to have typed before it leads anywhere. */
  readonly officerFirst?: string;
}

export type TryOut = (suggestion: Suggestion) => void;

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
    hint: "After an officer has opened one with /rewards open home.",
    officerFirst: "/rewards open home",
  },
  { line: "/bugs home", title: "Look up a bug", hint: "Who meets it, and the way around." },
  { line: "/fleet setup", title: "Set the fleet up", hint: "Channels, roles, time zone. Officers only." },
];

/** Commands worth a first try, those of them that the acting person is offered here. */
export function suggestions(state: State, tryOut: TryOut): TemplateResult | typeof nothing {
  const names = commandLines(state.commands).map(({ name }) => `/${name}`);
  const offered = SUGGESTIONS.filter(({ line }) =>
    names.some((name) => line === name || line.startsWith(`${name} `)),
  );
  if (offered.length === 0) return nothing;
  return html`<ul class="suggestions">
    ${offered.map((one) => html`<li>${suggestion(one, state.tried.has(one.line), tryOut)}</li>`)}
  </ul>`;
}

function suggestion(one: Suggestion, isTried: boolean, tryOut: TryOut): TemplateResult {
  return html`<button type="button" class="suggestion" @click=${() => tryOut(one)}>
    <span class="suggestion-title">
      ${one.title}${isTried ? html`<span class="tried"><span aria-hidden="true">✓</span><span class="unseen">tried</span></span>` : nothing}
    </span>
    <code>${one.line}</code>
    <span class="suggestion-hint">${one.hint}</span>
  </button>`;
}
