/**
 * Discord's own limits, one place for each number.
 * Source: Discord's developer documentation, the page named beside each group.
 */
export const limits = {
  /** Components reference: one message holds 40 components, nested ones counted. */
  componentsInMessage: 40,
  /** Components reference: all text displays of one message together. */
  textInMessage: 4_000,
  /** Components reference: an action row holds five buttons. */
  buttonsInRow: 5,
  buttonLabel: 80,
  customId: 100,
  /** Components reference: options in a string select. */
  selectOptions: 25,
  selectOptionText: 100,
  selectPlaceholder: 150,
  /** Application commands: choices of an option and of an autocomplete answer. */
  choices: 25,
  choiceText: 100,
  /** Components reference: modals, labels and text inputs. */
  modalTitle: 45,
  fieldLabel: 45,
  fieldHelp: 100,
  fieldPlaceholder: 100,
  /** Components reference: the description of an item in a media gallery. */
  altText: 1_024,
  /** Message resource. */
  contentText: 2_000,
  /** Uploading files: in a server without boosts, from a member without Nitro or a bot. */
  fileBytes: 10 * 1024 * 1024,
} as const;
