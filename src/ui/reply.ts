import {
  type APIApplicationCommandOptionChoice,
  type APIInteractionResponse,
  type APIInteractionResponseCallbackData,
  type APIMessageTopLevelComponent,
  InteractionResponseType,
  MessageFlags,
} from "discord-api-types/v10";
import { text } from "./card.ts";
import { limits } from "./limits.ts";
import { shorten } from "./text.ts";

/** Nobody is pinged who is not named here. */
const NOBODY = { parse: [] } satisfies APIInteractionResponseCallbackData["allowed_mentions"];

/** `public`: a new message for everyone. `private`: one for who asked. `in-place`: the message whose button was pressed. */
export type Placement = "public" | "private" | "in-place";

export function reply(
  placement: Placement,
  components: readonly APIMessageTopLevelComponent[],
): APIInteractionResponse {
  return placement === "in-place"
    ? { type: InteractionResponseType.UpdateMessage, data: message(components, 0) }
    : {
        type: InteractionResponseType.ChannelMessageWithSource,
        data: message(components, placement === "private" ? MessageFlags.Ephemeral : 0),
      };
}

/** A sentence only for who asked. */
export function whisper(
  sentence: string,
  ...below: readonly APIMessageTopLevelComponent[]
): APIInteractionResponse {
  return reply("private", [text(sentence), ...below]);
}

export function choices(
  found: readonly { readonly name: string; readonly value: string }[],
): APIInteractionResponse {
  return {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices: found.slice(0, limits.choices).map(fitting) },
  };
}

function message(
  components: readonly APIMessageTopLevelComponent[],
  flags: number,
): APIInteractionResponseCallbackData {
  return {
    flags: MessageFlags.IsComponentsV2 | flags,
    components: [...components],
    allowed_mentions: NOBODY,
  };
}

function fitting(choice: {
  readonly name: string;
  readonly value: string;
}): APIApplicationCommandOptionChoice<string> {
  return { name: shorten(choice.name, limits.choiceText), value: choice.value };
}
