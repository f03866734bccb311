import type { TemplateResult } from "lit-html";
import type { ChannelView } from "../../people/protocol.ts";
import { hashIcon, mailIcon, megaphoneIcon, threadIcon } from "../icons.ts";
import { isAnnouncement, isThread } from "../names.ts";

/** What stands before a channel's name. */
export function channelIcon(channel: ChannelView): TemplateResult {
  if (isThread(channel)) return threadIcon;
  if (isAnnouncement(channel)) return megaphoneIcon;
  return channel.recipientId === null ? hashIcon : mailIcon;
}
