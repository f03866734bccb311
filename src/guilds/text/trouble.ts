/** What a fleet reads when one of its channels does not take messages. What was to be told comes escaped. */
export const troubleTexts = {
  forbidden: (title: string, channel: string) =>
    `I may not post in ${channel}, so nobody was told of **${title}** there.\n` +
    "Allow Away Team **View Channel** and **Send Messages** in that channel's permissions; for a thread, **Send Messages in Threads**, and unlock it. /fleet doctor checks them all.",
  lacking: (permissions: string, where: string, what: string) =>
    `I lack the permission ${permissions} in ${where}, so I cannot ${what} there. An admin can switch it on: channel settings → Permissions → my role. Nothing was saved.`,
  refused: (where: string, setting: string) =>
    `I cannot post in ${where}: check that I have View Channel and Send Messages there (channel settings → Permissions), or name another ${setting} with \`/fleet setup\`.`,
} as const;
