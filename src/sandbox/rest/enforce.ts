import { type Before, checkMessage, isEmptyMessage, NOTHING } from "../rules/message.ts";
import { findings, nestedErrors, type Refuse } from "../rules/rule.ts";
import type { MessageDraft } from "../world/draft.ts";
import type { Message } from "../world/world.ts";
import { emptyMessage, invalidForm } from "./errors.ts";
import type { Upload } from "./multipart.ts";

/** Refuses a body in which an inspection finds anything. */
export function enforce(inspect: (refuse: Refuse) => void): void {
  const found = findings(inspect);
  if (found.length > 0) throw invalidForm(nestedErrors(found));
}

/** A body as a message that may be written, or as an edit of one. */
export function enforceMessage(body: unknown, files: readonly Upload[], message?: Message): MessageDraft {
  const before = message ? beforeOf(message) : NOTHING;
  enforce((refuse) => checkMessage(refuse, "", body, files, before));
  if (isEmptyMessage(body, files.length, before)) throw emptyMessage();
  return (body ?? {}) as MessageDraft;
}

export function beforeOf({ json }: Message): Before {
  return {
    content: json.content,
    embeds: json.embeds,
    components: json.components ?? [],
    flags: json.flags ?? 0,
    files: json.attachments,
  };
}
