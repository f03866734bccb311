import type { APIAttachment } from "discord-api-types/v10";
import type { Upload } from "../rest/multipart.ts";
import type { MessageDraft } from "./draft.ts";
import type { NextId } from "./snowflakes.ts";

/** What Discord takes of one file, from a bot and from a member without Nitro. */
export const MAX_FILE_BYTES = 10_485_760;

/** The files of older messages are forgotten beyond this many. */
const KEPT = 200;

/** Files that came with messages, kept so that the page can show them. */
export interface Attachments {
  keep(channelId: string, draft: MessageDraft, files: readonly Upload[]): APIAttachment[];
  find(attachmentId: string): Upload | undefined;
}

export function attachments(nextId: NextId, baseUrl: () => string): Attachments {
  const kept = new Map<string, Upload>();
  return {
    keep(channelId, draft, files) {
      return files.map((file) => {
        const id = nextId();
        kept.set(id, file);
        forgetOldest(kept);
        const said = draft.attachments?.find((one) => String(one.id) === file.index);
        const filename = said?.filename ?? file.filename;
        const url = `${baseUrl()}/attachments/${channelId}/${id}/${encodeURIComponent(filename)}`;
        return {
          id,
          filename,
          size: file.bytes.length,
          url,
          proxy_url: url,
          content_type: file.contentType,
          ...(said?.description === undefined ? {} : { description: said.description }),
        };
      });
    },
    find: (attachmentId) => kept.get(attachmentId),
  };
}

function forgetOldest(kept: Map<string, Upload>): void {
  const oldest = kept.size > KEPT ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
}
