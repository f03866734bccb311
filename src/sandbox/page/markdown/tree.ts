/** What a line of Discord's markdown means, before anything is drawn. */
export type MarkdownNode =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "strong" | "em" | "underline" | "strike" | "spoiler" | "small" | "quote";
      readonly children: readonly MarkdownNode[];
    }
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly children: readonly MarkdownNode[] }
  | {
      readonly kind: "list";
      /** The number of the first item; undefined for bullets. */
      readonly start: number | undefined;
      readonly items: readonly (readonly MarkdownNode[])[];
    }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "code-block"; readonly text: string; readonly language: string }
  | {
      readonly kind: "link";
      readonly url: string;
      /** What is shown while the pointer rests on it. */
      readonly title: string | undefined;
      readonly children: readonly MarkdownNode[];
    }
  | { readonly kind: "user" | "role" | "channel"; readonly id: string }
  | { readonly kind: "everyone"; readonly text: string }
  | { readonly kind: "command"; readonly name: string }
  /** A page of a server that is no channel. */
  | { readonly kind: "guide"; readonly name: string }
  | { readonly kind: "emoji"; readonly name: string }
  | { readonly kind: "time"; readonly at: number; readonly style: TimeStyle };

export type TimeStyle = "t" | "T" | "d" | "D" | "f" | "F" | "R" | "s" | "S";

/** Where a stretch of source ends, and what it means. */
export interface Found {
  readonly node: MarkdownNode;
  readonly end: number;
}

/** What surrounds the text that is being read. */
export interface Surroundings {
  /** Headings, lists and quotes begin at a line's start here. */
  readonly blocks: boolean;
  readonly quoted: boolean;
  readonly linked: boolean;
  readonly depth: number;
}

export type Read = (source: string, inside: Surroundings) => readonly MarkdownNode[];
