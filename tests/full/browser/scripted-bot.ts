import {
  type APIInteraction,
  type APIInteractionResponse,
  type APIModalSubmission,
  InteractionType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RequestData,
  Routes,
} from "discord.js";
import { expect } from "vitest";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { CAST } from "../../../src/sandbox/world/cast.ts";
import { type Bot, startBot } from "../../sandbox/bot.ts";
import { embed, everyPart, form, formWithTheRest, menus } from "./scripted-messages.ts";

const PRIVATE = 64;
const COMPONENTS = 32_768;

/** A picture of one golden pixel. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

const COMMANDS: readonly RESTPostAPIChatInputApplicationCommandsJSONBody[] = [
  { name: "embed", description: "An embed, and menus of one or none." },
  {
    name: "file",
    description: "A file from the member.",
    options: [{ type: 11, name: "file", description: "Any file.", required: true }],
  },
  { name: "form", description: "A modal." },
  { name: "form-more", description: "A modal with what is left." },
  { name: "later", description: "A deferred answer." },
  { name: "picture", description: "A picture of the bot's own." },
  { name: "parts", description: "Every component." },
  {
    name: "roster",
    description: "Subcommands and every kind of option.",
    options: [
      {
        type: 1,
        name: "add",
        description: "Adds somebody.",
        options: [
          { type: 6, name: "member", description: "Who.", required: true },
          { type: 4, name: "seat", description: "Which seat.", min_value: 1, max_value: 5 },
          { type: 5, name: "late", description: "Comes late." },
          { type: 7, name: "channel", description: "Where." },
          { type: 8, name: "role", description: "As what." },
        ],
      },
      { type: 1, name: "list", description: "Lists everybody." },
    ],
  },
  {
    name: "silent",
    description: "No answer at all.",
    options: [{ type: 3, name: "what", description: "Whatever.", autocomplete: true }],
  },
];

export interface ScriptedBot extends Bot {
  /** Sends what was deferred last. */
  fillIn(): Promise<void>;
  /** Lets the three seconds of the newest interaction run out, once it is the one that is expected. */
  letPass(what: string): Promise<void>;
}

/** A bot that sends whatever Discord can show and Away Team may send one day. */
export async function scriptedBot(sandbox: Sandbox): Promise<ScriptedBot> {
  const asked: APIInteraction[] = [];
  const bot = await startBot(sandbox, (interaction) => {
    asked.push(interaction);
    return answer(interaction) as APIInteractionResponse | undefined;
  });
  await bot.rest.put(Routes.applicationCommands(CAST.application), { body: COMMANDS });
  return {
    ...bot,
    async fillIn() {
      const { token, data } = asked.findLast((one) => nameOf(one) in LATER) ?? {};
      if (token === undefined || !data || !("name" in data)) throw new Error("Nothing was deferred.");
      const route = Routes.webhookMessage(CAST.application, token);
      await bot.rest.patch(route, { ...LATER[data.name], auth: false });
    },
    async letPass(what) {
      await expect.poll(() => asked.map(nameOf).at(-1)).toBe(what);
      sandbox.expire(asked.at(-1)?.id ?? "");
    },
  };
}

function nameOf({ data }: APIInteraction): string {
  if (!data) return "";
  return "name" in data ? data.name : data.custom_id;
}

/** What follows a deferral. */
const LATER: Readonly<Record<string, RequestData>> = {
  later: { body: { content: "Here it is." } },
  picture: {
    files: [{ name: "pixel.png", data: PIXEL, contentType: "image/png" }],
    body: {
      flags: COMPONENTS,
      attachments: [{ id: "0", filename: "pixel.png" }],
      components: [
        { type: 12, items: [{ media: { url: "attachment://pixel.png" }, description: "A golden pixel" }] },
      ],
    },
  },
};

function answer(interaction: APIInteraction): object | undefined {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return answerToCommand(interaction.data.name, interaction.data);
    case InteractionType.MessageComponent: {
      const { data } = interaction;
      if (data.custom_id === "press-form") return form();
      if (data.custom_id === "press-silent") return undefined;
      if (data.custom_id === "drawn-anew") return { type: 7, data: { components: menus() } };
      const picked = "values" in data ? data.values.join(", ") || "nothing" : "a press";
      return { type: 4, data: { content: `${data.custom_id}: ${picked}`, flags: PRIVATE } };
    }
    case InteractionType.ModalSubmit:
      return {
        type: 4,
        data: { content: `\`${JSON.stringify(submitted(interaction.data))}\``, flags: PRIVATE },
      };
    default:
      return undefined;
  }
}

/** What was filled in, and the names of the files that came along. */
function submitted({ components, resolved }: APIModalSubmission): readonly unknown[] {
  return [components, Object.values(resolved?.attachments ?? {}).map(({ filename }) => filename)];
}

function answerToCommand(name: string, data: object): object | undefined {
  switch (name) {
    case "parts":
      return { type: 4, data: { flags: COMPONENTS, components: [everyPart()] } };
    case "embed":
      return { type: 4, data: { content: "Look:", embeds: [embed()], components: menus() } };
    case "form":
      return form();
    case "form-more":
      return formWithTheRest();
    case "later":
    case "picture":
      return { type: 5, data: { flags: PRIVATE } };
    case "file":
    case "roster":
      return { type: 4, data: { content: `\`${JSON.stringify(data)}\``, flags: PRIVATE } };
    default:
      return undefined;
  }
}
