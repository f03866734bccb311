import type {
  ApplicationCommandOptionType,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  SeparatorSpacingSize,
  TextInputStyle,
} from "discord-api-types/v10";

/** Discord's numbers, written out because the page loads no package for them. The types hold them to the originals. */
type Some<Enum, Names extends keyof Enum> = Readonly<Pick<Enum, Names>>;

export const Component: Some<
  typeof ComponentType,
  | "ActionRow"
  | "Button"
  | "StringSelect"
  | "TextInput"
  | "UserSelect"
  | "RoleSelect"
  | "MentionableSelect"
  | "ChannelSelect"
  | "Section"
  | "TextDisplay"
  | "Thumbnail"
  | "MediaGallery"
  | "File"
  | "Separator"
  | "Container"
  | "Label"
  | "FileUpload"
  | "RadioGroup"
  | "CheckboxGroup"
  | "Checkbox"
> = {
  ActionRow: 1,
  Button: 2,
  StringSelect: 3,
  TextInput: 4,
  UserSelect: 5,
  RoleSelect: 6,
  MentionableSelect: 7,
  ChannelSelect: 8,
  Section: 9,
  TextDisplay: 10,
  Thumbnail: 11,
  MediaGallery: 12,
  File: 13,
  Separator: 14,
  Container: 17,
  Label: 18,
  FileUpload: 19,
  RadioGroup: 21,
  CheckboxGroup: 22,
  Checkbox: 23,
};

export const Style: Readonly<typeof ButtonStyle> = {
  Primary: 1,
  Secondary: 2,
  Success: 3,
  Danger: 4,
  Link: 5,
  Premium: 6,
} as typeof ButtonStyle;

export const Option: Some<
  typeof ApplicationCommandOptionType,
  | "Subcommand"
  | "SubcommandGroup"
  | "String"
  | "Integer"
  | "Boolean"
  | "User"
  | "Channel"
  | "Role"
  | "Mentionable"
  | "Number"
  | "Attachment"
> = {
  Subcommand: 1,
  SubcommandGroup: 2,
  String: 3,
  Integer: 4,
  Boolean: 5,
  User: 6,
  Channel: 7,
  Role: 8,
  Mentionable: 9,
  Number: 10,
  Attachment: 11,
};

export const Flag: Some<typeof MessageFlags, "Ephemeral" | "Loading" | "SuppressEmbeds"> = {
  SuppressEmbeds: 4,
  Ephemeral: 64,
  Loading: 128,
};

export const PARAGRAPH: TextInputStyle.Paragraph = 2;
export const LARGE_SPACING: SeparatorSpacingSize.Large = 2;
