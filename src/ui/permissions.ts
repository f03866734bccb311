import { PermissionFlagsBits } from "discord-api-types/v10";

type Permission = keyof typeof PermissionFlagsBits;

/** What the bot asks a server for, and what for. The invite link, the checks and the refusals all read this table. */
export interface Capability {
  readonly permission: Permission;
  /** As Discord's settings call it. */
  readonly label: string;
  /** What it is for: "so that I can …". */
  readonly purpose: string;
  /** Where it is needed: in every channel that cards go to, or in one sort of them. */
  readonly needed: "everywhere" | "outside-threads" | "in-threads";
}

export const capabilities: readonly Capability[] = [
  {
    permission: "ViewChannel",
    label: "View Channel",
    purpose: "see the channel",
    needed: "everywhere",
  },
  {
    permission: "SendMessages",
    label: "Send Messages",
    purpose: "post cards and reminders",
    needed: "outside-threads",
  },
  {
    permission: "SendMessagesInThreads",
    label: "Send Messages in Threads",
    purpose: "post cards and reminders in threads",
    needed: "in-threads",
  },
  {
    permission: "EmbedLinks",
    label: "Embed Links",
    purpose: "show cards whole",
    needed: "everywhere",
  },
  {
    permission: "AttachFiles",
    label: "Attach Files",
    purpose: "attach pictures",
    needed: "everywhere",
  },
  {
    permission: "ReadMessageHistory",
    label: "Read Message History",
    purpose: "find my own cards again and keep them up to date",
    needed: "everywhere",
  },
];

/** Whether a set of permissions, as Discord writes it, holds one of them. An administrator may do everything. */
export function may(permissions: string | bigint, permission: Permission): boolean {
  const bits = BigInt(permissions);
  return (bits & (PermissionFlagsBits[permission] | PermissionFlagsBits.Administrator)) !== 0n;
}

/** Where somebody with the right to do so adds the bot to a server, with all that it asks for and nothing more. */
export function inviteLink(applicationId: string): string {
  const bits = capabilities.reduce((all, { permission }) => all | PermissionFlagsBits[permission], 0n);
  return `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot+applications.commands&permissions=${bits}`;
}
