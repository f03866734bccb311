import { html, nothing, type TemplateResult } from "lit-html";
import type { ModalValues } from "../people/protocol.ts";
import { avatar } from "./avatar.ts";
import { type ComposerDeeds, composer } from "./composer/composer.ts";
import { ideaIcon, menuIcon, themeIcon, toolsIcon } from "./icons.ts";
import { readerOf, type TimelineDeeds } from "./message/scene.ts";
import { timeline } from "./message/timeline.ts";
import { modal } from "./modal/modal.ts";
import { channelById, channelName, channelSign } from "./names.ts";
import type { Page, State } from "./page.ts";
import { togglePanel } from "./panel/open.ts";
import { panel } from "./panel/panel.ts";
import { suggestions, type TryOut } from "./panel/suggestions.ts";
import { channelIcon } from "./places/channel-icon.ts";
import { channels, servers } from "./places/channels.ts";
import { clockPanel } from "./places/clock-panel.ts";
import { people } from "./places/people.ts";
import { switchTheme } from "./theme.ts";

export interface PageDeeds extends TimelineDeeds, ComposerDeeds {
  /** Types a line into the message box and sends it. */
  readonly tryOut: TryOut;
  actAs(userId: string): void;
  submitModal(values: Promise<ModalValues>): void;
}

export function layout(page: Page, deeds: PageDeeds): TemplateResult {
  const { state } = page;
  const { isNavOpen, isLoading, announcement, entries, panel: shownPanel } = state;
  const setNav = (isOpen: boolean) => page.change({ isNavOpen: isOpen });
  return html`<div class="page ${isNavOpen ? "nav-open" : ""} ${shownPanel ? "panel-open" : ""}">
    <a class="skip" href="#composer" @click=${skipToBox}>To the message box</a>
    <nav class="places" id="places" aria-label="Servers, channels and people">
      ${servers(state, deeds.openChannel)}
      <div class="sidebar">
        <div class="sidebar-scroll">${channels(state, deeds.openChannel)} ${people(state, deeds.actAs)}</div>
        ${clockPanel(page)}
      </div>
    </nav>
    <button type="button" class="shade" aria-label="Close the list" @click=${() => setNav(false)}></button>
    <main>
      ${channelHeader(page, () => setNav(!isNavOpen))} ${notice(state)}
      <div class="timeline" tabindex="0" role="region" aria-label="Messages" aria-busy=${isLoading ? "true" : "false"}>
        ${entries.length === 0 && !isLoading ? welcome(state, deeds.tryOut) : nothing}
        <ol>${timeline(page, deeds)}</ol>
      </div>
      <button type="button" class="jump" hidden>
        <span class="older">You're viewing older messages</span><span class="newer">There are new messages</span>
        <b>Jump to present ↓</b>
      </button>
      ${composer(page, deeds)}
    </main>
    ${panel(page, deeds.tryOut)}
    ${modal(state, readerOf(state, deeds), {
      submit: deeds.submitModal,
      close: () => page.change({ modal: undefined }),
    })}
    <p class="unseen" role="status">${announcement}</p>
  </div>`;
}

function channelHeader(page: Page, toggleNav: () => void): TemplateResult {
  const { world, channelId, userId, isNavOpen } = page.state;
  const channel = channelById(world, channelId);
  return html`<header class="channel-header">
    <button
      type="button"
      class="quiet nav-button"
      aria-label="Channels and people"
      aria-controls="places"
      aria-expanded=${isNavOpen ? "true" : "false"}
      @click=${toggleNav}
    >${menuIcon}</button>
    <h1><span class="sign">${channel ? channelIcon(channel) : ""}</span><span class="name one-line">${channel ? channelName(world, channel) : ""}</span></h1>
    ${channel?.topic ? html`<p class="topic one-line">${channel.topic}</p>` : nothing}
    <span class="acting">${avatar(world, userId)}</span>
    <div class="header-tools">
      ${panelButton(page, "guide", "What can I try?", ideaIcon)} ${panelButton(page, "backstage", "Backstage", toolsIcon)}
      <button type="button" class="quiet" aria-label="Light or dark" title="Light or dark" @click=${switchTheme}>
        ${themeIcon}
      </button>
    </div>
  </header>`;
}

function panelButton(
  page: Page,
  kind: "guide" | "backstage",
  label: string,
  icon: TemplateResult,
): TemplateResult {
  const isOpen = page.state.panel?.kind === kind;
  return html`<button
    type="button"
    class="quiet labelled ${isOpen ? "on" : ""}"
    aria-label=${label}
    title=${label}
    aria-expanded=${isOpen ? "true" : "false"}
    @click=${() => togglePanel(page, kind)}
  >${icon}<span class="label">${label}</span></button>`;
}

/** The address keeps who acts where, so the link must not change it. */
function skipToBox(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>(".composer :is(textarea, input)")?.focus();
}

function notice({ isOffline, world }: State): TemplateResult | typeof nothing {
  if (isOffline)
    return html`<p class="notice" role="status">The sandbox is gone. Start it again with npm start.</p>`;
  if (!world.bot.connected)
    return html`<p class="notice" role="status">${world.bot.name} is not connected.</p>`;
  return nothing;
}

function welcome(state: State, tryOut: TryOut): TemplateResult {
  const { world, channelId } = state;
  const channel = channelById(world, channelId);
  return html`<div class="welcome">
    ${channel ? html`<span class="welcome-sign">${channelIcon(channel)}</span>` : nothing}
    <h2>Welcome to ${channel ? `${channelSign(channel)}${channelName(world, channel)}` : "the sandbox"}</h2>
    <p>
      This is a rehearsal: a small Discord on this machine, with a bot in it that you cannot break. Type
      <code>/mission home</code> below and press Enter, or try one of these:
    </p>
    ${suggestions(state, tryOut)}
  </div>`;
}
