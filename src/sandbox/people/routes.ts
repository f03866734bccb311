import type { Discord } from "../discord.ts";
import { badRequest, tooLarge } from "../rest/errors.ts";
import { asObject } from "../rest/request.ts";
import { ok, type Route, route } from "../rest/router.ts";
import { EVERY_RULE } from "../rules/every-rule.ts";
import { MAX_FILE_BYTES } from "../world/attachments.ts";
import type { Channel } from "../world/world.ts";
import { type Actor, actor } from "./actor.ts";
import { commandsOffered } from "./offered.ts";
import type {
  AttachRequest,
  AutocompleteRequest,
  ClickRequest,
  ModalValues,
  OptionValue,
  SelectRequest,
  SubmitRequest,
  Where,
} from "./protocol.ts";
import { channelCalled, text, texts, values } from "./read.ts";
import { latestOnWire, wireAbout } from "./wire.ts";
import { mayView, worldView } from "./world-view.ts";

/** As much as somebody reads who looks for what happened just now. */
const LATEST = 60;

/** What people see and do, under /sandbox. The shapes are in protocol.ts. */
export function peopleRoutes(discord: Discord): readonly Route[] {
  const { world } = discord;

  function place(
    userId: unknown,
    channelId: unknown,
  ): { readonly userId: string; readonly channel: Channel } {
    const person = world.people.get(typeof userId === "string" ? userId : "");
    const channel = channelCalled(world, channelId);
    if (!person) throw badRequest("userId names nobody.");
    if (!mayView(world, channel, person.user.id)) throw badRequest("That person does not see this channel.");
    return { userId: person.user.id, channel };
  }

  function somebody(body: unknown): Actor {
    const asked = asObject<keyof Where>(body);
    const { userId, channel } = place(asked?.userId, asked?.channelId);
    return actor(discord, userId, channel);
  }

  return [
    route("GET", "/world", (_, { query }) => ok(worldView(discord, query.get("as") ?? undefined))),
    route("GET", "/commands", (_, { query }) => {
      const { userId, channel } = place(query.get("as"), query.get("channel"));
      return ok(commandsOffered(discord, channel, userId));
    }),
    route("GET", "/messages", (_, { query }) => {
      const { userId, channel } = place(query.get("as"), query.get("channel"));
      return ok(actor(discord, userId, channel).messages());
    }),
    route("GET", "/traffic", (_, { query }) => {
      const about = query.getAll("about");
      return ok(about.length > 0 ? wireAbout(discord.traffic, about) : latestOnWire(discord.traffic, LATEST));
    }),
    route("GET", "/rules", () => ok(EVERY_RULE)),
    route("POST", "/run", async (_, { body }) => {
      const asked = asObject<"text" | "command" | "options">(body);
      if (typeof asked?.text === "string") return ok(await somebody(body).type(asked.text));
      return ok(
        await somebody(body).run(
          text(asked?.command, "command"),
          values(asked?.options, "options", isOptionValue),
        ),
      );
    }),
    route("POST", "/autocomplete", async (_, { body }) => {
      const asked = asObject<keyof AutocompleteRequest>(body);
      const options = values(asked?.options, "options", isOptionValue);
      const command = text(asked?.command, "command");
      return ok(await somebody(body).complete(command, options, text(asked?.focused, "focused")));
    }),
    route("POST", "/click", async (_, { body }) => {
      const asked = asObject<keyof ClickRequest>(body);
      return ok(
        await somebody(body).click(text(asked?.messageId, "messageId"), text(asked?.customId, "customId")),
      );
    }),
    route("POST", "/select", async (_, { body }) => {
      const asked = asObject<keyof SelectRequest>(body);
      const picked = texts(asked?.values, "values");
      return ok(
        await somebody(body).select(
          text(asked?.messageId, "messageId"),
          text(asked?.customId, "customId"),
          picked,
        ),
      );
    }),
    route("POST", "/submit", async (_, { body }) => {
      const asked = asObject<keyof SubmitRequest>(body);
      return ok(
        await somebody(body).submit(
          text(asked?.modalId, "modalId"),
          values(asked?.values, "values", isModalValue),
        ),
      );
    }),
    route("POST", "/attach", (_, { body }) => {
      const asked = asObject<keyof AttachRequest>(body);
      const bytes = Buffer.from(text(asked?.base64, "base64"), "base64");
      if (bytes.length > MAX_FILE_BYTES) throw tooLarge();
      const id = somebody(body).attach({
        filename: text(asked?.filename, "filename"),
        contentType: text(asked?.contentType, "contentType") || "application/octet-stream",
        bytes,
      });
      return ok({ id });
    }),
  ];
}

function isOptionValue(value: unknown): value is OptionValue {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function isModalValue(value: unknown): value is ModalValues[string] {
  const isTexts = Array.isArray(value) && value.every((one) => typeof one === "string");
  return isTexts || typeof value === "string" || typeof value === "boolean";
}
