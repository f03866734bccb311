import {
  InteractionResponseType as Answer,
  ApplicationCommandOptionType,
  InteractionType as Kind,
  MessageFlags,
} from "discord-api-types/v10";
import type { Interaction } from "../interactions/interactions.ts";
import { asObject } from "../rest/request.ts";
import { checkChoices } from "./choices.ts";
import { type Before, checkMessage } from "./message.ts";
import { checkModal } from "./modal.ts";
import { forbidden, type Refuse, type Rule, required } from "./rule.ts";
import { checkObject } from "./shapes.ts";

const PAGE = "interactions/receiving-and-responding#interaction-response-object-interaction-callback-type";

const wrongType = (rule: string): Rule => forbidden("INTERACTION_CALLBACK_TYPE_INVALID", rule, PAGE);

export const CALLBACK_RULES = {
  type: wrongType("An interaction is answered with one of the callback types 4 to 9."),
  data: required("An answer with a message, choices or a modal carries data.", PAGE),
  updateOnlyComponents: wrongType("Only a click, or a modal opened by one, updates its message."),
  modalNotFromModal: wrongType("A modal is not answered with a modal."),
  choicesOnlyAutocomplete: wrongType("Choices answer an autocomplete, and nothing else does."),
  deferredFlags: {
    rule: "A deferred answer carries no flag but the ephemeral one.",
    page: "interactions/receiving-and-responding#interaction-response-object-messages",
    code: "MESSAGE_FLAGS_INVALID",
    message: "Only the EPHEMERAL flag can be set on a deferred response.",
  },
} as const satisfies Record<string, Rule>;

interface Callback {
  readonly type: unknown;
  readonly data: unknown;
  readonly uploads: readonly { readonly filename: string; readonly index: string }[];
}

/** `before` is the message that a click would update. */
export function checkCallback(
  refuse: Refuse,
  interaction: Pick<Interaction, "type" | "source" | "completes">,
  { type, data, uploads }: Callback,
  before: Before | undefined,
): void {
  const misfit = misfitOf(interaction, type);
  if (misfit) {
    refuse(misfit, "type");
    return;
  }
  if (!asObject(data) && (type === Answer.ChannelMessageWithSource || type === Answer.Modal || type === 8)) {
    refuse(CALLBACK_RULES.data, "data");
    return;
  }
  checkObject(refuse, "data", data);
  switch (type) {
    case Answer.ChannelMessageWithSource:
      checkMessage(refuse, "data", data, uploads);
      break;
    case Answer.DeferredChannelMessageWithSource: {
      const flags = asObject<"flags">(data)?.flags;
      if (typeof flags === "number" && (flags & ~MessageFlags.Ephemeral) !== 0) {
        refuse(CALLBACK_RULES.deferredFlags, "data.flags");
      }
      break;
    }
    case Answer.UpdateMessage:
      checkMessage(refuse, "data", data, uploads, before);
      break;
    case Answer.ApplicationCommandAutocompleteResult: {
      const { completes = ApplicationCommandOptionType.String } = interaction;
      checkChoices(refuse, "data.choices", asObject<"choices">(data)?.choices, completes);
      break;
    }
    case Answer.Modal:
      checkModal(refuse, "data", data);
      break;
  }
}

/** The rule by which this kind of interaction cannot have this kind of answer. */
function misfitOf(
  { type: kind, source }: Pick<Interaction, "type" | "source">,
  type: unknown,
): Rule | undefined {
  const isAutocomplete = kind === Kind.ApplicationCommandAutocomplete;
  switch (type) {
    case Answer.ChannelMessageWithSource:
    case Answer.DeferredChannelMessageWithSource:
      return isAutocomplete ? CALLBACK_RULES.choicesOnlyAutocomplete : undefined;
    case Answer.DeferredMessageUpdate:
    case Answer.UpdateMessage:
      return source ? undefined : CALLBACK_RULES.updateOnlyComponents;
    case Answer.ApplicationCommandAutocompleteResult:
      return isAutocomplete ? undefined : CALLBACK_RULES.choicesOnlyAutocomplete;
    case Answer.Modal:
      if (isAutocomplete) return CALLBACK_RULES.choicesOnlyAutocomplete;
      return kind === Kind.ModalSubmit ? CALLBACK_RULES.modalNotFromModal : undefined;
    default:
      return CALLBACK_RULES.type;
  }
}
