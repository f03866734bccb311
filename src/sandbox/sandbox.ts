import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Admin, admin } from "./admin.ts";
import type { BotProcess } from "./bot-process.ts";
import { type Change, type Changes, changes } from "./changes.ts";
import { type WorldClock, worldClock } from "./clock.ts";
import type { Discord } from "./discord.ts";
import { type Faults, faults } from "./faults.ts";
import { serveFront } from "./front.ts";
import { announceTo } from "./gateway/announcements.ts";
import { Gateway } from "./gateway/gateway.ts";
import { startLimit } from "./gateway/start-limit.ts";
import { silence } from "./interactions/answers.ts";
import { interactions } from "./interactions/interactions.ts";
import { type Actor, actor } from "./people/actor.ts";
import { mayView } from "./people/world-view.ts";
import { type HandTime, type ProtocolTime, realTime } from "./protocol-time.ts";
import { type Traffic, traffic } from "./traffic.ts";
import { attachments } from "./world/attachments.ts";
import { commands } from "./world/commands.ts";
import { directMessagesWith } from "./world/direct-messages.ts";
import { messages } from "./world/messages.ts";
import { startingWorld } from "./world/seed.ts";
import { snowflakes } from "./world/snowflakes.ts";
import type { World } from "./world/world.ts";

export interface SandboxOptions {
  /** 0 takes any free port. */
  readonly port?: number;
  /** What the bot logs in with. */
  readonly token?: string;
  readonly time?: ProtocolTime | HandTime;
  readonly heartbeatIntervalMs?: number;
  readonly identifyEveryMs?: number;
  readonly sessionStartsPerDay?: number;
  /** Bits of the privileged intents that are switched on for the application. */
  readonly privilegedIntents?: number;
  /** Guilds beside the two fleets, for measuring at scale. */
  readonly extraGuilds?: number;
  readonly keepMessagesPerChannel?: number;
  readonly keepTraffic?: number;
  /** False lets every request through, however many come. */
  readonly rateLimits?: boolean;
  /** With it, people on the page can restart and kill the bot. */
  readonly bot?: BotProcess;
}

/** A small Discord on 127.0.0.1. */
export interface Sandbox {
  readonly url: string;
  readonly apiUrl: string;
  /** Where the bot can follow the world's clock. */
  readonly clockUrl: string;
  readonly token: string;
  readonly world: World;
  readonly clock: WorldClock;
  readonly gateway: Gateway;
  readonly traffic: Traffic;
  readonly faults: Faults;
  readonly admin: Admin;
  readonly changes: Changes;
  /** Resolves with the next change of the world that matches. */
  next(matches: (change: Change) => boolean): Promise<Change>;
  /** Somebody at the keyboard; without a channel, in a direct message with the bot. */
  as(userId: string, where?: { readonly channelId: string }): Actor;
  /** Lets an interaction's time run out at once. */
  expire(interactionId: string): void;
  close(): Promise<void>;
}

/** Interactions are counted apart from the world, by a clock that nobody turns. */
const INTERACTIONS = 1;

export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { time = realTime, port = 0, keepTraffic = 1_000, keepMessagesPerChannel = 2_000 } = options;
  let token = options.token ?? "sandbox.token.not-a-secret";
  let origin = "";

  const world = startingWorld(options.extraGuilds === undefined ? {} : { extraGuilds: options.extraGuilds });
  const clock = worldClock(time);
  const nextId = snowflakes(clock.now);
  const log = traffic(keepTraffic);
  const happenings = changes();
  const files = attachments(nextId, () => origin);
  const mishaps = faults(() => happenings.announce({ kind: "world-changed" }));
  const starts = startLimit(time, options.sessionStartsPerDay ?? 1_000);
  const isToken = (asked: string) => asked.replace(/^Bot /, "") === token;
  const gateway = new Gateway({
    world,
    time,
    traffic: log,
    startLimit: starts,
    heartbeatIntervalMs: options.heartbeatIntervalMs ?? 41_250,
    identifyEveryMs: options.identifyEveryMs ?? 5_000,
    privilegedIntents: options.privilegedIntents ?? 0,
    isToken,
    revokeToken: () => {
      token = "";
    },
    onPresence: (kind) => happenings.announce({ kind }),
    url: () => `${origin.replace("http", "ws")}/gateway`,
  });
  const discord: Discord = {
    world,
    time,
    clock,
    nextId,
    isToken,
    gateway,
    startLimit: starts,
    traffic: log,
    faults: mishaps,
    botProcess: options.bot,
    changes: happenings,
    attachments: files,
    messages: messages(world, files, nextId, clock.now, happenings, keepMessagesPerChannel),
    commands: commands(world.application.id, nextId, happenings),
    interactions: interactions(snowflakes(time.now, INTERACTIONS), time, silence),
  };

  announceTo(gateway, world, happenings);

  const server = createServer();
  const front = serveFront(server, discord, { rateLimits: options.rateLimits ?? true });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url: origin,
    apiUrl: `${origin}/api`,
    clockUrl: `${origin.replace("http", "ws")}/sandbox/clock`,
    token,
    world,
    clock,
    gateway,
    traffic: log,
    faults: mishaps,
    admin: admin(discord),
    changes: happenings,
    next: (matches) =>
      new Promise((resolve) => {
        const stop = happenings.listen((change) => {
          if (!matches(change)) return;
          stop();
          resolve(change);
        });
      }),
    as(userId, where) {
      const channel = where ? world.channels.get(where.channelId) : directMessagesWith(discord, userId);
      if (!channel || !world.people.has(userId))
        throw new Error("There is no such person, or no such channel.");
      if (!mayView(world, channel, userId)) throw new Error(`${userId} does not see channel ${channel.id}.`);
      return actor(discord, userId, channel);
    },
    expire: (interactionId) => discord.interactions.expire(interactionId),
    async close() {
      front.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
