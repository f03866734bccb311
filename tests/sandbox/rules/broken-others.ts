import { ApplicationCommandOptionType, InteractionType } from "discord-api-types/v10";
import { CALLBACK_RULES } from "../../../src/sandbox/rules/callback.ts";
import { CHOICE_RULES } from "../../../src/sandbox/rules/choices.ts";
import { NAME_RULES } from "../../../src/sandbox/rules/command-names.ts";
import { OPTION_RULES } from "../../../src/sandbox/rules/command-options.ts";
import { COMMAND_RULES } from "../../../src/sandbox/rules/commands.ts";
import { MODAL_RULES } from "../../../src/sandbox/rules/modal.ts";
import { FIELD_RULES } from "../../../src/sandbox/rules/modal-fields.ts";
import { PICK_RULES } from "../../../src/sandbox/rules/options.ts";
import type { Rule } from "../../../src/sandbox/rules/rule.ts";
import { SELECT_RULES } from "../../../src/sandbox/rules/selects.ts";
import { SHAPE_RULES } from "../../../src/sandbox/rules/shapes.ts";
import * as p from "./parts.ts";

type Fields = Readonly<Record<string, unknown>>;

const twoOptions = p.times(2, (n) => p.option({ value: `${n}` }));
const radios = (fields: Fields) =>
  p.modal([p.label({ type: 21, custom_id: "one", options: twoOptions, ...fields })]);
const boxes = (fields: Fields) =>
  p.modal([p.label({ type: 22, custom_id: "some", options: twoOptions, ...fields })]);
const upload = (fields: Fields) => p.modal([p.label({ type: 19, custom_id: "files", ...fields })]);
const choice = (fields: Fields) => ({ choices: [{ name: "a", value: "a", ...fields }] });

export const BROKEN_MODALS: readonly (readonly [Rule, unknown])[] = [
  [MODAL_RULES.customId, p.modal([p.label(p.input())], { custom_id: "" })],
  [MODAL_RULES.title, p.modal([p.label(p.input())], { title: p.long(46) })],
  [MODAL_RULES.components, p.modal([])],
  [MODAL_RULES.components, p.modal(p.times(6, (n) => p.label(p.input({ custom_id: `${n}` }))))],
  [MODAL_RULES.topKinds, p.modal([p.input()])],
  [MODAL_RULES.label, p.modal([p.label(p.input(), { label: p.long(46) })])],
  [MODAL_RULES.labelDescription, p.modal([p.label(p.input(), { description: p.long(101) })])],
  [MODAL_RULES.labelComponent, p.modal([p.label(undefined)])],
  [MODAL_RULES.labelKinds, p.modal([p.label(p.button())])],
  [MODAL_RULES.row, p.modal([p.row(p.input({ label: "a" }), p.input({ label: "b", custom_id: "b" }))])],
  [MODAL_RULES.rowKinds, p.modal([p.row(p.select())])],
  [MODAL_RULES.rowLabel, p.modal([p.row(p.input())])],
  [MODAL_RULES.ownLabel, p.modal([p.label(p.input({ label: "Again" }))])],
  [FIELD_RULES.style, p.modal([p.label(p.input({ style: 3 }))])],
  [FIELD_RULES.minLength, p.modal([p.label(p.input({ min_length: -1 }))])],
  [FIELD_RULES.maxLength, p.modal([p.label(p.input({ max_length: 4001 }))])],
  [FIELD_RULES.lengths, p.modal([p.label(p.input({ min_length: 5, max_length: 4 }))])],
  [FIELD_RULES.value, p.modal([p.label(p.input({ value: p.long(4001) }))])],
  [FIELD_RULES.placeholder, p.modal([p.label(p.input({ placeholder: p.long(101) }))])],
  [FIELD_RULES.oneLine, p.modal([p.label(p.input({ value: "Two\nlines" }))])],
  [FIELD_RULES.disabled, p.modal([p.label(p.select({ disabled: true }))])],
  [SHAPE_RULES.yesNo, p.modal([p.label(p.select({ disabled: "no" }))])],
  [FIELD_RULES.needless, p.modal([p.label(p.select({ min_values: 0 }))])],
  [FIELD_RULES.needless, boxes({ min_values: 0, required: true })],
  [FIELD_RULES.needless, upload({ min_values: 0 })],
  [
    SELECT_RULES.defaultKinds,
    p.modal([p.label({ type: 8, custom_id: "where", default_values: [{ id: "1", type: "user" }] })]),
  ],
  [FIELD_RULES.radioOptions, radios({ options: [p.option()] })],
  [FIELD_RULES.checkboxOptions, boxes({ options: [] })],
  [SHAPE_RULES.yesNo, radios({ options: p.times(2, (n) => p.option({ value: `${n}`, default: n })) })],
  [SHAPE_RULES.yesNo, p.modal([p.label({ type: 23, custom_id: "sure", default: "yes" })])],
  [PICK_RULES.tooMany, radios({ options: p.times(2, (n) => p.option({ value: `${n}`, default: true })) })],
  [PICK_RULES.order, boxes({ min_values: 2, max_values: 1 })],
  [PICK_RULES.order, upload({ min_values: 2 })],
  [PICK_RULES.room, boxes({ max_values: 3 })],
  [FIELD_RULES.groupMin, upload({ min_values: -1 })],
  [FIELD_RULES.groupMax, upload({ min_values: 0, required: false, max_values: 0 })],
];

