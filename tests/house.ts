import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type APIInteractionResponse,
  type APIInteractionResponseCallbackData,
  InteractionType,
  MessageFlags,
} from "discord-api-types/v10";
import { dispatcher } from "../src/bot/dispatch.ts";
import { rendered } from "../src/bot/rendered.ts";
import { catalogIndex } from "../src/catalog/find.ts";
import { loadCatalog } from "../src/catalog/load.ts";
import { thingsIndex } from "../src/catalog/things.ts";
import { commandsOf } from "../src/registry.ts";
import { checkCallback } from "../src/sandbox/rules/callback.ts";
import { findings } from "../src/sandbox/rules/rule.ts";

const ROOT = join(import.meta.dirname, "..");

export const catalog = await loadCatalog(join(ROOT, "data"));
export const index = catalogIndex(catalog);
export const things = thingsIndex(catalog);

type Options = Readonly<Record<string, string | number | boolean>>;

/** The whole bot without a socket: JSON in, JSON out, with the real catalogue and a clock that stands still. */
export function house({ now = Date.UTC(2026, 10, 20) }: { readonly now?: number } = {}) {
  const failures: unknown[] = [];
  const commands = commandsOf({
    catalog,
    index,
    things,
    clock: { now: () => now },
    rendered: rendered(50),
    version: "0.0.0",
    page: (name) => readFileSync(join(ROOT, `${name}.md`), "utf8"),
  });
  const dispatch = dispatcher(commands, (failure) => failures.push(failure));
  const from = { id: "1234567890123456789", token: "t", guild_id: "2", member: { user: { id: "3" } } };

  return {
    commands,
    dispatch,
    /** What was reported as a fault of ours. */
    failures,
    run: (name: string, options: Options = {}) =>
      dispatch({
        ...from,
        type: InteractionType.ApplicationCommand,
        data: { name, options: listed(options) },
      }),
    complete: (name: string, option: string, typed: string) =>
      dispatch({
        ...from,
        type: InteractionType.ApplicationCommandAutocomplete,
        data: { name, options: [{ name: option, value: typed, focused: true }] },
      }),
    pick: (customId: string, ...values: readonly string[]) =>
      dispatch({
        ...from,
        type: InteractionType.MessageComponent,
        data: { custom_id: customId, values },
        message: { flags: 0 },
      }),
    press: (customId: string, { onPrivateCard = false } = {}) =>
      dispatch({
        ...from,
        type: InteractionType.MessageComponent,
        data: { custom_id: customId },
        message: { flags: onPrivateCard ? MessageFlags.Ephemeral : 0 },
      }),
  };
}

/** The message of an answer; fails when the answer is none. */
export function messageOf(answer: APIInteractionResponse | undefined): APIInteractionResponseCallbackData {
  if (
    answer === undefined ||
    !("data" in answer) ||
    answer.data === undefined ||
    !("components" in answer.data)
  ) {
    throw new Error(`No message came: ${JSON.stringify(answer)}`);
  }
  return answer.data as APIInteractionResponseCallbackData;
}

export function isPrivate(answer: APIInteractionResponse | undefined): boolean {
  return ((messageOf(answer).flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

/** By which of Discord's rules an answer would be refused; none for a good one. */
export function refusalsOf(answer: APIInteractionResponse | undefined): readonly string[] {
  const { type, data } = answer as { readonly type: unknown; readonly data: unknown };
  return findings((refuse) =>
    checkCallback(
      refuse,
      { type: InteractionType.ApplicationCommand, source: undefined },
      { type, data, uploads: [] },
      undefined,
    ),
  ).map(({ rule, path }) => `${path}: ${rule.rule}`);
}

function listed(options: Options): readonly object[] {
  return Object.entries(options).map(([name, value]) => ({ name, value }));
}
