/** The sentences that belong to no single command. */

export const unreadable =
  "I could not read that command. Type it again and pick from the list; if it keeps happening, Discord may still show an older version of it: restart Discord.";

export const olderCard =
  "That button belongs to an older version of me. Run the command again to get a card whose buttons work.";

export function apology(reference: string): string {
  return `Something went wrong on my side, and nothing was changed. Try again in a moment; if it happens again, tell whoever runs me the reference **${reference}**.`;
}
