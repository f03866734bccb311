import type { Discord } from "../../discord.ts";
import { applicationJson } from "../../world/json.ts";
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
    route("GET", "/applications/@me", application),
    route("GET", "/oauth2/applications/@me", application),
  ];
}
