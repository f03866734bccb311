/** The sentences that belong to no single command. */

export const unreadable =
  "I could not read that command. Type it again and pick from the list; if it keeps happening, Discord may still show an older version of it: restart Discord.";

export const olderCard =
  "That button belongs to an older version of me. Run the command again to get a card whose buttons work.";

export function apology(reference: string): string {
  return `Something went wrong on my side, and nothing was changed. Try again in a moment; if it happens again, tell whoever runs me the reference **${reference}**.`;
}

/** What a member reads when the store failed, by what is known of the change. */
export const storeTrouble = {
  no: (reference: string) =>
    `That was not saved, and nothing has changed: I cannot reach the place where I keep things. Try again in a minute; whoever runs me finds the reason in the log under **${reference}**.`,
  unknown: (reference: string) =>
    `I cannot tell whether that was saved: the place where I keep things went away in the middle. Look before you try again; whoever runs me finds the reason in the log under **${reference}**.`,
} as const;

export function needsGuild(command: string): string {
  return `\`/${command}\` works in a server only, because it is about a fleet. Type it in one of your fleet's channels.`;
}
