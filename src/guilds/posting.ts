import { capabilities, may } from "../ui/permissions.ts";
import { Refusal } from "../ui/refusal.ts";
import { troubleTexts as say } from "./text/trouble.ts";

/** A channel that something is to be posted in, and what the bot may do there. */
export interface PostingPlace {
  readonly channelId: string | undefined;
  readonly isInThread: boolean;
  readonly botPermissions: string;
}

/** Checked before anything is saved, so that nothing is posted where it could not be kept up to date. */
export function insistOnPosting({ botPermissions, channelId, isInThread }: PostingPlace, what: string): void {
  const needed = isInThread
    ? (["ViewChannel", "SendMessagesInThreads"] as const)
    : (["ViewChannel", "SendMessages"] as const);
  const lacking = needed.filter((permission) => !may(botPermissions, permission));
  if (lacking.length === 0) return;
  const labels = lacking.map(
    (one) => `**${capabilities.find(({ permission }) => permission === one)?.label ?? one}**`,
  );
  throw new Refusal(say.lacking(labels.join(", "), `<#${channelId}>`, what));
}
