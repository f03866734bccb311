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
import { plain } from "./text.ts";

/** Nobody is pinged who is not named here. */
const NOBODY = { parse: [] } satisfies APIInteractionResponseCallbackData["allowed_mentions"];

/** `public`: a new message for everyone. `private`: one for who asked. `in-place`: the message whose button was pressed. */
export type Placement = "public" | "private" | "in-place";

/** On a card that only the presser sees the answer takes its place; anywhere else it is one of their own. */
export function placed(onPrivateCard: boolean): "in-place" | "private" {
  return onPrivateCard ? "in-place" : "private";
}

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

/** What completes an option. A value that Discord would refuse takes its choice along, not the whole list. */
export function choices(found: readonly Found[]): APIInteractionResponse {
  return {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices: found.filter(isTakable).slice(0, limits.choices).map(fitting) },
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

interface Found {
  readonly name: string;
  readonly value: string;
}

function isTakable({ value }: Found): boolean {
  return value !== "" && value.length <= limits.choiceText;
}

function fitting({ name, value }: Found): APIApplicationCommandOptionChoice<string> {
  return { name: plain(name, limits.choiceText), value };
}