export const BROKEN_COMMANDS: readonly (readonly [Rule, unknown])[] = [
  [COMMAND_RULES.type, [p.command({ type: 9 })]],
  [SHAPE_RULES.yesNo, [p.command({ nsfw: 0 })]],
  [COMMAND_RULES.name, [p.command({ name: "Mission" })]],
  [COMMAND_RULES.name, [p.command({ name: "two words" })]],
  [COMMAND_RULES.name, [p.command({ name: p.long(33) })]],
  [COMMAND_RULES.menuName, [{ type: 3, name: "" }]],
  [COMMAND_RULES.description, [p.command({ description: p.long(101) })]],
  [COMMAND_RULES.menuDescription, [{ type: 2, name: "Who is this?", description: "No." }]],
  [NAME_RULES.localizedName, [p.command({ name_localizations: { de: "Groß" } })]],
  [NAME_RULES.localizedName, [p.command({ name_localizations: { de: null } })]],
  [NAME_RULES.localizedDescription, [p.command({ description_localizations: { de: p.long(101) } })]],
  [COMMAND_RULES.permissions, [p.command({ default_member_permissions: "ManageGuild" })]],
  [COMMAND_RULES.permissions, [p.command({ default_member_permissions: ["32"] })]],
  [COMMAND_RULES.contexts, [p.command({ contexts: [3] })]],
  [COMMAND_RULES.integrationTypes, [p.command({ integration_types: [0, 0] })]],
  [COMMAND_RULES.nameTwice, [p.command(), p.command()]],
  [COMMAND_RULES.slashCount, p.times(101, (n) => p.command({ name: `c${n}` }))],
  [COMMAND_RULES.menuCount, p.times(16, (n) => ({ type: 2, name: `c${n}` }))],
  [
    COMMAND_RULES.total,
    p.withOptions(
      ...p.times(4, (n) =>
        p.commandOption({ name: `o${n}`, choices: p.times(25, () => ({ name: p.long(80), value: "a" })) }),
      ),
    ),
  ],
  [OPTION_RULES.count, p.withOptions(...p.times(26, (n) => p.commandOption({ name: `o${n}` })))],
  [OPTION_RULES.kinds, p.withOptions(p.commandOption({ type: 12 }))],
  [OPTION_RULES.name, p.withOptions(p.commandOption({ name: "Name" }))],
  [OPTION_RULES.description, p.withOptions(p.commandOption({ description: "" }))],
  [OPTION_RULES.nameTwice, p.withOptions(p.commandOption(), p.commandOption())],
  [
    OPTION_RULES.requiredFirst,
    p.withOptions(p.commandOption(), p.commandOption({ name: "b", required: true })),
  ],
  [
    OPTION_RULES.choicesOrAutocomplete,
    p.withOptions(p.commandOption({ autocomplete: true, choices: [{ name: "a", value: "a" }] })),
  ],
  [OPTION_RULES.choiceKinds, p.withOptions(p.commandOption({ type: 6, autocomplete: true }))],
  [OPTION_RULES.minLength, p.withOptions(p.commandOption({ min_length: 6001 }))],
  [OPTION_RULES.maxLength, p.withOptions(p.commandOption({ max_length: 0 }))],
  [OPTION_RULES.bounds, p.withOptions(p.commandOption({ type: 4, max_value: 1.5 }))],
  [OPTION_RULES.bounds, p.withOptions(p.commandOption({ type: 10, max_value: 2 ** 53 }))],
  [OPTION_RULES.bounds, p.withOptions(p.commandOption({ type: 4, min_value: -(2 ** 53) }))],
  [CHOICE_RULES.text, p.withOptions(p.commandOption(choice({ value: 1 })))],
  [CHOICE_RULES.number, p.withOptions(p.commandOption({ type: 4, ...choice({ value: 1.5 }) }))],
  [CHOICE_RULES.number, p.withOptions(p.commandOption({ type: 10, ...choice({ value: "1.5" }) }))],
  [CHOICE_RULES.localizedName, p.withOptions(p.commandOption(choice({ name_localizations: { de: "" } })))],
  [CHOICE_RULES.localizedName, p.withOptions(p.commandOption(choice({ name_localizations: { de: 7 } })))],
  [SHAPE_RULES.object, p.withOptions(p.commandOption(choice({ name_localizations: "a" })))],
  [
    OPTION_RULES.nesting,
    p.withOptions({ type: 2, name: "a", description: "b", options: [p.commandOption()] }),
  ],
  [OPTION_RULES.mixed, p.withOptions({ type: 1, name: "a", description: "b" }, p.commandOption())],
  [
    CHOICE_RULES.count,
    p.withOptions(p.commandOption({ choices: p.times(26, (n) => ({ name: `${n}`, value: "a" })) })),
  ],
  [CHOICE_RULES.name, p.withOptions(p.commandOption({ choices: [{ name: p.long(101), value: "a" }] }))],
  [CHOICE_RULES.text, p.withOptions(p.commandOption(choice({ value: p.long(101) })))],
];

