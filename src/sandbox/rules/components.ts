import { ComponentType } from "discord-api-types/v10";
import { asObject } from "../rest/request.ts";
import { checkButton } from "./buttons.ts";
import { checkList, checkRequiredText, checkWhole, isAbsent, lengthOf } from "./fields.ts";
import { checkShown } from "./layout.ts";
import {
  atMost,
  forbidden,
  lengthBetween,
  oneOf,
  type Refuse,
  type Rule,
  required,
  valueBetween,
} from "./rule.ts";
import { checkSelect, isSelect } from "./selects.ts";
import { checkYesNo } from "./shapes.ts";
import type { AnyComponent } from "./wire.ts";

const PAGE = "components/reference";
const SELECTS = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
];
const IN_CONTAINER = [
  ComponentType.ActionRow,
  ComponentType.Section,
  ComponentType.TextDisplay,
  ComponentType.MediaGallery,
  ComponentType.File,
  ComponentType.Separator,
];
/** Which kinds may stand at each place. */
const KINDS = {
  legacy: new Set<unknown>([ComponentType.ActionRow]),
  top: new Set<unknown>([...IN_CONTAINER, ComponentType.Container]),
  container: new Set<unknown>(IN_CONTAINER),
  row: new Set<unknown>([ComponentType.Button, ...SELECTS]),
  section: new Set<unknown>([ComponentType.TextDisplay]),
  accessory: new Set<unknown>([ComponentType.Button, ComponentType.Thumbnail]),
};

const SWITCHES = ["disabled", "spoiler", "divider"] as const;

export const COMPONENT_RULES = {
  legacyRows: atMost(
    5,
    "Without the components v2 flag a message has at most 5 action rows.",
    `${PAGE}#legacy-message-component-behavior`,
  ),
  legacyKinds: oneOf(
    [1],
    "Without the components v2 flag only action rows stand at the top.",
    `${PAGE}#legacy-message-component-behavior`,
  ),
  topKinds: oneOf(
    [...KINDS.top] as number[],
    "With the components v2 flag only layout and content components stand at the top.",
    `${PAGE}#component-object-component-types`,
  ),
  containerKinds: oneOf(
    [...KINDS.container] as number[],
    "A container holds rows, sections, texts, galleries, files and separators.",
    `${PAGE}#container-container-child-components`,
  ),
  rowKinds: oneOf(
    [...KINDS.row] as number[],
    "An action row holds buttons or a select.",
    `${PAGE}#action-row-action-row-child-components`,
  ),
  sectionKinds: oneOf(
    [ComponentType.TextDisplay],
    "A section holds text displays.",
    `${PAGE}#section-section-child-components`,
  ),
  accessoryKinds: oneOf(
    [...KINDS.accessory] as number[],
    "A section's accessory is a button or a thumbnail.",
    `${PAGE}#section-section-accessory-components`,
  ),
  accessory: required("A section has an accessory.", `${PAGE}#section`),
  row: lengthBetween(1, 5, "An action row has 1 to 5 buttons.", `${PAGE}#action-row`),
  rowSelect: forbidden(
    "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
    "A select has its action row to itself.",
    `${PAGE}#action-row`,
  ),
  sectionTexts: lengthBetween(1, 3, "A section has 1 to 3 texts.", `${PAGE}#section`),
  container: lengthBetween(1, 40, "A container is not empty.", `${PAGE}#container`),
  total: {
    rule: "A message has at most 40 components, nested ones counted.",
    page: PAGE,
    code: "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
    message: "The maximum number of components in one message is 40",
  },
  totalText: {
    rule: "The texts of a message have at most 4,000 characters together.",
    page: `${PAGE}#text-display`,
    code: "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
    message: "The total size of the displayable text exceeds 4000",
  },
  customId: lengthBetween(
    1,
    100,
    "A custom id has 1 to 100 characters.",
    `${PAGE}#anatomy-of-a-component-custom-id`,
  ),
  customIdTwice: {
    rule: "No two components of a message share a custom id.",
    page: `${PAGE}#anatomy-of-a-component-custom-id`,
    code: "COMPONENT_CUSTOM_ID_DUPLICATED",
    message: "Component custom id cannot be duplicated",
  },
  id: valueBetween(
    0,
    2 ** 31 - 1,
    "A component's id is a whole number of 32 bits.",
    `${PAGE}#anatomy-of-a-component`,
  ),
  idTwice: {
    rule: "No two components of a message share an id.",
    page: `${PAGE}#anatomy-of-a-component`,
    code: "COMPONENT_ID_DUPLICATED",
    message: "Component id cannot be duplicated",
  },
} as const satisfies Record<string, Rule>;

