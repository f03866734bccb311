import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  InteractionType,
} from "discord-api-types/v10";
import { expect, test } from "vitest";
import type { Command } from "../../src/bot/command.ts";
import { house } from "../house.ts";
import { anyOf, mutated, seeded } from "../mutations.ts";
import { customIdsIn, faultsOf } from "./accepted.ts";

/** `MUTATED=10000` for the proof. */
const COUNT = Number(process.env["MUTATED"] ?? 2_000);

const FROM = {
  id: "1234567890123456789",
  token: "t",
  channel_id: "12",
  app_permissions: "8",
  guild_id: "2",
  member: { user: { id: "3" }, roles: ["4"], permissions: "0" },
};
const MESSAGE = { message: { id: "9", flags: 64 } };

test(`${COUNT} interactions with something wrong in them: no failure, and at most one answer that Discord takes`, async () => {
  const bot = house();
  const whole = await everyInteraction(bot);
  const random = seeded(21);
  const wrong: object[] = [];
  for (let done = 0; done < COUNT; done++) {
    const interaction = mutated(anyOf(whole, random), random);
    const answer = await bot.dispatch(interaction);
    const faults = answer === undefined ? [] : faultsOf(interaction, answer, bot.files.splice(0));
    if (faults.length + bot.failures.length > 0)
      wrong.push({ interaction, faults, failures: bot.failures.splice(0) });
  }
  expect(wrong).toEqual([]);
});

test(`${COUNT} custom ids with something wrong in them: no failure, and one answer each that Discord takes`, async () => {
  const bot = house();
  const ids = [...new Set(customIdsIn(await answersTo(bot)))];
  expect(ids.length).toBeGreaterThan(20);
  const random = seeded(22);
  const wrong: object[] = [];
  for (let done = 0; done < COUNT; done++) {
    const id = broken(anyOf(ids, random), ids, random);
    const answer = await bot.dispatch(clickOn(id));
    const faults = answer === undefined ? ["no answer"] : faultsOf(clickOn(id), answer, bot.files.splice(0));
    if (faults.length + bot.failures.length > 0) wrong.push({ id, faults, failures: bot.failures.splice(0) });
  }
  expect(wrong).toEqual([]);
});

type House = ReturnType<typeof house>;

async function everyInteraction(bot: House): Promise<readonly object[]> {
  const clicks = [...new Set(customIdsIn(await answersTo(bot)))].map(clickOn);
  const forms = bot.commands.flatMap((command) =>
    Object.keys(command.forms).map((action) => ({
      ...FROM,
      ...MESSAGE,
      type: InteractionType.ModalSubmit,
      data: {
        custom_id: `v1:${command.name}:${action}:1`,
        components: [{ type: 18, component: { type: 4, custom_id: "name", value: "Krell" } }],
      },
    })),
  );
  const calls = bot.commands.flatMap((command) => [...callsOf(command), ...completionsOf(command)]);
  return [...calls, ...clicks, ...forms];
}

/** What the bot says to every command, used as it should be, and to every button of that. */
async function answersTo(bot: House): Promise<readonly unknown[]> {
  const first = await Promise.all(bot.commands.flatMap(callsOf).map(bot.dispatch));
  const second = await Promise.all(customIdsIn(first).map(clickOn).map(bot.dispatch));
  return [...first, ...second];
}

function clickOn(id: string): object {
  const data = { custom_id: id, component_type: 2, values: ["home"] };
  return { ...FROM, ...MESSAGE, type: InteractionType.MessageComponent, data };
}

function callsOf({ definition }: Command): readonly object[] {
  const all = definition.options ?? [];
  const needed = all.filter((option) => !("required" in option) || option.required);
  return [...pathsOf(all), ...pathsOf(needed)].map((options) => ({
    ...FROM,
    type: InteractionType.ApplicationCommand,
    data: { name: definition.name, options },
  }));
}

function completionsOf({ definition }: Command): readonly object[] {
  return pathsOf(definition.options ?? [])
    .map((options) => focusedFirst(options))
    .map((options) => ({
      ...FROM,
      type: InteractionType.ApplicationCommandAutocomplete,
      data: { name: definition.name, options },
    }));
}

/** The options of every way to call a command, filled in: one for each subcommand, or one for the command itself. */
function pathsOf(options: readonly APIApplicationCommandOption[]): object[][] {
  const nested = options.filter((option) => option.type <= ApplicationCommandOptionType.SubcommandGroup);
  if (nested.length === 0) return [options.map(filledIn)];
  return nested.flatMap((option) => {
    const inside = (
      "options" in option ? (option.options ?? []) : []
    ) as readonly APIApplicationCommandOption[];
    return pathsOf(inside).map((filled) => [{ name: option.name, type: option.type, options: filled }]);
  });
}

function filledIn(option: APIApplicationCommandOption): object {
  const { name, type } = option;
  const choices = ("choices" in option ? (option.choices ?? []) : []) as readonly {
    readonly value: unknown;
  }[];
  const [first] = choices;
  const plausible: Partial<Record<ApplicationCommandOptionType, unknown>> = {
    [ApplicationCommandOptionType.String]: name === "name" || name === "mission" ? "home" : "Krell",
    [ApplicationCommandOptionType.Integer]: 5,
    [ApplicationCommandOptionType.Boolean]: true,
  };
  return { name, type, value: first?.value ?? plausible[type] ?? "1234567890123456789" };
}

function focusedFirst(options: readonly object[]): readonly object[] {
  return options.map((option, at) => {
    if (at > 0) return option;
    return "options" in option
      ? { ...option, options: focusedFirst(option.options as object[]) }
      : { ...option, focused: true };
  });
}

const ODD_PARTS = [
  "",
  "x",
  "__proto__",
  "constructor",
  "toString",
  "-1",
  "0",
  "99",
  "1e9",
  "é",
  "🚀",
  "%00",
  " ",
  "\n",
  ":",
  "x".repeat(90),
];

function broken(id: string, ids: readonly string[], random: () => number): string {
  const parts = id.split(":");
  const at = Math.floor(random() * parts.length);
  switch (Math.floor(random() * 6)) {
    case 0:
      return parts.with(at, anyOf(ODD_PARTS, random)).join(":");
    case 1:
      return parts.toSpliced(at, 1).join(":");
    case 2:
      return [...parts, anyOf(ODD_PARTS, random)].join(":");
    case 3:
      return parts.with(at, anyOf(anyOf(ids, random).split(":"), random)).join(":");
    case 4:
      return id.slice(0, Math.floor(random() * id.length));
    default: {
      const sign = Math.floor(random() * id.length);
      return id.slice(0, sign) + String.fromCharCode(Math.floor(random() * 300)) + id.slice(sign + 1);
    }
  }
}
