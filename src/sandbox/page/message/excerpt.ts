import type { APIMessageComponent } from "discord-api-types/v10";
import type { SeenMessage } from "../../people/protocol.ts";
import { parseMarkdown } from "../markdown/parse.ts";
import type { MarkdownNode } from "../markdown/tree.ts";

const MAX_LENGTH = 120;

/** The first line of a message without its markdown; what is under a spoiler stays there. */
export function excerpt({ message }: SeenMessage): string {
  const source = message.content || firstText(message.components ?? []) || (message.embeds[0]?.title ?? "");
  const line = plain(parseMarkdown(source)).trim().split("\n")[0] ?? "";
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH - 1)}…` : line;
}

function firstText(components: readonly APIMessageComponent[]): string {
  for (const component of components) {
    if ("content" in component) return component.content;
    const inner = "components" in component ? firstText(component.components) : "";
    if (inner !== "") return inner;
  }
  return "";
}

function plain(nodes: readonly MarkdownNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === "spoiler") return "(spoiler)";
      if (node.kind === "list") return node.items.map(plain).join("\n");
      if ("children" in node) return `${plain(node.children)}${node.kind === "heading" ? "\n" : ""}`;
      return "text" in node ? node.text : "";
    })
    .join("");
}
