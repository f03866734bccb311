import type { APIMessage } from "discord-api-types/v10";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";

/** Every message of a channel; of all of them, direct messages included, when none is named. */
export function messagesIn({ world }: Sandbox, channelId?: string): readonly APIMessage[] {
  return [...world.channels.values()]
    .filter(({ id }) => channelId === undefined || id === channelId)
    .flatMap(({ messages }) => [...messages.values()].map(({ json }) => json));
}

/** The first message that is like this, as soon as there is one. */
export async function messageSeen(
  sandbox: Sandbox,
  isIt: (message: APIMessage) => boolean,
  channelId?: string,
): Promise<APIMessage> {
  for (;;) {
    const found = messagesIn(sandbox, channelId).find(isIt);
    if (found !== undefined) return found;
    await new Promise<void>((resolve) => {
      const stop = sandbox.changes.listen(() => {
        stop();
        resolve();
      });
    });
  }
}
