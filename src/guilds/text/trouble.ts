/** What a fleet reads when one of its channels does not take messages. What was to be told comes escaped. */
export const troubleTexts = {
  forbidden: (title: string, channel: string) =>
    `I may not post in ${channel}, so nobody was told of **${title}** there.\n` +
    "Allow Away Team **View Channel** and **Send Messages** in that channel's permissions; for a thread, **Send Messages in Threads**, and unlock it. /fleet doctor checks them all.",
} as const;
