import { admin } from "../admin.ts";
import type { Discord } from "../discord.ts";
import { badRequest } from "../rest/errors.ts";
import { asObject } from "../rest/request.ts";
import { noContent, ok, type Route, route } from "../rest/router.ts";
import { botMay } from "../world/bot-permissions.ts";
import { nextMoment } from "./moments.ts";
import { passMinutes } from "./pass-minutes.ts";
import type { BotRequest, DmsRequest, MembershipRequest, PermissionsRequest } from "./protocol.ts";
import { channelCalled, text, texts } from "./read.ts";
import { makeTrouble } from "./trouble.ts";
import { clockView } from "./world-view.ts";

/** A world whose time goes faster than this is not watched but skipped. */
const MAX_RATE = 3_600;
/** From Discord's first moment to the last that a date writes with four digits. */
const FIRST = Date.UTC(2015, 0, 1);
const LAST = Date.UTC(10_000, 0, 1) - 1;

/** What happens to the world itself, under /sandbox: rights, membership, trouble, time. */
export function worldRoutes(discord: Discord): readonly Route[] {
  const { world, clock, time, botProcess } = discord;
  const staff = admin(discord);
  let stopPassing = () => {};

  return [
    route("POST", "/permissions", (_, { body }) => {
      const asked = asObject<keyof PermissionsRequest>(body);
      const channel = channelCalled(world, asked?.channelId);
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
    route("POST", "/membership", (_, { body }) => {
      const asked = asObject<keyof MembershipRequest>(body);
      const guildId = text(asked?.guildId, "guildId");
      if (!world.guilds.has(guildId)) throw badRequest("guildId names no guild.");
      if (asked?.member === true) staff.inviteBot(guildId);
      else staff.kickBot(guildId);
      return noContent;
    }),
    route("POST", "/bot", async (_, { body }) => {
      if (!botProcess) throw badRequest("The bot was not started together with this sandbox.");
      const asked = asObject<keyof BotRequest>(body)?.do;
      if (asked === "restart") await botProcess.restart();
      else if (asked === "kill") await botProcess.kill();
      else throw badRequest('Send { do: "restart" } or { do: "kill" }.');
      return noContent;
    }),
    route("POST", "/faults", (_, { body }) => {
      makeTrouble(discord, body);
      return noContent;
    }),
    route("GET", "/clock", () => ok(clockView(clock))),
    route("POST", "/clock", (_, { body }) => {
      const asked = asObject<"at" | "offsetMs" | "rate" | "toNextFor">(body) ?? {};
      const { at, offsetMs, rate, toNextFor } = asked;
      stopPassing();
      if (toNextFor !== undefined) {
        const { at, what } = nextMoment(discord, text(toNextFor, "toNextFor"));
        clock.turnTo(at);
        stopPassing = passMinutes(discord);
        return ok({ ...clockView(clock), moment: what });
      }
      const isRate = isNumber(rate) && rate >= 0 && rate <= MAX_RATE;
      if (!isNumber(at) && !isNumber(offsetMs) && !isRate) {
        throw badRequest("Send { at }, { offsetMs }, { rate } or { toNextFor }.");
      }
      const to = isNumber(at) ? at : time.now() + (isNumber(offsetMs) ? offsetMs : 0);
      if (to < FIRST || to > LAST) throw badRequest("The clock goes from 2015 to 9999.");
      if (isRate) clock.goAt(rate);
      if (isNumber(at)) clock.turnTo(at);
      else if (isNumber(offsetMs)) clock.setOffset(offsetMs);
      return ok(clockView(clock));
    }),
  ];
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
