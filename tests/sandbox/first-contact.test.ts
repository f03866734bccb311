import { InteractionResponseType, MessageFlags, Routes } from "discord.js";
import { afterEach, expect, test } from "vitest";
import { createSandbox, type Sandbox } from "../../src/sandbox/sandbox.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { type Bot, startBot } from "./bot.ts";

let sandbox: Sandbox | undefined;
let bot: Bot | undefined;

afterEach(async () => {
  await bot?.close();
  await sandbox?.close();
});

const MISSION = {
  name: "mission",
  description: "What to expect on a mission.",
  options: [
    { type: 3, name: "name", description: "Which mission.", required: true, autocomplete: true },
    { type: 3, name: "section", description: "Which part of it." },
  ],
};
const briefings = { channelId: CAST.fleet.channels.missionBriefings };

test("a bot on discord.js's own parts connects, registers a command, is asked, and is seen to answer", async () => {
  sandbox = await createSandbox();
  bot = await startBot(sandbox, (interaction) => ({
    type: InteractionResponseType.ChannelMessageWithSource,
    data: { content: `Asked: ${JSON.stringify("data" in interaction && interaction.data)}` },
  }));
  await bot.hears("GUILD_CREATE");
  await bot.rest.put(Routes.applicationCommands(CAST.application), { body: [MISSION] });

  const outcome = await sandbox.as(CAST.people.reyes, briefings).type("/mission home section:objectives");

  expect(outcome).toMatchObject({
    kind: "message",
    ephemeral: false,
    message: { channel_id: briefings.channelId, author: { id: CAST.application } },
  });
  expect(outcome.kind === "message" && outcome.message.content).toContain(
    '"options":[{"name":"name","type":3,"value":"home"},{"name":"section","type":3,"value":"objectives"}]',
  );
});

test("an ephemeral answer is seen by the person who asked and by nobody else", async () => {
  sandbox = await createSandbox();
  bot = await startBot(sandbox, () => ({
    type: InteractionResponseType.ChannelMessageWithSource,
    data: { content: "Between us.", flags: MessageFlags.Ephemeral },
  }));
  await bot.rest.put(Routes.applicationCommands(CAST.application), { body: [MISSION] });

  await sandbox.as(CAST.people.reyes, briefings).run("mission", { name: "home" });

  expect(sandbox.as(CAST.people.reyes, briefings).messages()).toHaveLength(1);
  expect(sandbox.as(CAST.people.juno, briefings).messages()).toHaveLength(0);
});
