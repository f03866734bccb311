import type { BotProcess } from "./bot-process.ts";
import type { Changes } from "./changes.ts";
import type { WorldClock } from "./clock.ts";
import type { Faults } from "./faults.ts";
import type { Gateway } from "./gateway/gateway.ts";
import type { StartLimit } from "./gateway/start-limit.ts";
import type { Interactions } from "./interactions/interactions.ts";
import type { ProtocolTime } from "./protocol-time.ts";
import type { Traffic } from "./traffic.ts";
import type { Attachments } from "./world/attachments.ts";
import type { Commands } from "./world/commands.ts";
import type { Messages } from "./world/messages.ts";
import type { NextId } from "./world/snowflakes.ts";
import type { World } from "./world/world.ts";

/** All the parts of the small Discord, for the routes and the people that work on several of them. */
export interface Discord {
  readonly world: World;
  readonly time: ProtocolTime;
  readonly clock: WorldClock;
  readonly changes: Changes;
  readonly attachments: Attachments;
  readonly messages: Messages;
  readonly commands: Commands;
  readonly interactions: Interactions;
  readonly gateway: Gateway;
  readonly startLimit: StartLimit;
  readonly traffic: Traffic;
  readonly faults: Faults;
  readonly botProcess: BotProcess | undefined;
  /** Ids for things that are dated with the world's clock. */
  readonly nextId: NextId;
  isToken(token: string): boolean;
}
