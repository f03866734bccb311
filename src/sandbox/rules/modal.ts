import { ComponentType } from "discord-api-types/v10";
import { asObject } from "../rest/request.ts";
import { checkIdentity } from "./components.ts";
import { checkList, checkRequiredText, checkText, isAbsent } from "./fields.ts";
import { checkShown } from "./layout.ts";
import { checkModalField, FIELD_KINDS } from "./modal-fields.ts";
import { forbidden, lengthBetween, oneOf, type Refuse, type Rule, required } from "./rule.ts";
import type { AnyComponent } from "./wire.ts";

const PAGE = "interactions/receiving-and-responding#interaction-response-object-modal";
const LABEL_PAGE = "components/reference#label";
const TOP_KINDS: ReadonlySet<unknown> = new Set([
  ComponentType.ActionRow,
  ComponentType.TextDisplay,
  ComponentType.Label,
]);
const NO_FILES: ReadonlySet<string> = new Set();

export const MODAL_RULES = {
  customId: lengthBetween(1, 100, "A modal has a custom id of 1 to 100 characters.", PAGE),
  title: lengthBetween(1, 45, "A modal has a title of 1 to 45 characters.", PAGE),
  components: lengthBetween(1, 5, "A modal has 1 to 5 components at its top.", PAGE),
  topKinds: oneOf(
    [1, 10, 18],
    "Labels, texts and rows stand at the top of a modal.",
    "components/reference#component-object-component-types",
  ),
  label: lengthBetween(1, 45, "A label has 1 to 45 characters.", LABEL_PAGE),
  labelDescription: lengthBetween(1, 100, "A label's description has 1 to 100 characters.", LABEL_PAGE),
  labelComponent: required("A label wraps one component.", LABEL_PAGE),
  labelKinds: oneOf(
    [...FIELD_KINDS] as number[],
    "A label wraps something to fill in.",
    `${LABEL_PAGE}-label-child-components`,
  ),
  row: lengthBetween(
    1,
    1,
    "An action row of a modal holds one text input.",
    "components/reference#action-row",
  ),
  rowKinds: oneOf([4], "An action row of a modal holds a text input.", "components/reference#action-row"),
  rowLabel: required(
    "A text input in an action row has a label of its own.",
    "components/reference#text-input",
  ),
  ownLabel: forbidden(
    "TEXT_INPUT_LABEL_NOT_ALLOWED",
    "A text input in a label has no label of its own.",
    "components/reference#text-input",
  ),
} as const satisfies Record<string, Rule>;

export function checkModal(refuse: Refuse, path: string, value: unknown): void {
  const modal = asObject<"custom_id" | "title" | "components">(value) ?? {};
  const tally = { customIds: new Set<unknown>(), ids: new Set<unknown>() };
  checkRequiredText(refuse, MODAL_RULES.customId, `${path}.custom_id`, modal.custom_id, { min: 1, max: 100 });
  checkRequiredText(refuse, MODAL_RULES.title, `${path}.title`, modal.title, { min: 1, max: 45 });
  const at = `${path}.components`;
  const list = checkList(refuse, MODAL_RULES.components, at, modal.components, { min: 1, max: 5 });

  list.forEach((one, index) => {
    const component = asObject<keyof AnyComponent>(one) ?? {};
    if (!TOP_KINDS.has(component.type)) refuse(MODAL_RULES.topKinds, `${at}.${index}.type`);
    else checkTop(refuse, `${at}.${index}`, component, tally);
  });
}

type Tally = Parameters<typeof checkIdentity>[3];

function checkTop(refuse: Refuse, path: string, component: AnyComponent, tally: Tally): void {
  checkIdentity(refuse, path, component, tally);
  if (component.type === ComponentType.Label) checkLabel(refuse, path, component, tally);
  else if (component.type === ComponentType.ActionRow) checkRow(refuse, path, component, tally);
  else checkShown(refuse, path, component, NO_FILES);
}

function checkLabel(refuse: Refuse, path: string, label: AnyComponent, tally: Tally): void {
  checkRequiredText(refuse, MODAL_RULES.label, `${path}.label`, label.label, { min: 1, max: 45 });
  checkText(refuse, MODAL_RULES.labelDescription, `${path}.description`, label.description, {
    min: 1,
    max: 100,
  });
  const field = asObject<keyof AnyComponent>(label.component);
  if (!field) refuse(MODAL_RULES.labelComponent, `${path}.component`);
  else if (!FIELD_KINDS.has(field.type)) refuse(MODAL_RULES.labelKinds, `${path}.component.type`);
  else {
    if (!isAbsent(field.label) && field.type === ComponentType.TextInput) {
      refuse(MODAL_RULES.ownLabel, `${path}.component.label`);
    }
    checkModalField(refuse, `${path}.component`, field, tally);
  }
}

function checkRow(refuse: Refuse, path: string, row: AnyComponent, tally: Tally): void {
  const list = checkList(refuse, MODAL_RULES.row, `${path}.components`, row.components, { min: 1, max: 1 });
  list.forEach((one, index) => {
    const at = `${path}.components.${index}`;
    const input = asObject<keyof AnyComponent>(one) ?? {};
    if (input.type !== ComponentType.TextInput) {
      refuse(MODAL_RULES.rowKinds, `${at}.type`);
      return;
    }
    if (isAbsent(input.label)) refuse(MODAL_RULES.rowLabel, `${at}.label`);
    else checkText(refuse, MODAL_RULES.label, `${at}.label`, input.label, { min: 1, max: 45 });
    checkModalField(refuse, at, input, tally);
  });
}
