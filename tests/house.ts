import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type APIInteractionResponse,
  type APIInteractionResponseCallbackData,
  ComponentType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from "discord-api-types/v10";
import { dispatcher } from "../src/bot/dispatch.ts";
import { rendered } from "../src/bot/rendered.ts";
import { catalogIndex } from "../src/catalog/find.ts";
import { loadCatalog } from "../src/catalog/load.ts";
import { thingsIndex } from "../src/catalog/things.ts";
import type { GuildReader } from "../src/guilds/facts.ts";
import { eraser } from "../src/jobs/erase.ts";
import { boardMessage } from "../src/jobs/reward-source.ts";
import { cardMessage } from "../src/jobs/run-source.ts";
import { commandsOf, traces } from "../src/registry.ts";
import { draw } from "../src/rewards/picture.ts";
import { boardLink } from "../src/rewards/public-board.ts";
import { periodsOf, trackKey, tracks } from "../src/rewards/store.ts";
import { cardLink } from "../src/runs/public-card.ts";
import { runKey, runs } from "../src/runs/store.ts";
import { checkCallback } from "../src/sandbox/rules/callback.ts";
import { NOTHING } from "../src/sandbox/rules/message.ts";
import { findings } from "../src/sandbox/rules/rule.ts";
import { createStore, type StoreOptions } from "../src/store/create-store.ts";
import type { Driver } from "../src/store/driver.ts";
import { memoryDriver } from "../src/store/memory-driver.ts";
import { systemTimers } from "../src/time/timers.ts";

const ROOT = join(import.meta.dirname, "..");

export const catalog = await loadCatalog(join(ROOT, "data"));
export const index = catalogIndex(catalog);
export const things = thingsIndex(catalog);

type Options = Readonly<Record<string, string | number | boolean>>;

interface HouseOptions {
  /** Epoch ms, or a clock that moves. */
  readonly now?: number | (() => number);
  /** Two houses may share what they keep. */
  readonly driver?: Driver;
  /** How long the store waits for its database. */
  readonly patience?: Pick<StoreOptions, "settleWithinMs" | "answerWithinMs">;
  readonly reader?: GuildReader;
  /** True where no card can be posted. */
  readonly refuses?: boolean;
  /** True while Discord holds up the edits of cards. */
  readonly isBehind?: boolean;
}

/** Who types and clicks in a house; by default a member without rights or roles, in a guild. */
export interface Person {
  readonly userId?: string;
  /** `null` in a direct message. */
  readonly guildId?: string | null;
  readonly roleIds?: readonly string[];
  readonly permissions?: string;
  /** What the bot may do in the channel; everything by default. */
  readonly botPermissions?: string;
}

/** A house stands alone; what it asks Discord for has to be handed in. */
const NO_DISCORD: GuildReader = {
  facts: () => Promise.reject(new Error("This house has no Discord.")),
  file: () => Promise.reject(new Error("This house has no Discord.")),
};

/** Where the card of every run stands in a house. */
const CARD = { channelId: "12", messageId: "77" };

let houses = 0;
/** Every deed is an interaction of its own. */
let interactions = 1_234_567_890_123_456_789n;

/** The whole bot without a socket: JSON in, JSON out, with the real catalogue and a clock that stands still. */
export function house({
  now = Date.UTC(2026, 10, 20),
  driver = memoryDriver(),
  patience = {},
  reader = NO_DISCORD,
  refuses = false,
  isBehind = false,
}: HouseOptions = {}) {
  const clock = { now: typeof now === "number" ? () => now : now };
  const store = createStore(driver, { writer: `house-${houses++}`, isAlone: true, ...patience });
  const failures: unknown[] = [];
  const files: { readonly name: string; readonly data: string }[] = [];
  const carried: APIInteractionResponse[] = [];
  const rollCalls: string[] = [];
  const commands = commandsOf({
    catalog,
    index,
    things,
    store,
    traces,
    reader,
    cards: {
      post: async (guildId, { runId }) => {
        const key = runKey(guildId, runId);
        const run = await store.update(key, runs, (made) => made && { ...made, card: CARD });
        if (run === undefined) throw new Error("The run is not kept.");
        return refuses
          ? { outcome: "refused", channelId: run.channelId }
          : { outcome: "posted", run, link: cardLink(guildId, run) ?? "" };
      },
      carry: async (guildId, runId, messageId) => {
        const run = isBehind ? await store.read(runKey(guildId, runId), runs) : undefined;
        if (run?.card?.messageId !== messageId) return undefined;
        return { message: await cardMessage(run, { store, catalog, guildId }), landed: () => {} };
      },
    },
    boards: {
      post: async (guildId, { trackId }) => {
        const key = trackKey(guildId, trackId);
        const track = await store.update(key, tracks, (made) => made && { ...made, board: CARD });
        if (track === undefined) throw new Error("The reward is not kept.");
        return refuses
          ? { outcome: "refused", channelId: track.channelId }
          : { outcome: "posted", link: boardLink(guildId, track) ?? "" };
      },
      carry: async (guildId, trackId, messageId) => {
        const track = isBehind ? await store.read(trackKey(guildId, trackId), tracks) : undefined;
        if (track?.board?.messageId !== messageId) return undefined;
        const now = clock.now();
        const message = boardMessage(track, await periodsOf(store, guildId, track, now), now);
        return { message, landed: () => {} };
      },
    },
    draw,
    callRoll: (guildId, runId) => rollCalls.push(`${guildId} ${runId}`),
    forget: eraser({ store, traces, clock, timers: systemTimers, report: (error) => failures.push(error) })
      .forget,
    report: (error) => failures.push({ error }),
    clock,
    rendered: rendered(50),
    version: "0.0.0",
    page: (name) => readFileSync(join(ROOT, `${name}.md`), "utf8"),
  });
  const raw = dispatcher(commands, (failure) => failures.push(failure));

  /** The last step of an answer, with its files set aside. */
  const dispatch = async (interaction: unknown): Promise<APIInteractionResponse | undefined> => {
    const answer = await raw(interaction);
    if (answer !== undefined && "aside" in answer) {
      carried.push(answer.card);
      return answer.aside;
    }
    if (answer === undefined || !("later" in answer)) return answer;
    const { data, files: sent } = await answer.later();
    for (const { name, data: bytes } of sent)
      files.push({ name, data: typeof bytes === "string" ? bytes : Buffer.from(bytes).toString("base64") });
    const flags = (data.flags ?? 0) | MessageFlags.Ephemeral;
    return { type: InteractionResponseType.ChannelMessageWithSource, data: { ...data, flags } };
  };

  const as = (person: Person) => deedsOf(dispatch, person);
  return {
    commands,
    store,
    dispatch,
    /** What was reported as a fault of ours. */
    failures,
    /** What was attached to answers; a picture in base64. */
    files,
    /** Cards that presses brought along. */
    carried,
    /** Runs whose crews are to be looked up. */
    rollCalls,
    as,
    ...as({}),
  };
}

