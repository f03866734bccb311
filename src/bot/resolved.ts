import type { APIAttachment } from "discord-api-types/v10";
import { isObject, type Loose } from "./asker.ts";

/** What Discord tells of the things that an interaction names by id. It came from outside, and is read as such. */
export interface Resolved {
  role(
    id: string,
  ): { readonly id: string; readonly isManaged: boolean; readonly isMentionable: boolean } | undefined;
  channel(id: string): { readonly id: string; readonly type: number } | undefined;
  attachment(id: string): Attached | undefined;
  /** True for a user that Discord names without a membership: they are not in the guild. */
  isStranger(id: string): boolean;
  isBot(id: string): boolean;
}

/** A file that came along. */
export type Attached = Pick<APIAttachment, "url" | "size" | "filename">;

export function resolvedIn(data: Loose): Resolved {
  const find = (group: string, id: string): Loose | undefined => {
    const resolved = data["resolved"];
    const all = isObject(resolved) ? resolved[group] : undefined;
    const one = isObject(all) && Object.hasOwn(all, id) ? all[id] : undefined;
    return isObject(one) ? one : undefined;
  };

  return {
    isBot: (id) => find("users", id)?.["bot"] === true,
    isStranger: (id) => find("users", id) !== undefined && find("members", id) === undefined,
    role: (id) => {
      const role = find("roles", id);
      if (role === undefined) return undefined;
      return { id, isManaged: role["managed"] !== false, isMentionable: role["mentionable"] !== false };
    },
    channel: (id) => {
      const type = find("channels", id)?.["type"];
      return typeof type === "number" ? { id, type } : undefined;
    },
    attachment: (id) => {
      const { url, size, filename } = find("attachments", id) ?? {};
      return typeof url === "string" && typeof size === "number" && typeof filename === "string"
        ? { url, size, filename }
        : undefined;
    },
  };
}
