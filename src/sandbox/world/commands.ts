import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandType,
} from "discord-api-types/v10";
import type { Changes } from "../changes.ts";
import type { NextId } from "./snowflakes.ts";

export type Command = APIApplicationCommand;

/** A command as an application describes it, once the rules have let it pass. */
export interface CommandDraft {
  readonly name: string;
  readonly description?: string;
  readonly type?: ApplicationCommandType;
  readonly options?: APIApplicationCommandOption[];
  readonly default_member_permissions?: string | null;
  readonly [more: string]: unknown;
}

/** Where commands are registered: one guild's id, or everywhere. */
export type Scope = string | "global";

export interface Commands {
  in(scope: Scope): readonly Command[];
  find(scope: Scope, commandId: string): Command | undefined;
  /** Registering a name again keeps its id. */
  replace(scope: Scope, drafts: readonly CommandDraft[]): readonly Command[];
  register(scope: Scope, draft: CommandDraft): { readonly command: Command; readonly isNew: boolean };
  change(scope: Scope, command: Command, draft: Partial<CommandDraft>): Command;
  remove(scope: Scope, commandId: string): void;
  /** What a member of the guild is offered: a guild's command hides the global one of the same name. */
  offeredIn(guildId: string | undefined): readonly Command[];
}

/** Discord gives an option back without what is off anyway. */
function optionAsKept(option: APIApplicationCommandOption): APIApplicationCommandOption {
  const kept = Object.entries(option).filter(
    ([key, value]) => value !== null && !(value === false && (key === "required" || key === "autocomplete")),
  );
  const { options } = option as { readonly options?: readonly APIApplicationCommandOption[] };
  return {
    ...Object.fromEntries(kept),
    ...(options ? { options: options.map(optionAsKept) } : {}),
  } as unknown as APIApplicationCommandOption;
}

/** A command is known by its name and kind. */
export function isSameCommand(command: Command, draft: CommandDraft): boolean {
  return command.name === draft.name && command.type === (draft.type ?? ApplicationCommandType.ChatInput);
}

export function commands(applicationId: string, nextId: NextId, changes: Changes): Commands {
  const scopes = new Map<Scope, Command[]>();
  const registered = (scope: Scope) => scopes.get(scope) ?? [];

  function store(scope: Scope, list: readonly Command[]): void {
    scopes.set(scope, [...list]);
    changes.announce({ kind: "commands-changed" });
  }

  function build(scope: Scope, draft: CommandDraft, id: string): Command {
    return {
      type: ApplicationCommandType.ChatInput,
      description: "",
      name_localizations: null,
      description_localizations: null,
      default_member_permissions: null,
      nsfw: false,
      ...draft,
      ...(draft.options ? { options: draft.options.map(optionAsKept) } : {}),
      ...(scope === "global"
        ? {
            contexts: draft["contexts"] ?? null,
            integration_types: draft["integration_types"] ?? [0],
            dm_permission: true,
          }
        : { guild_id: scope }),
      id,
      application_id: applicationId,
      version: nextId(),
    } as Command;
  }

  const same = (draft: CommandDraft) => (one: Command) => isSameCommand(one, draft);

  return {
    in: registered,
    find: (scope, commandId) => registered(scope).find(({ id }) => id === commandId),
    replace(scope, drafts) {
      const list = drafts.map((draft) =>
        build(scope, draft, registered(scope).find(same(draft))?.id ?? nextId()),
      );
      store(scope, list);
      return list;
    },
    register(scope, draft) {
      const before = registered(scope).find(same(draft));
      const command = build(scope, draft, before?.id ?? nextId());
      store(scope, [...registered(scope).filter((one) => one !== before), command]);
      return { command, isNew: before === undefined };
    },
    change(scope, command, draft) {
      const changed = build(scope, { ...command, ...draft } as CommandDraft, command.id);
      store(
        scope,
        registered(scope).map((one) => (one === command ? changed : one)),
      );
      return changed;
    },
    remove(scope, commandId) {
      store(
        scope,
        registered(scope).filter(({ id }) => id !== commandId),
      );
    },
    offeredIn(guildId) {
      const own = guildId === undefined ? [] : registered(guildId);
      const hidden = new Set(own.map((one) => `${one.type} ${one.name}`));
      return [...own, ...registered("global").filter((one) => !hidden.has(`${one.type} ${one.name}`))];
    },
  };
}
