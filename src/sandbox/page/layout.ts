import { html, nothing, type TemplateResult } from "lit-html";
import type { ModalValues } from "../people/protocol.ts";
import { avatar } from "./avatar.ts";
import { type ComposerDeeds, composer } from "./composer/composer.ts";
import { menuIcon, themeIcon } from "./icons.ts";
import { readerOf, type TimelineDeeds } from "./message/scene.ts";
import { timeline } from "./message/timeline.ts";
import { modal } from "./modal/modal.ts";
import { channelById, channelName, channelSign, localeOf } from "./names.ts";
import type { Page, State } from "./page.ts";
import { channelIcon } from "./places/channel-icon.ts";
import { channels, servers } from "./places/channels.ts";
import { clockPanel } from "./places/clock-panel.ts";
import { people } from "./places/people.ts";
import { switchTheme } from "./theme.ts";

export interface PageDeeds extends TimelineDeeds, ComposerDeeds {
  actAs(userId: string): void;
  submitModal(values: ModalValues): void;
}

export function layout(page: Page, deeds: PageDeeds): TemplateResult {
  const { state } = page;
  const { isNavOpen, isLoading, announcement, entries } = state;
  const setNav = (isOpen: boolean) => page.change({ isNavOpen: isOpen });
  return html`<div class="page ${isNavOpen ? "nav-open" : ""}">
    <nav class="places" id="places" aria-label="Servers, channels and people">
      ${servers(state, deeds.openChannel)}
      <div class="sidebar">
        <div class="sidebar-scroll">${channels(state, deeds.openChannel)} ${people(state, deeds.actAs)}</div>
        ${clockPanel(localeOf(state))}
      </div>
    </nav>
    <button type="button" class="shade" aria-label="Close the list" @click=${() => setNav(false)}></button>
    <main>
      ${channelHeader(state, () => setNav(!isNavOpen))} ${notice(state)}
      <div class="timeline" tabindex="0" role="region" aria-label="Messages" aria-busy=${isLoading ? "true" : "false"}>
        ${entries.length === 0 && !isLoading ? welcome(state) : nothing}
        <ol>${timeline(page, deeds)}</ol>
      </div>
      ${composer(page, deeds)}
    </main>
    ${modal(state, readerOf(state, deeds.openChannel), {
      submit: deeds.submitModal,
      close: () => page.change({ modal: undefined }),
    })}
    <p class="unseen" role="status">${announcement}</p>
  </div>`;
}

function channelHeader(state: State, toggleNav: () => void): TemplateResult {
  const { world, channelId, userId, isNavOpen } = state;
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
    <h1><span class="sign">${channel ? channelIcon(channel) : ""}</span>${channel ? channelName(world, channel) : ""}</h1>
    ${channel?.topic ? html`<p class="topic">${channel.topic}</p>` : nothing}
    <span class="acting">${avatar(world, userId)}</span>
    <button type="button" class="quiet" aria-label="Light or dark" title="Light or dark" @click=${switchTheme}>
      ${themeIcon}
    </button>
  </header>`;
}

function notice({ isOffline, world }: State): TemplateResult | typeof nothing {
  if (isOffline)
    return html`<p class="notice" role="status">The sandbox is gone. Start it again with npm start.</p>`;
  if (!world.bot.connected)
    return html`<p class="notice" role="status">${world.bot.name} is not connected.</p>`;
  return nothing;
}

function welcome({ world, channelId }: State): TemplateResult {
  const channel = channelById(world, channelId);
  return html`<div class="welcome">
    <h2>Welcome to ${channel ? `${channelSign(channel)}${channelName(world, channel)}` : "the sandbox"}</h2>
    <p>
      This is a rehearsal: a small Discord on this machine. Type <code>/mission home</code> below and press Enter.
    </p>
  </div>`;
}
