import { type RESTPostAPIChannelMessageResult, Routes } from "discord.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { HERE, refusal, type Scene, scene } from "./scene.ts";

let s: Scene;
let asked: string;
beforeEach(async () => {
  s = await scene();
  const outcome = await s.sandbox.as(CAST.people.reyes, { channelId: HERE }).type("Who flies?");
  asked = outcome.kind === "message" ? outcome.message.id : "";
});
afterEach(() => s.close());

function reply(reference: object): Promise<RESTPostAPIChannelMessageResult> {
  const body = { content: "I do.", message_reference: reference };
  return s.rest.post(Routes.channelMessages(HERE), { body }) as Promise<RESTPostAPIChannelMessageResult>;
}

test("a message answers another one, and says which", async () => {
  expect(await reply({ message_id: asked })).toMatchObject({
    type: 19,
    message_reference: { message_id: asked, channel_id: HERE },
    referenced_message: { id: asked },
  });
});

test("a message that is not there is answered only by who says that it need not be", async () => {
  expect(await refusal(reply({ message_id: "1" }))).toEqual([50035, 400]);

  const plain = await reply({ message_id: "1", fail_if_not_exists: false });
  expect(plain).toMatchObject({ type: 0, content: "I do." });
  expect(plain).not.toHaveProperty("message_reference");
});

test("a whisper to somebody else is no message to answer", async () => {
  await s.register({ name: "about", description: "What this is." });
  const outcome = s.sandbox.as(CAST.people.juno, { channelId: HERE }).run("about");
  await s.answer(await s.asked(), { type: 4, data: { content: "Only you.", flags: 64 } });
  const whisper = await outcome;
  const id = whisper.kind === "message" ? whisper.message.id : "";

  expect(await refusal(reply({ message_id: id }))).toEqual([50035, 400]);
});

test("without the right to read the history a message is neither answered nor fetched", async () => {
  s.sandbox.admin.denyBot(HERE, ["ReadMessageHistory"]);

  expect(await refusal(reply({ message_id: asked }))).toEqual([160002, 403]);
  expect(await refusal(s.rest.get(Routes.channelMessage(HERE, asked)))).toEqual([50013, 403]);
  expect(await s.rest.get(Routes.channelMessages(HERE))).toEqual([]);
});
