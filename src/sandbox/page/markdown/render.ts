import { html, nothing, type TemplateResult } from "lit-html";
import { parseMarkdown } from "./parse.ts";
import type { MarkdownNode } from "./tree.ts";

/** What a mention leads to, and in whose language times are written. */
export interface Reader {
  readonly locale: string;
  userName(id: string): string | undefined;
  roleName(id: string): string | undefined;
  channelName(id: string): string | undefined;
  openChannel(id: string, messageId?: string): void;
  /** Puts a command into the message box, to be filled in. */
  writeCommand(name: string): void;
}

const PLACE = /^https:\/\/(?:\w+\.)?discord\.com\/channels\/(?:\d+|@me)\/(\d+)(?:\/(\d+))?$/;

/** Blanks count in a message, so a template here has none between its tags. */
type Drawn = TemplateResult | string;

/** Text that people and bots wrote reaches the page as text nodes and checked link targets, never as HTML. */
export function markdown(source: string, reader: Reader, tail: unknown = nothing): TemplateResult {
  return html`<div class="markdown">${draw(parseMarkdown(source), reader)}${tail}</div>`;
}

function draw(nodes: readonly MarkdownNode[], reader: Reader): readonly Drawn[] {
  return nodes.map((node) => drawOne(node, reader));
}

function drawOne(node: MarkdownNode, reader: Reader): Drawn {
  switch (node.kind) {
    case "text":
      return node.text;
    case "strong":
      return html`<strong>${draw(node.children, reader)}</strong>`;
    case "em":
      return html`<em>${draw(node.children, reader)}</em>`;
    case "underline":
      return html`<u>${draw(node.children, reader)}</u>`;
    case "strike":
      return html`<s>${draw(node.children, reader)}</s>`;
    case "spoiler":
      return spoiler(draw(node.children, reader));
    case "small":
      return html`<small>${draw(node.children, reader)}</small>`;
    case "quote":
      return html`<blockquote>${draw(node.children, reader)}</blockquote>`;
    case "heading":
      return heading(node.level, draw(node.children, reader));
    case "list":
      return list(node, reader);
    case "code":
      return html`<code>${node.text}</code>`;
    case "code-block":
      return html`<pre tabindex="0" aria-label=${node.language || "Code"}><code>${node.text}</code></pre>`;
    case "link":
      return link(node, reader);
    case "time":
      return html`<discord-time at=${node.at} format=${node.style} lang=${reader.locale}></discord-time>`;
    case "emoji":
      return html`<span class="custom-emoji" title="An emoji of a server">:${node.name}:</span>`;
    default:
      return mention(node, reader);
  }
}

/** A link into this world leads there; every other one leads out of the page. */
function link(node: Extract<MarkdownNode, { readonly kind: "link" }>, reader: Reader): TemplateResult {
  const [, channelId = "", messageId] = PLACE.exec(node.url) ?? [];
  const channel = reader.channelName(channelId);
  if (channel === undefined)
    return html`<a href=${node.url} title=${titleOf(node)} target="_blank" rel="noopener noreferrer">${draw(node.children, reader)}</a>`;
  const [first] = node.children;
  const isBare = first?.kind === "text" && first.text === node.url;
  const words = isBare
    ? `#${channel}${messageId === undefined ? "" : " › message"}`
    : draw(node.children, reader);
  return html`<button type="button" class="mention" @click=${() => reader.openChannel(channelId, messageId)}>${words}</button>`;
}

/** What hides behind a masked link is shown before it is followed. */
function titleOf({ url, title, children: [first] }: Extract<MarkdownNode, { readonly kind: "link" }>) {
  if (title) return title;
  return first?.kind === "text" && first.text === url ? nothing : url;
}

type Mention = Extract<
  MarkdownNode,
  { readonly kind: "user" | "role" | "channel" | "everyone" | "command" | "guide" }
>;

function mention(node: Mention, reader: Reader): TemplateResult {
  switch (node.kind) {
    case "user":
      return html`<span class="mention">@${reader.userName(node.id) ?? "unknown-user"}</span>`;
    case "role":
      return html`<span class="mention">@${reader.roleName(node.id) ?? "unknown-role"}</span>`;
    case "everyone":
      return html`<span class="mention">${node.text}</span>`;
    case "command":
      return html`<button type="button" class="mention" @click=${() => reader.writeCommand(node.name)}>/${node.name}</button>`;
    case "guide":
      return html`<span class="mention">${node.name}</span>`;
    case "channel": {
      const name = reader.channelName(node.id);
      if (name === undefined) return html`<span class="mention"><i># No Access</i></span>`;
      return html`<button type="button" class="mention" @click=${() => reader.openChannel(node.id)}>#${name}</button>`;
    }
  }
}

function heading(level: 1 | 2 | 3, inner: readonly Drawn[]): TemplateResult {
  if (level === 1) return html`<h3 class="large">${inner}</h3>`;
  return level === 2 ? html`<h4 class="medium">${inner}</h4>` : html`<h5>${inner}</h5>`;
}

function list(node: Extract<MarkdownNode, { readonly kind: "list" }>, reader: Reader): TemplateResult {
  const items = node.items.map((item) => html`<li>${draw(item, reader)}</li>`);
  return node.start === undefined
    ? html`<ul>${items}</ul>`
    : html`<ol start=${node.start === 1 ? nothing : node.start}>${items}</ol>`;
}

function spoiler(inner: readonly Drawn[]): TemplateResult {
  return html`<span
    class="spoiler"
    role="button"
    tabindex="0"
    aria-label="Spoiler"
    aria-expanded="false"
    @click=${reveal}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === "Enter" || event.key === " ") reveal(event);
    }}
  ><span class="veiled" inert>${inner}</span></span>`;
}

function reveal(event: Event): void {
  const veil = event.currentTarget as HTMLElement;
  if (veil.classList.contains("open")) return;
  event.preventDefault();
  veil.classList.add("open");
  veil.querySelector(".veiled")?.removeAttribute("inert");
  for (const name of ["role", "tabindex", "aria-label", "aria-expanded"]) veil.removeAttribute(name);
}
