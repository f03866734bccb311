import { Client, Events, GatewayIntentBits } from "discord.js";

/** What every figure is held against: a bare discord.js bot with default options that answers with a static embed. */
const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: process.env["DISCORD_API_URL"] ?? "" },
});
const commands = [
  {
    name: "mission",
    description: "A mission",
    options: [{ type: 3, name: "name", description: "Which", required: true }],
  },
];

client.once(Events.ClientReady, (ready) => {
  void ready.application.commands.set(commands as never);
});
client.on(Events.InteractionCreate, (interaction) => {
  if (!interaction.isChatInputCommand()) return;
  void interaction.reply({ embeds: [{ title: "Home", description: "A briefing that never changes." }] });
});
await client.login(process.env["DISCORD_TOKEN"]);
