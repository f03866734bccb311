import type { APIAllowedMentions, APIAttachment, APIEmbed, APIPoll } from "discord-api-types/v10";

/** A message as somebody wants it, once the rules have let it pass. */
export interface MessageDraft {
  readonly content?: string | null;
  readonly embeds?: readonly APIEmbed[] | null;
  readonly components?: readonly ComponentDraft[] | null;
  readonly flags?: number | null;
  readonly tts?: boolean;
  readonly nonce?: string | number;
  readonly enforce_nonce?: boolean;
  readonly allowed_mentions?: APIAllowedMentions | null;
  readonly attachments?: readonly AttachmentDraft[] | null;
  readonly message_reference?: {
    readonly message_id: string;
    readonly fail_if_not_exists?: boolean | null;
  } | null;
  readonly poll?: APIPoll;
}

export interface AttachmentDraft extends Partial<Pick<APIAttachment, "filename" | "description">> {
  readonly id: string | number;
}

interface MediaDraft {
  readonly url: string;
  readonly [more: string]: unknown;
}

/** Any component: the fields that this world looks at, and whatever else came with them. */
export interface ComponentDraft {
  readonly type: number;
  readonly id?: number;
  readonly custom_id?: string;
  readonly content?: string;
  readonly disabled?: boolean;
  readonly components?: readonly ComponentDraft[];
  readonly component?: ComponentDraft;
  readonly accessory?: ComponentDraft;
  readonly media?: MediaDraft;
  readonly file?: MediaDraft;
  readonly items?: readonly { readonly media: MediaDraft }[];
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly min_values?: number;
  readonly max_values?: number;
  readonly [more: string]: unknown;
}

/** Meets every component of a message, the ones inside others too, in reading order. */
export function visitComponents(
  components: readonly ComponentDraft[],
  visit: (component: ComponentDraft) => void,
): void {
  for (const one of components) {
    visit(one);
    if (one.components) visitComponents(one.components, visit);
    if (one.accessory) visit(one.accessory);
    if (one.component) visitComponents([one.component], visit);
  }
}

export function everyComponent(components: readonly ComponentDraft[]): readonly ComponentDraft[] {
  const all: ComponentDraft[] = [];
  visitComponents(components, (component) => all.push(component));
  return all;
}
