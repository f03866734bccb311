import type { REST } from "@discordjs/rest";
import { type APIInteractionResponseCallbackData, MessageFlags, Routes } from "discord-api-types/v10";
import type { Answers } from "./answering.ts";

/** What an answer turns into once the work behind it is done. */
export interface LateMessage {
  readonly data: APIInteractionResponseCallbackData;
  readonly files: readonly { readonly name: string; readonly data: string | Uint8Array }[];
}

/** Puts a message where "thinking…" stands. */
export type FillIn = (interaction: unknown, message: LateMessage) => Promise<void>;

/** Goes through REST, which knows the limits of a webhook and how files are sent. What Discord refuses is owned up to. */
export function fillingIn(rest: REST, { apologise }: Pick<Answers, "apologise">): FillIn {
  const edit = async (interaction: unknown, { data, files }: LateMessage) => {
    const { application_id: applicationId, token } = interaction as Readonly<Record<string, string>>;
    await rest.patch(Routes.webhookMessage(applicationId ?? "", token ?? "", "@original"), {
      auth: false,
      body: { ...data, flags: (data.flags ?? 0) & ~MessageFlags.Ephemeral },
      files: files.map(({ name, data: bytes }) => ({
        name,
        data: typeof bytes === "string" ? bytes : Buffer.from(bytes),
      })),
    });
  };

  return async (interaction, message) => {
    try {
      await edit(interaction, message);
    } catch (error) {
      const apology = apologise(interaction, error) as { readonly data: LateMessage["data"] };
      await edit(interaction, { data: apology.data, files: [] });
    }
  };
}