/** What is counted over all the components of one message. */
interface Tally {
  components: number;
  characters: number;
  readonly customIds: Set<unknown>;
  readonly ids: Set<unknown>;
  readonly files: ReadonlySet<string>;
}

export function checkComponents(
  refuse: Refuse,
  path: string,
  value: unknown,
  { isV2, files }: { readonly isV2: boolean; readonly files: ReadonlySet<string> },
): void {
  if (isAbsent(value)) return;
  const tally: Tally = { components: 0, characters: 0, customIds: new Set(), ids: new Set(), files };
  const { total, legacyRows, topKinds, legacyKinds } = COMPONENT_RULES;
  const list = checkList(refuse, isV2 ? total : legacyRows, path, value, { max: isV2 ? 40 : 5 });
  list.forEach((one, index) => {
    const [kinds, rule] = isV2 ? [KINDS.top, topKinds] : [KINDS.legacy, legacyKinds];
    checkComponent(refuse, `${path}.${index}`, one, kinds, rule, tally);
  });
  if (tally.components > 40 && list.length <= 40) refuse(total, path);
  if (tally.characters > 4000) refuse(COMPONENT_RULES.totalText, path);
}

function checkComponent(
  refuse: Refuse,
  path: string,
  value: unknown,
  kinds: ReadonlySet<unknown>,
  rule: Rule,
  tally: Tally,
): void {
  const component = asObject<keyof AnyComponent>(value) ?? {};
  if (!kinds.has(component.type)) {
    refuse(rule, `${path}.type`);
    return;
  }
  tally.components += 1;
  for (const field of SWITCHES) checkYesNo(refuse, `${path}.${field}`, component[field]);
  checkIdentity(refuse, path, component, tally);
  if (component.type === ComponentType.Button) checkButton(refuse, path, component);
  else if (isSelect(component.type)) checkSelect(refuse, path, component);
  else checkShown(refuse, path, component, tally.files);
  if (component.type === ComponentType.TextDisplay && typeof component.content === "string") {
    tally.characters += lengthOf(component.content, 0);
  }
  checkInside(refuse, path, component, tally);
}

function checkInside(refuse: Refuse, path: string, component: AnyComponent, tally: Tally): void {
  const at = `${path}.components`;
  const each = (list: readonly unknown[], kinds: ReadonlySet<unknown>, rule: Rule) =>
    list.forEach((one, index) => {
      checkComponent(refuse, `${at}.${index}`, one, kinds, rule, tally);
    });

  switch (component.type) {
    case ComponentType.ActionRow: {
      const list = checkList(refuse, COMPONENT_RULES.row, at, component.components, { min: 1, max: 5 });
      const hasSelect = list.some((one) => isSelect(asObject<"type">(one)?.type));
      if (hasSelect && list.length > 1) refuse(COMPONENT_RULES.rowSelect, at);
      each(list, KINDS.row, COMPONENT_RULES.rowKinds);
      break;
    }
    case ComponentType.Section: {
      const list = checkList(refuse, COMPONENT_RULES.sectionTexts, at, component.components, {
        min: 1,
        max: 3,
      });
      each(list, KINDS.section, COMPONENT_RULES.sectionKinds);
      const { accessory } = component;
      if (isAbsent(accessory)) refuse(COMPONENT_RULES.accessory, `${path}.accessory`);
      else
        checkComponent(
          refuse,
          `${path}.accessory`,
          accessory,
          KINDS.accessory,
          COMPONENT_RULES.accessoryKinds,
          tally,
        );
      break;
    }
    case ComponentType.Container: {
      const list = checkList(refuse, COMPONENT_RULES.container, at, component.components, {
        min: 1,
        max: 40,
      });
      each(list, KINDS.container, COMPONENT_RULES.containerKinds);
      break;
    }
  }
}

/** Custom ids and numbers are unique in a message. */
export function checkIdentity(
  refuse: Refuse,
  path: string,
  { type, custom_id, id }: AnyComponent,
  tally: Pick<Tally, "customIds" | "ids">,
): void {
  if (isSelect(type) || !isAbsent(custom_id)) {
    checkRequiredText(refuse, COMPONENT_RULES.customId, `${path}.custom_id`, custom_id, { min: 1, max: 100 });
    if (tally.customIds.has(custom_id)) refuse(COMPONENT_RULES.customIdTwice, `${path}.custom_id`);
    tally.customIds.add(custom_id);
  }
  if (isAbsent(id) || id === 0) return;
  checkWhole(refuse, COMPONENT_RULES.id, `${path}.id`, id, { max: 2 ** 31 - 1 });
  if (tally.ids.has(id)) refuse(COMPONENT_RULES.idTwice, `${path}.id`);
  tally.ids.add(id);
}