const { ApplicationCommand, MessageComponent, ApplicationCommandAutocomplete, ModalSubmit } = InteractionType;
const message = { content: "Hi" };

/** What was done, and an answer that does not fit it. */
export const BROKEN_CALLBACKS: readonly (readonly [
  Rule,
  { readonly type: InteractionType; readonly completes?: ApplicationCommandOptionType },
  { readonly type: unknown; readonly data?: unknown },
])[] = [
  [CALLBACK_RULES.type, { type: ApplicationCommand }, { type: 1 }],
  [CALLBACK_RULES.type, { type: ApplicationCommand }, { type: "4", data: message }],
  [CALLBACK_RULES.data, { type: ApplicationCommand }, { type: 4 }],
  [CALLBACK_RULES.updateOnlyComponents, { type: ApplicationCommand }, { type: 7, data: message }],
  [CALLBACK_RULES.updateOnlyComponents, { type: ModalSubmit }, { type: 6 }],
  [CALLBACK_RULES.modalNotFromModal, { type: ModalSubmit }, { type: 9, data: p.modal([p.label(p.input())]) }],
  [CALLBACK_RULES.choicesOnlyAutocomplete, { type: MessageComponent }, { type: 8, data: { choices: [] } }],
  [
    CALLBACK_RULES.choicesOnlyAutocomplete,
    { type: ApplicationCommandAutocomplete },
    { type: 4, data: message },
  ],
  [
    CHOICE_RULES.localizedName,
    { type: ApplicationCommandAutocomplete },
    { type: 8, data: choice({ name_localizations: { de: "" } }) },
  ],
  [
    CHOICE_RULES.number,
    { type: ApplicationCommandAutocomplete, completes: ApplicationCommandOptionType.Integer },
    { type: 8, data: choice({}) },
  ],
  [SHAPE_RULES.object, { type: ApplicationCommand }, { type: 5, data: "soon" }],
  [CALLBACK_RULES.deferredFlags, { type: ApplicationCommand }, { type: 5, data: { flags: p.V2 } }],
];
