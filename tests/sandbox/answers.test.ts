import { MessageFlags, Routes } from "discord.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { HERE, refusal, type Scene, scene } from "./scene.ts";

let s: Scene;
beforeEach(async () => {
  s = await scene();
  await s.register({ name: "about", description: "What this is." });
});
afterEach(() => s.close());

const reyes = () => s.sandbox.as(CAST.people.reyes, { channelId: HERE });
const button = (custom_id: string, more: object = {}) => ({
  type: 2,
  style: 1,
  label: custom_id,
  custom_id,
  ...more,
});
const card = (...components: readonly object[]) => ({
  type: 4,
  data: { content: "A card", components: [{ type: 1, components }] },
});

test("an answer within three seconds is seen, a later one is unknown", async () => {
  const early = reyes().run("about");
  const first = await s.asked();
  s.time.advance(2_999);
  await s.answer(first, { type: 4, data: { content: "In time." } });
  expect(await early).toMatchObject({ kind: "message", message: { content: "In time.", type: 20 } });

  const late = reyes().run("about");
  const second = await s.asked();
  s.time.advance(3_000);
  expect(await late).toEqual({
    kind: "no-response",
    text: "The application did not respond",
    interactionId: second.id,
  });
  expect(await refusal(s.answer(second, { type: 4, data: { content: "Late." } }))).toEqual([10062, 404]);
});

test("an interaction can be made to expire at once", async () => {
  const outcome = reyes().run("about");
  const interaction = await s.asked();
  s.sandbox.expire(interaction.id);

  expect((await outcome).kind).toBe("no-response");
  expect(await refusal(s.answer(interaction, { type: 5 }))).toEqual([10062, 404]);
});

test("a second acknowledgement is refused, and so is one with another's token", async () => {
  void reyes().run("about");
  const interaction = await s.asked();
  await s.answer(interaction, { type: 5 });

  expect(await refusal(s.answer(interaction, { type: 4, data: { content: "Again." } }))).toEqual([
    40060, 400,
  ]);
  expect(await refusal(s.answer({ ...interaction, token: "x" } as never, { type: 5 }))).toEqual([10062, 404]);
});

test("an answer that breaks a rule is refused with the place of every mistake, and can be mended in time", async () => {
  const outcome = reyes().run("about");
  const interaction = await s.asked();
  const broken = s.answer(interaction, card(button("a", { label: "x".repeat(81) }), button("a")));

  await expect(broken).rejects.toMatchObject({
    code: 50035,
    status: 400,
    rawError: {
      message: "Invalid Form Body",
      errors: {
        data: {
          components: {
            0: {
              components: {
                0: {
                  label: {
                    _errors: [{ code: "BASE_TYPE_MAX_LENGTH", message: "Must be 80 or fewer in length." }],
                  },
                },
                1: { custom_id: { _errors: [{ code: "COMPONENT_CUSTOM_ID_DUPLICATED" }] } },
              },
            },
          },
        },
      },
    },
  });
  await s.answer(interaction, card(button("a")));
  expect((await outcome).kind).toBe("message");
});

test("an answer with nothing in it is refused", async () => {
  void reyes().run("about");

  expect(await refusal(s.answer(await s.asked(), { type: 4, data: {} }))).toEqual([50006, 400]);
});

test("a deferred answer is thinking, until it is filled in without an edited mark", async () => {
  const outcome = reyes().run("about");
  const { token } = await s.asked().then(async (interaction) => {
    await s.answer(interaction, { type: 5, data: { flags: MessageFlags.Ephemeral } });
    return interaction;
  });
  const thinking = reyes().messages()[0]?.message.flags ?? 0;
  expect(thinking & MessageFlags.Loading).toBe(MessageFlags.Loading);

  const flags = MessageFlags.IsComponentsV2;
  await s.rest.patch(Routes.webhookMessage(CAST.application, token), {
    body: { flags, components: [{ type: 10, content: "Done." }] },
    auth: false,
  });

  expect(await outcome).toMatchObject({
    kind: "message",
    ephemeral: true,
    message: { edited_timestamp: null, flags: MessageFlags.Ephemeral | MessageFlags.IsComponentsV2 },
  });
});

test("the first follow-up fills a deferral in, the second stands for itself", async () => {
  const outcome = reyes().run("about");
  const { token } = await s.asked().then(async (interaction) => {
    await s.answer(interaction, { type: 5 });
    return interaction;
  });
  for (const content of ["First.", "Second."]) {
    await s.rest.post(Routes.webhook(CAST.application, token), { body: { content }, auth: false });
  }

  expect(await outcome).toMatchObject({ kind: "message", message: { content: "First." } });
  expect(
    reyes()
      .messages()
      .map(({ message }) => message.content),
  ).toEqual(["First.", "Second."]);
});

test("the token of an interaction lasts fifteen minutes, and only once it is answered", async () => {
  void reyes().run("about");
  const interaction = await s.asked();
  const say = () =>
    s.rest.post(Routes.webhook(CAST.application, interaction.token), {
      body: { content: "More." },
      auth: false,
    });
  expect(await refusal(say())).toEqual([10015, 404]);

  await s.answer(interaction, { type: 4, data: { content: "Hi" } });
  s.time.advance(899_999);
  await say();
  s.time.advance(1);
  expect(await refusal(say())).toEqual([50027, 401]);
});

test("an original that was deleted is unknown", async () => {
  void reyes().run("about");
  const interaction = await s.asked();
  await s.answer(interaction, { type: 4, data: { content: "Hi" } });
  const original = Routes.webhookMessage(CAST.application, interaction.token);
  expect(await s.rest.get(original, { auth: false })).toMatchObject({ content: "Hi" });

  await s.rest.delete(original, { auth: false });

  expect(await refusal(s.rest.get(original, { auth: false }))).toEqual([10008, 404]);
  expect(reyes().messages()).toEqual([]);
});

test("a callback tells what it made when it is asked to, and nothing otherwise", async () => {
  void reyes().run("about");
  const told = await s.answer(
    await s.asked(),
    { type: 4, data: { content: "Hi", flags: 64 } },
    "with_response=true",
  );
  void reyes().run("about");
  const untold = await s.answer(await s.asked(), { type: 4, data: { content: "Hi" } });

  expect(told).toMatchObject({
    interaction: { type: 2, response_message_ephemeral: true, response_message_loading: false },
    resource: { type: 4, message: { content: "Hi", interaction_metadata: { name: "about" } } },
  });
  expect((untold as ArrayBuffer).byteLength).toBe(0);
});