function deedsOf(
  dispatch: (interaction: object) => Promise<APIInteractionResponse | undefined>,
  { userId = "3", guildId = "2", roleIds = [], permissions = "0", botPermissions = "8" }: Person,
) {
  const user = { id: userId };
  const from = {
    get id() {
      interactions += 4_194_304n;
      return String(interactions);
    },
    token: "t",
    channel_id: "12",
    app_permissions: botPermissions,
    ...(guildId === null ? { user } : { guild_id: guildId, member: { user, roles: roleIds, permissions } }),
  };
  const click = (data: object, onPrivateCard: boolean, messageId = CARD.messageId) =>
    dispatch({
      ...from,
      type: InteractionType.MessageComponent,
      data,
      message: { id: messageId, flags: onPrivateCard ? MessageFlags.Ephemeral : 0 },
    });

  return {
    /** Runs `mission`, or `captain add` for a subcommand. */
    run: (line: string, options: Options = {}, resolved?: object) => {
      const [name, ...path] = line.split(" ");
      return dispatch({
        ...from,
        type: InteractionType.ApplicationCommand,
        data: { name, options: nested(path, listed(options)), ...(resolved ? { resolved } : {}) },
      });
    },
    complete: (line: string, option: string, typed: string) => {
      const [name, ...path] = line.split(" ");
      const focused = [{ name: option, value: typed, focused: true }];
      return dispatch({
        ...from,
        type: InteractionType.ApplicationCommandAutocomplete,
        data: { name, options: nested(path, focused) },
      });
    },
    pick: (customId: string, ...values: readonly string[]) => click({ custom_id: customId, values }, false),
    /** Picks from a list of channels or roles; `resolved` is what Discord says of them. */
    choose: (customId: string, values: readonly string[], resolved: object) =>
      click({ custom_id: customId, values, resolved }, true),
    press: (customId: string, { onPrivateCard = false, messageId = CARD.messageId } = {}) =>
      click({ custom_id: customId }, onPrivateCard, messageId),
    submit: (customId: string, fields: Readonly<Record<string, string | readonly string[]>>) =>
      dispatch({
        ...from,
        type: InteractionType.ModalSubmit,
        data: {
          custom_id: customId,
          components: Object.entries(fields).map(([name, value]) => ({
            type: ComponentType.Label,
            component: { custom_id: name, ...(typeof value === "string" ? { value } : { values: value }) },
          })),
        },
        message: { flags: MessageFlags.Ephemeral },
      }),
  };
}

function nested(path: readonly string[], options: readonly object[]): readonly object[] {
  return path.reduceRight<readonly object[]>((inside, name) => [{ name, type: 1, options: inside }], options);
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

/** By which of Discord's rules an answer would be refused; none for a good one. `files` are attached to it. */
export function refusalsOf(
  answer: APIInteractionResponse | undefined,
  files: readonly { readonly name: string }[] = [],
): readonly string[] {
  const { type, data } = answer as { readonly type: unknown; readonly data: unknown };
  const uploads = files.map(({ name }, at) => ({ filename: name, index: String(at) }));
  const before = { ...NOTHING, flags: MessageFlags.IsComponentsV2 };
  const isUpdate = type === InteractionResponseType.UpdateMessage;
  const asked = isUpdate
    ? { type: InteractionType.MessageComponent as const, source: {} as never }
    : { type: InteractionType.ApplicationCommand as const, source: undefined };
  return findings((refuse) =>
    checkCallback(refuse, asked, { type, data, uploads }, isUpdate ? before : undefined),
  ).map(({ rule, path }) => `${path}: ${rule.rule}`);
}

function listed(options: Options): readonly object[] {
  return Object.entries(options).map(([name, value]) => ({ name, value }));
}
