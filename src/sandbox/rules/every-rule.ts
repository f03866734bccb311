import { MENTION_RULES } from "./allowed-mentions.ts";
import { ATTACHMENT_RULES } from "./attachments.ts";
import { BUTTON_RULES } from "./buttons.ts";
import { CALLBACK_RULES } from "./callback.ts";
import { CHOICE_RULES } from "./choices.ts";
import { NAME_RULES } from "./command-names.ts";
import { OPTION_RULES } from "./command-options.ts";
import { COMMAND_RULES } from "./commands.ts";
import { COMPONENT_RULES } from "./components.ts";
import { EMBED_RULES } from "./embeds.ts";
import { EMOJI_RULES } from "./emoji.ts";
import { LAYOUT_RULES } from "./layout.ts";
import { MESSAGE_RULES } from "./message.ts";
import { REFERENCE_RULES } from "./message-reference.ts";
import { MODAL_RULES } from "./modal.ts";
import { FIELD_RULES } from "./modal-fields.ts";
import { PICK_RULES } from "./options.ts";
import { POLL_RULES } from "./poll.ts";
import type { Rule } from "./rule.ts";
import { SELECT_RULES } from "./selects.ts";
import { SHAPE_RULES } from "./shapes.ts";

/** All that the sandbox refuses in a body, for whoever wants to read it or to prove it. */
export const EVERY_RULE: readonly Rule[] = [
  MESSAGE_RULES,
  MENTION_RULES,
  ATTACHMENT_RULES,
  REFERENCE_RULES,
  POLL_RULES,
  EMBED_RULES,
  COMPONENT_RULES,
  BUTTON_RULES,
  EMOJI_RULES,
  SELECT_RULES,
  PICK_RULES,
  SHAPE_RULES,
  LAYOUT_RULES,
  MODAL_RULES,
  FIELD_RULES,
  CALLBACK_RULES,
  CHOICE_RULES,
  COMMAND_RULES,
  NAME_RULES,
  OPTION_RULES,
].flatMap((rules) => Object.values<Rule>(rules));
