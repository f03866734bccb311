import { admin } from "../admin.ts";
import type { Discord } from "../discord.ts";
import { badRequest } from "../rest/errors.ts";
import { asObject, asText } from "../rest/request.ts";
import { noContent, ok, type Route, route } from "../rest/router.ts";
import { EVERY_RULE } from "../rules/every-rule.ts";
import { botMay } from "../world/bot-permissions.ts";
import type { Channel } from "../world/world.ts";
import { type Actor, actor } from "./actor.ts";
import { commandsOffered } from "./offered.ts";
import type {
  AutocompleteRequest,
  ClickRequest,
  DmsRequest,
  ModalValues,
  OptionValues,
  PermissionsRequest,
  SelectRequest,
  SubmitRequest,
  Where,
} from "./protocol.ts";
import { makeTrouble } from "./trouble.ts";
import { clockView, mayView, worldView } from "./world-view.ts";

/** What the page asks for, under /sandbox. The shapes are in protocol.ts. */
export function peopleRoutes(discord: Discord): readonly Route[] {
  const { world, clock } = discord;
  const staff = admin(discord);

  function channelOf(id: unknown): Channel {
    const channel = world.channels.get(asText(id) ?? "");
    if (!channel) throw badRequest("channelId names no channel.");
    return channel;
  }

  function place(
    userId: unknown,
    channelId: unknown,
  ): { readonly userId: string; readonly channel: Channel } {
    const person = world.people.get(asText(userId) ?? "");
    const channel = channelOf(channelId);
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
    route("GET", "/traffic", (_, { query }) => ok(discord.traffic.entries(query.get("about") ?? undefined))),
    route("GET", "/rules", () => ok(EVERY_RULE)),
    route("POST", "/run", async (_, { body }) => {
      const asked = asObject<"text" | "command" | "options">(body);
      if (typeof asked?.text === "string") return ok(await somebody(body).type(asked.text));
      return ok(
        await somebody(body).run(text(asked?.command, "command"), values<OptionValues>(asked?.options)),
      );
    }),
    route("POST", "/autocomplete", async (_, { body }) => {
      const asked = asObject<keyof AutocompleteRequest>(body);
      const options = values<OptionValues>(asked?.options);
      const command = text(asked?.command, "command");
      return ok({
        choices: await somebody(body).autocomplete(command, options, text(asked?.focused, "focused")),
      });
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
        await somebody(body).submit(text(asked?.modalId, "modalId"), values<ModalValues>(asked?.values)),
      );
    }),
    route("POST", "/permissions", (_, { body }) => {
      const asked = asObject<keyof PermissionsRequest>(body);
      const channel = channelOf(asked?.channelId);
      staff.denyBot(channel.id, texts(asked?.deny, "deny"));
      return ok({ botMay: botMay(world, channel) });
    }),
    route("POST", "/dms", (_, { body }) => {
      const asked = asObject<keyof DmsRequest>(body);
      const userId = text(asked?.userId, "userId");
      if (asked?.open === true) staff.openDms(userId);
      else staff.closeDms(userId);
      return noContent;
    }),
    route("POST", "/faults", (_, { body }) => {
      makeTrouble(discord, body);
      return noContent;
    }),
    route("GET", "/clock", () => ok(clockView(clock))),
    route("POST", "/clock", (_, { body }) => {
      const asked = asObject<"at" | "offsetMs">(body);
      if (Number.isFinite(asked?.at)) clock.turnTo(Number(asked?.at));
      else if (Number.isFinite(asked?.offsetMs)) clock.setOffset(Number(asked?.offsetMs));
      else throw badRequest("Send { at } or { offsetMs }.");
      return ok(clockView(clock));
    }),
  ];
}

function text(value: unknown, name: string): string {
  if (typeof value !== "string") throw badRequest(`${name} has to be a text.`);
  return value;
}

function texts(value: unknown, name: string): readonly string[] {
  if (!Array.isArray(value)) throw badRequest(`${name} has to be a list of texts.`);
  return value.map((one) => text(one, name));
}

function values<T extends object>(value: unknown): T {
  return (asObject(value) ?? {}) as T;
}
