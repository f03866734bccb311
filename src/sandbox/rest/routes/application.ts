import type { Discord } from "../../discord.ts";
import { applicationJson, ownGuildJson } from "../../world/json.ts";
import { ok, type Route, route } from "../router.ts";

export function applicationRoutes(discord: Discord): readonly Route[] {
  const { world, gateway, startLimit } = discord;
  const application = () => ok(applicationJson(world));

  return [
    route("GET", "/gateway", () => ok({ url: gateway.url }), { open: true }),
    route("GET", "/gateway/bot", () =>
      ok({
        url: gateway.url,
        shards: Math.max(1, Math.ceil(world.guilds.size / 1000)),
        session_start_limit: startLimit.json(),
      }),
    ),
    route("GET", "/users/@me", () =>
      ok({ ...world.bot, verified: true, mfa_enabled: true, email: null, flags: 0 }),
    ),
    route("GET", "/users/@me/guilds", () =>
      ok([...world.guilds.values()].map((guild) => ownGuildJson(world, guild))),
    ),
    route("GET", "/applications/@me", application),
    route("GET", "/oauth2/applications/@me", application),
  ];
}
