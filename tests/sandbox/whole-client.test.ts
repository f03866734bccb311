import { Client, Events, GatewayIntentBits, type Interaction } from "discord.js";
import { afterEach, expect, test } from "vitest";
import { createSandbox, type Sandbox } from "../../src/sandbox/sandbox.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { startBot } from "./bot.ts";

let sandbox: Sandbox;
let client: Client | undefined;
afterEach(async () => {
  await client?.destroy();
  client = undefined;
  await sandbox.close();
});

const runs = { channelId: CAST.fleet.channels.runs };

test("discord.js's whole client logs in, knows the guilds, and answers, defers, edits and follows up", async () => {
  sandbox = await createSandbox();
  client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: sandbox.apiUrl } });
  client.on(Events.InteractionCreate, (interaction) => void respond(interaction));
  const ready = new Promise((resolve) => client?.once(Events.ClientReady, resolve));
  await client.login(sandbox.token);
  await ready;
  await client.application?.commands.set([{ name: "about", description: "What this is." }]);
  expect(client.guilds.cache.map(({ name }) => name)).toEqual(["Starbase 17", "Outer Rim Armada"]);

  const followUp = sandbox.next(
    (change) => change.kind === "message-created" && change.message.json.content.startsWith("In "),
  );
  const outcome = await sandbox.as(CAST.people.officer, runs).run("about");

  expect(outcome).toMatchObject({ kind: "message", ephemeral: true, message: { content: "You may: true" } });
  expect(await followUp).toMatchObject({ message: { json: { content: "In Starbase 17", type: 19 } } });
});

async function respond(interaction: Interaction): Promise<void> {
  if (!interaction.isChatInputCommand()) return;
  await interaction.deferReply({ flags: "Ephemeral" });
  await interaction.editReply(`You may: ${interaction.memberPermissions?.has("ManageGuild")}`);
  await interaction.followUp({ content: `In ${interaction.guild?.name}` });
}

test("an interaction that comes while discord.js is cut off is answered after it resumes", async () => {
  sandbox = await createSandbox();
  const bot = await startBot(sandbox, () => ({ type: 4, data: { content: "Back." } }));
  await bot.rest.put(`/applications/${CAST.application}/commands`, {
    body: [{ name: "about", description: "x" }],
  });
  sandbox.gateway.drop();

  const outcome = await sandbox.as(CAST.people.juno, runs).run("about");

  expect(outcome).toMatchObject({ kind: "message", message: { content: "Back." } });
  expect([sandbox.gateway.identifies, sandbox.gateway.resumes]).toEqual([1, 1]);
  await bot.close();
});
