import { type APIAttachment, ComponentType } from "discord-api-types/v10";
import { type ComponentDraft, visitComponents } from "./draft.ts";
import type { NextId } from "./snowflakes.ts";

type Media = NonNullable<ComponentDraft["media"]>;
type Item = NonNullable<ComponentDraft["items"]>[number];

const SHOWN_OPENLY = { description: null, spoiler: false };
const ONE_VALUE = { min_values: 1, max_values: 1, disabled: false };
/** What Discord adds where a component leaves something out. */
const DEFAULTS: Readonly<Partial<Record<number, object>>> = {
  [ComponentType.Button]: { disabled: false },
  [ComponentType.StringSelect]: ONE_VALUE,
  [ComponentType.UserSelect]: ONE_VALUE,
  [ComponentType.RoleSelect]: ONE_VALUE,
  [ComponentType.MentionableSelect]: ONE_VALUE,
  [ComponentType.ChannelSelect]: ONE_VALUE,
  [ComponentType.Container]: { accent_color: null, spoiler: false },
  [ComponentType.Thumbnail]: SHOWN_OPENLY,
  [ComponentType.Separator]: { spacing: 1, divider: true },
};

/** Components as Discord gives them back: every one numbered and complete, `attachment://` turned into an address. */
export function finishComponents(
  components: readonly ComponentDraft[],
  files: readonly APIAttachment[],
  nextId: NextId,
): ComponentDraft[] {
  const nextNumber = freeNumbers(components);

  const finishMedia = (media: Media): Media => {
    const file = fileOf(media, files);
    return file
      ? { ...media, id: nextId(), url: file.url, proxy_url: file.proxy_url, attachment_id: file.id }
      : { ...media, id: nextId(), proxy_url: media.url };
  };
  const finishItem = (item: Item): Item => ({ ...SHOWN_OPENLY, ...item, media: finishMedia(item.media) });

  const finish = (component: ComponentDraft): ComponentDraft => {
    const id = component.id || nextNumber();
    const { type, components: inside, component: wrapped, accessory, media, file, items } = component;
    return {
      ...DEFAULTS[type],
      ...component,
      id,
      ...(inside ? { components: inside.map(finish) } : {}),
      ...(wrapped ? { component: finish(wrapped) } : {}),
      ...(accessory ? { accessory: finish(accessory) } : {}),
      ...(media ? { media: finishMedia(media) } : {}),
      ...(file ? { file: finishMedia(file), ...nameOf(fileOf(file, files)) } : {}),
      ...(items ? { items: items.map(finishItem) } : {}),
    };
  };
  return components.map(finish);
}

/** Counts up, around the numbers that some components bring along. */
function freeNumbers(components: readonly ComponentDraft[]): () => number {
  const taken = new Set<number>();
  visitComponents(components, ({ id }) => void (id && taken.add(id)));
  let last = 0;
  return () => {
    do last += 1;
    while (taken.has(last));
    return last;
  };
}

function fileOf({ url }: Media, files: readonly APIAttachment[]): APIAttachment | undefined {
  if (!url.startsWith("attachment://")) return undefined;
  const name = url.slice("attachment://".length);
  return files.find(({ filename }) => filename === name);
}

function nameOf(file: APIAttachment | undefined): object {
  return file ? { name: file.filename, size: file.size, spoiler: false } : { spoiler: false };
}
