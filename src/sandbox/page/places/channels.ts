import { html, nothing, type TemplateResult } from "lit-html";
import type { ChannelView, WorldView } from "../../people/protocol.ts";
import { avatar } from "../avatar.ts";
import { mailIcon } from "../icons.ts";
import { channelName, GUILD_CATEGORY, guildOf, initials, isThread } from "../names.ts";
import type { State, Unread } from "../page.ts";
import { channelIcon } from "./channel-icon.ts";

type OpenChannel = (channelId: string) => void;

/** The narrow column of servers, direct messages first. */
export function servers(state: State, open: OpenChannel): TemplateResult {
  const { world, channelId, unread } = state;
  const here = guildOf(world, channelId);
  const direct = world.directMessages[0];
  return html`<ul class="servers" aria-label="Servers">
    ${
      direct
        ? html`<li class="apart">${server({ name: "Direct messages", sign: mailIcon, isHere: here === undefined, channels: [direct] }, unread, () => open(direct.id))}</li>`
        : nothing
    }
    ${world.guilds.map((guild) => {
      const first = guild.channels.find(({ type }) => type !== GUILD_CATEGORY);
      return html`<li>${server({ name: guild.name, sign: initials(guild.name), isHere: guild === here, channels: guild.channels }, unread, () => first && open(first.id))}</li>`;
    })}
  </ul>`;
}

export function channels(state: State, open: OpenChannel): TemplateResult {
  const { world, channelId } = state;
  const guild = guildOf(world, channelId);
  const shown = guild ? inOrder(guild.channels) : world.directMessages;
  return html`<h2 class="place-name">${guild?.name ?? "Direct messages"}</h2>
    <ul class="channels" aria-label="Channels">
      ${shown.map((channel) =>
        channel.type === GUILD_CATEGORY
          ? html`<li class="category">${channel.name}</li>`
          : html`<li>${channelButton(state, channel, open)}</li>`,
      )}
    </ul>`;
}

function channelButton(
  { world, channelId, unread }: State,
  channel: ChannelView,
  open: OpenChannel,
): TemplateResult {
  const pings = unread.get(channel.id);
  const isHere = channel.id === channelId;
  const classes = [
    "channel",
    isHere ? "here" : "",
    pings === undefined ? "" : "unread",
    isThread(channel) ? "thread" : "",
    channel.recipientId === null ? "" : "direct",
  ];
  return html`<button
    type="button"
    class=${classes.join(" ")}
    aria-current=${isHere ? "page" : nothing}
    @click=${() => open(channel.id)}
  >
    ${channel.recipientId === null ? html`<span class="sign">${channelIcon(channel)}</span>` : avatar(world, world.bot.id)}
    <span class="channel-name one-line">${channelName(world, channel)}</span>
    ${pings ? html`<span class="badge" aria-label="${pings} mentions">${pings}</span>` : nothing}
  </button>`;
}

interface Server {
  readonly name: string;
  readonly sign: string | TemplateResult;
  readonly isHere: boolean;
  readonly channels: readonly ChannelView[];
}

function server(
  { name, sign, isHere, channels: inside }: Server,
  unread: Unread,
  go: () => void,
): TemplateResult {
  const pings = inside.reduce((sum, { id }) => sum + (unread.get(id) ?? 0), 0);
  const isUnread = inside.some(({ id }) => unread.has(id));
  return html`<button
    type="button"
    class="server ${isHere ? "here" : ""} ${isUnread ? "unread" : ""}"
    title=${name}
    aria-current=${isHere ? "true" : nothing}
    @click=${go}
  ><span aria-hidden="true">${sign}</span><span class="unseen">${pings > 0 ? `${name}, ${pings} mentions` : name}</span>${pings > 0 ? html`<span class="badge" aria-hidden="true">${pings}</span>` : nothing}</button>`;
}

/** A thread stands below the channel it belongs to. */
function inOrder(all: WorldView["guilds"][number]["channels"]): readonly ChannelView[] {
  return all
    .filter((channel) => !isThread(channel))
    .flatMap((channel) => [channel, ...all.filter((one) => isThread(one) && one.parentId === channel.id)]);
}
