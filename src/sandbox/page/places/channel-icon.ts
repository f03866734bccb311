import type { TemplateResult } from "lit-html";
import type { ChannelView } from "../../people/protocol.ts";
import { megaphoneIcon, threadIcon } from "../icons.ts";
import { channelSign, isAnnouncement, isThread } from "../names.ts";

/** What stands before a channel's name in a list. */
export function channelIcon(channel: ChannelView): TemplateResult | string {
  if (isThread(channel)) return threadIcon;
  return isAnnouncement(channel) ? megaphoneIcon : channelSign(channel);
}
