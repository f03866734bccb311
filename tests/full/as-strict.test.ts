import { ApplicationCommandOptionType } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { checkChoices } from "../../src/sandbox/rules/choices.ts";
import { checkCommand } from "../../src/sandbox/rules/commands.ts";
import { checkMessage } from "../../src/sandbox/rules/message.ts";
import { checkModal } from "../../src/sandbox/rules/modal.ts";
import { findings, type Refuse } from "../../src/sandbox/rules/rule.ts";
import { long } from "../sandbox/rules/parts.ts";
import { CHOICES, COMMANDS, MODALS, NEW_MESSAGE, OLD_MESSAGE, UPLOADS } from "./good-bodies.ts";
import { publishedApi } from "./openapi.ts";

const discord = publishedApi({ unknown: "passed-over" });

type Check = (refuse: Refuse, body: unknown) => void;
const message: Check = (refuse, body) => checkMessage(refuse, "", body, UPLOADS);
const modal: Check = (refuse, body) => checkModal(refuse, "", body);
const command: Check = (refuse, body) => checkCommand(refuse, "", body, { isGlobal: true });
const choices: Check = (refuse, body) =>
  checkChoices(
    refuse,
    "choices",
    (body as { choices: unknown }).choices,
    ApplicationCommandOptionType.String,
  );

const CASES: readonly (readonly [what: string, schema: string, check: Check, good: object])[] = [
  ["a message with embeds", "MessageCreateRequest", message, OLD_MESSAGE],
  ["a message of components", "MessageCreateRequest", message, NEW_MESSAGE],
  ...MODALS.map(
    (good, index) => [`modal ${index + 1}`, "ModalInteractionCallbackRequestData", modal, good] as const,
  ),
  ...COMMANDS.map(
    (good, index) => [`command ${index + 1}`, "ApplicationCommandCreateRequest", command, good] as const,
  ),
  [
    "a list of choices",
    "InteractionApplicationCommandAutocompleteCallbackStringData",
    choices,
    { choices: CHOICES },
  ],
];

test.each(CASES)("%s is taken by Discord and by the sandbox", (_, schema, check, good) => {
  expect(discord.faultsIn(schema, good)).toEqual([]);
  expect(findings((refuse) => check(refuse, good))).toEqual([]);
});

test.each(CASES)("what Discord refuses of %s the sandbox refuses", (_, schema, check, good) => {
  const refused = [...spoiled(good)].filter(({ body }) => discord.faultsIn(schema, body).length > 0);
  const taken = refused.filter(({ body }) => findings((refuse) => check(refuse, body)).length === 0);

  expect(refused.length).toBeGreaterThan(50);
  expect(taken.map(({ path, part }) => `${path.join(".")}: ${JSON.stringify(part)?.slice(0, 40)}`)).toEqual(
    [],
  );
});

type Path = readonly string[];

interface Spoiled {
  readonly path: Path;
  readonly part: unknown;
  readonly body: unknown;
}

const LENGTHS = [26, 33, 46, 81, 101, 151, 257, 301, 401, 513, 1025, 2049, 4001, 4097, 6001];
const NUMBERS = [-1, 0, 0.5, 2, 9, 26, 41, 769, 4001, 6001, 2 ** 24, 2 ** 31, 2 ** 53, -(2 ** 53)];
const PARTS: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    "",
    " ",
    "x",
    "1",
    [],
    [null],
    ["x"],
    [1],
    [{}],
    {},
    { de: "" },
    { de: 7 },
    { de: null },
  ],
  ...LENGTHS.map(long),
  ...NUMBERS,
];

/** A good body with each of its parts left out, replaced by each wrong one, and repeated where it is a list. */
function* spoiled(good: object): Generator<Spoiled> {
  for (const { path, part: before } of partsOf(good)) {
    yield { path, part: undefined, body: replaced(good, path, undefined) };
    const repeated = Array.isArray(before) ? [2, 41].map((times) => Array(times).fill(before).flat()) : [];
    for (const part of [...PARTS, ...repeated]) {
      if (!isDocumented(path, part)) yield { path, part, body: replaced(good, path, part) };
    }
  }
}

/** What Discord's documentation writes otherwise than its description: a file by its number, a bit set as a text. */
function isDocumented(path: Path, part: unknown): boolean {
  const place = path.join(".");
  if (/^attachments\.\d+\.id$/.test(place)) return typeof part === "number";
  return place === "default_member_permissions" && part === "1";
}

function* partsOf(
  value: object,
  path: Path = [],
): Generator<{ readonly path: Path; readonly part: unknown }> {
  for (const [key, part] of Object.entries(value)) {
    yield { path: [...path, key], part };
    if (typeof part === "object" && part !== null) yield* partsOf(part, [...path, key]);
  }
}

/** As it goes over the wire: what is undefined is left out. */
function replaced(value: unknown, [key, ...rest]: Path, part: unknown): unknown {
  if (key === undefined) return part;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest, part);
  if (copy[key] === undefined && !Array.isArray(copy)) delete copy[key];
  return Array.isArray(copy) ? copy.filter((one) => one !== undefined) : copy;
}
