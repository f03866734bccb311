/** Why the bot cannot go on, in one line for the operator. 78: configuration or credentials. 1: anything else. */
export interface Fatal {
  readonly exitCode: 1 | 78;
  readonly message: string;
}

export const tokenRefused =
  "Discord refused the token. Copy the current one from the Bot page of your application in Discord's developer portal into DISCORD_TOKEN; a reset makes the old one useless.";
