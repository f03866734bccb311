/** What members read of direct messages, whatever these are about. */
export const directTexts = {
  why: "-# You asked for direct messages. /me changes that.",
  closed:
    "-# Your direct messages are closed to me, so I tell you here from now on. /me changes that when they are open.",
} as const;
