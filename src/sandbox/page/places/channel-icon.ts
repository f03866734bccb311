import type { TemplateResult } from "lit-html";
import type { ChannelView } from "../../people/protocol.ts";
import { hashIcon, mailIcon, megaphoneIcon, threadIcon, voiceIcon } from "../icons.ts";
import { isAnnouncement, isThread, isVoice } from "../names.ts";

/** What stands before a channel's name. */
export function channelIcon(channel: ChannelView): TemplateResult {
  if (isThread(channel)) return threadIcon;
  if (isVoice(channel)) return voiceIcon;
  if (isAnnouncement(channel)) return megaphoneIcon;
  return channel.recipientId === null ? hashIcon : mailIcon;
}
