import { selfJson } from "../world/json.ts";
import type { World } from "../world/world.ts";
import type { Session } from "./session.ts";

/** What READY carries: every guild is still to come. */
export function readyJson(world: World, session: Session, guildIds: readonly string[], resumeUrl: string) {
  return {
    v: 10,
    user_settings: {},
    user: selfJson(world),
    session_type: "normal",
    session_id: session.id,
    resume_gateway_url: resumeUrl,
    shard: [session.shard.id, session.shard.count],
    guilds: guildIds.map((id) => ({ id, unavailable: true })),
    application: { id: world.application.id, flags: world.application.flags },
    relationships: [],
    private_channels: [],
    presences: [],
    guild_join_requests: [],
    geo_ordered_rtc_regions: [],
    _trace: ["sandbox"],
  };
}
