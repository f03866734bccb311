import { type APIInteraction, GatewayIntentBits } from "discord-api-types/v10";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type HandTime, handTime } from "../../src/sandbox/protocol-time.ts";
import { createSandbox, type Sandbox, type SandboxOptions } from "../../src/sandbox/sandbox.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { identified, isEvent, registerAbout } from "./raw-gateway.ts";

let time: HandTime;
let sandbox: Sandbox;

async function open(options: SandboxOptions = {}): Promise<void> {
  await sandbox?.close();
  time = handTime();
  sandbox = await createSandbox({ time, ...options });
}

beforeEach(() => open());
afterEach(() => sandbox.close());

test("messages are told to bots that asked for them, and their words only to those who may read them", async () => {
  await open({ identifyEveryMs: 0 });
  const deaf = await identified(sandbox, { intents: GatewayIntentBits.Guilds });
  const hearing = await identified(sandbox, { intents: GatewayIntentBits.GuildMessages });

  await sandbox.as(CAST.people.reyes, { channelId: CAST.fleet.channels.lounge }).type("A secret.");
  const event = await hearing.hears(isEvent("MESSAGE_CREATE"));

  expect(event.d).toMatchObject({ content: "", author: { id: CAST.people.reyes }, guild_id: CAST.fleet.id });
  expect(deaf.heard.some(isEvent("MESSAGE_CREATE"))).toBe(false);
});

test("an outage and a removal are told apart, as Discord tells them", async () => {
  const bot = await identified(sandbox);
  sandbox.admin.startOutage(CAST.fleet.id);
  sandbox.admin.kickBot(CAST.armada.id);
  await bot.hears((payload) => payload.t === "GUILD_DELETE" && payload.d["id"] === CAST.armada.id);

  const gone = bot.heard.filter(isEvent("GUILD_DELETE")).map(({ d }) => d);
  expect(gone).toEqual([{ id: CAST.fleet.id, unavailable: true }, { id: CAST.armada.id }]);
});

test("an interaction carries who, where, what they may, and what the application may", async () => {
  const bot = await identified(sandbox);
  await registerAbout(sandbox);
  sandbox.admin.denyBot(CAST.fleet.channels.runs, ["EmbedLinks"]);

  void sandbox.as(CAST.people.officer, { channelId: CAST.fleet.channels.runs }).run("about");
  const interaction = (await bot.hears(isEvent("INTERACTION_CREATE"))).d as unknown as APIInteraction;

  expect(interaction).toMatchObject({
    type: 2,
    version: 1,
    application_id: CAST.application,
    guild_id: CAST.fleet.id,
    guild: { id: CAST.fleet.id, locale: "en-US" },
    channel: { id: CAST.fleet.channels.runs, name: "runs", type: 0 },
    member: {
      user: { id: CAST.people.officer, username: "sovaka" },
      roles: expect.arrayContaining([CAST.fleet.roles.officer]),
    },
    locale: "en-US",
    guild_locale: "en-US",
    context: 0,
    authorizing_integration_owners: { 0: CAST.fleet.id },
    entitlements: [],
    attachment_size_limit: 10_485_760,
    data: { name: "about", type: 1 },
  });
  expect("user" in interaction).toBe(false);
  expect(BigInt(interaction.member?.permissions ?? 0) & 0x20n).toBe(0x20n);
  expect(BigInt(interaction.app_permissions) & 0x4000n).toBe(0n);
  expect(BigInt(interaction.app_permissions) & 0x800n).toBe(0x800n);
});

test("in a direct message an interaction carries a user instead of a member", async () => {
  const bot = await identified(sandbox);
  await registerAbout(sandbox);

  void sandbox.as(CAST.people.juno).run("about");
  const interaction = (await bot.hears(isEvent("INTERACTION_CREATE"))).d;

  expect(interaction).toMatchObject({
    user: { id: CAST.people.juno },
    context: 1,
    authorizing_integration_owners: { 0: "0" },
    app_permissions: "442368",
  });
  for (const field of ["member", "guild", "guild_id", "guild_locale"])
    expect(field in interaction).toBe(false);
});
