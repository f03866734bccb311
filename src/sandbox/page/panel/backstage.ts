import { html, nothing, type TemplateResult } from "lit-html";
import type { TroubleRequest } from "../../people/protocol.ts";
import { commandBot, denyBot, makeTrouble, openDms, reasonOf, setMembership } from "../api.ts";
import { channelById, channelName, guildOf, isThread } from "../names.ts";
import type { Page, State } from "../page.ts";
import { inspect } from "./open.ts";
import { wireTrouble } from "./wire-trouble.ts";

/** What a bot needs in a channel, by its names in Discord's API and in its settings. */
const PERMISSIONS = [
  ["ViewChannel", "View Channel"],
  ["SendMessages", "Send Messages"],
  ["SendMessagesInThreads", "Send Messages in Threads"],
  ["EmbedLinks", "Embed Links"],
  ["AttachFiles", "Attach Files"],
  ["ReadMessageHistory", "Read Message History"],
] as const;

/** Everything that can go wrong around a bot, by hand. */
export function backstage(page: Page): TemplateResult {
  const attempt = (deed: Promise<unknown>) =>
    void deed.catch((error: unknown) => page.change({ announcement: reasonOf(error) }));
  const { state } = page;
  return html`${bot(state, attempt)}
  <section>
    <h3>On the wire</h3>
    <button type="button" class="button secondary" @click=${() => inspect(page)}>What was said lately</button>
  </section>
  ${wireTrouble(state, (request) => attempt(makeTrouble(request)))}
  ${permissions(state, attempt)} ${membership(state, attempt)} ${directMessages(state, attempt)}`;
}

type Attempt = (deed: Promise<unknown>) => void;

function bot({ world }: State, attempt: Attempt): TemplateResult {
  const { connected, isManaged, name } = world.bot;
  const gateway = (what: Exclude<Extract<TroubleRequest, { gateway: unknown }>["gateway"], "close">) =>
    attempt(makeTrouble({ gateway: what }));
  return html`<section>
    <h3>The bot</h3>
    <p class="standing ${connected ? "up" : "down"}">${name} is ${connected ? "connected" : "not connected"}.</p>
    ${
      isManaged
        ? html`<div class="choices">
          <button type="button" class="button secondary" @click=${() => attempt(commandBot({ do: "restart" }))}>
            ${connected ? "Restart" : "Start"}
          </button>
          <button type="button" class="button danger" ?disabled=${!connected} @click=${() => attempt(commandBot({ do: "kill" }))}>
            Kill
          </button>
        </div>`
        : nothing
    }
    <p class="small">What Discord does to its connection:</p>
    <div class="choices">
      <button type="button" class="button secondary" @click=${() => gateway("drop")}>Drop it</button>
      <button type="button" class="button secondary" @click=${() => gateway("reconnect")}>Ask to reconnect</button>
      <button type="button" class="button secondary" @click=${() => gateway("invalidate")}>End the session</button>
      <button type="button" class="button secondary" @click=${() => gateway("invalidate-resumable")}>Ask to resume</button>
    </div>
    ${toggle("The gateway is out of reach", world.trouble.isDark, (isOn) => gateway(isOn ? "go-dark" : "recover"))}
  </section>`;
}

function permissions({ world, channelId }: State, attempt: Attempt): TemplateResult | typeof nothing {
  const channel = channelById(world, channelId);
  if (!channel || channel.recipientId !== null) return nothing;
  const shown = PERMISSIONS.filter(
    ([name]) => name !== (isThread(channel) ? "SendMessages" : "SendMessagesInThreads"),
  );
  const { botMay, botDenied } = channel;
  const set = (name: string, isOn: boolean) =>
    attempt(
      denyBot({ channelId, deny: isOn ? botDenied.filter((one) => one !== name) : [...botDenied, name] }),
    );
  const isHidden = (name: string) => name !== "ViewChannel" && !botMay.includes("ViewChannel");
  return html`<section>
    <h3>What it may do in ${channelName(world, channel)}</h3>
    ${shown.map(([name, label]) => toggle(label, botMay.includes(name), (isOn) => set(name, isOn), isHidden(name)))}
  </section>`;
}

function membership({ world, channelId }: State, attempt: Attempt): TemplateResult | typeof nothing {
  const guild = guildOf(world, channelId);
  if (!guild) return nothing;
  return html`<section>
    <h3>${guild.name}</h3>
    ${toggle(`${world.bot.name} is a member`, guild.memberIds.includes(world.bot.id), (member) =>
      attempt(setMembership({ guildId: guild.id, member })),
    )}
  </section>`;
}

function directMessages({ world }: State, attempt: Attempt): TemplateResult {
  return html`<section>
    <h3>Who takes direct messages</h3>
    ${world.people.map(({ id, name, takesDms }) =>
      toggle(name, takesDms, (open) => attempt(openDms({ userId: id, open }))),
    )}
  </section>`;
}

function toggle(
  label: string,
  isOn: boolean,
  set: (isOn: boolean) => void,
  isDisabled = false,
): TemplateResult {
  return html`<label class="toggle">
    <span>${label}</span>
    <input
      type="checkbox"
      role="switch"
      .checked=${isOn}
      ?disabled=${isDisabled}
      @change=${(event: Event) => set((event.target as HTMLInputElement).checked)}
    />
  </label>`;
}
