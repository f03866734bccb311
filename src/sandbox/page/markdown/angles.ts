import type { Found, MarkdownNode, TimeStyle } from "./tree.ts";

const ANGLES: readonly { readonly pattern: RegExp; node(hit: RegExpExecArray): MarkdownNode | undefined }[] =
  [
    { pattern: /<@!?(\d{1,20})>/y, node: ([, id = ""]) => ({ kind: "user", id }) },
    { pattern: /<@&(\d{1,20})>/y, node: ([, id = ""]) => ({ kind: "role", id }) },
    { pattern: /<#(\d{1,20})>/y, node: ([, id = ""]) => ({ kind: "channel", id }) },
    {
      pattern: /<\/([-\w\p{L}\p{N} ]{1,98}):\d{1,20}>/uy,
      node: ([, name = ""]) => ({ kind: "command", name }),
    },
    { pattern: /<id:([a-z-]{3,20})(?::\d{1,20})?>/y, node: ([, id = ""]) => guideNode(id) },
    { pattern: /<a?:(\w{2,32}):\d{1,20}>/y, node: ([, name = ""]) => ({ kind: "emoji", name }) },
    { pattern: /<t:(-?\d{1,13})(?::([tTdDfFRsS]))?>/y, node: timeNode },
    {
      pattern: /<(https?:\/\/[^\s<>]+)>/iy,
      node: ([, url = ""]) =>
        URL.canParse(url)
          ? { kind: "link", url, title: undefined, children: [{ kind: "text", text: url }] }
          : undefined,
    },
  ];
/** https://docs.discord.com/developers/reference#message-formatting-guild-navigation-types */
const GUIDES: Readonly<Record<string, string>> = {
  customize: "Channels & Roles",
  browse: "Browse Channels",
  guide: "Server Guide",
  "linked-roles": "Linked Roles",
};
/** The furthest a JavaScript date can be from 1970. */
const MAX_DATE_MS = 8.64e15;

/** Mentions, timestamps, emoji and links in angle brackets. */
export function angleAt(source: string, at: number): Found | undefined {
  for (const { pattern, node } of ANGLES) {
    pattern.lastIndex = at;
    const hit = pattern.exec(source);
    const meant = hit ? node(hit) : undefined;
    if (hit && meant) return { node: meant, end: at + hit[0].length };
  }
  return undefined;
}

function timeNode([, seconds = "", style = "f"]: RegExpExecArray): MarkdownNode | undefined {
  const at = Number(seconds) * 1_000;
  return Math.abs(at) > MAX_DATE_MS ? undefined : { kind: "time", at, style: style as TimeStyle };
}

function guideNode(id: string): MarkdownNode | undefined {
  const name = GUIDES[id];
  return name === undefined ? undefined : { kind: "guide", name };
}
