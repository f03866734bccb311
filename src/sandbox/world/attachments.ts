import type { APIAttachment } from "discord-api-types/v10";
import type { Upload } from "../rest/multipart.ts";
import { type ComponentDraft, type MessageDraft, visitComponents } from "./draft.ts";
import type { NextId } from "./snowflakes.ts";

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

/** Components as Discord gives them back: every one numbered, `attachment://` turned into an address. */
export function finishComponents(
  components: readonly ComponentDraft[],
  files: readonly APIAttachment[],
): ComponentDraft[] {
  const taken = new Set<number>();
  visitComponents(components, ({ id }) => void (id && taken.add(id)));
  let lastId = 0;
  const nextFree = () => {
    do lastId += 1;
    while (taken.has(lastId));
    return lastId;
  };
  const address = (media: { readonly url: string }) => {
    const name = media.url.startsWith("attachment://") ? media.url.slice("attachment://".length) : undefined;
    const file = name === undefined ? undefined : files.find(({ filename }) => filename === name);
    return file ? { ...media, url: file.url, proxy_url: file.proxy_url, attachment_id: file.id } : media;
  };

  const finish = (component: ComponentDraft): ComponentDraft => {
    const id = component.id || nextFree();
    const { components: inside, accessory, media, file, items } = component;
    return {
      ...component,
      id,
      ...(inside ? { components: inside.map(finish) } : {}),
      ...(component.component ? { component: finish(component.component) } : {}),
      ...(accessory ? { accessory: finish(accessory) } : {}),
      ...(media ? { media: address(media) } : {}),
      ...(file ? { file: address(file) } : {}),
      ...(items ? { items: items.map((item) => ({ ...item, media: address(item.media) })) } : {}),
    };
  };
  return components.map(finish);
}
