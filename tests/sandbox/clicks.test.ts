import { type APIMessage, type APIModalInteractionResponse, Routes } from "discord.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Outcome } from "../../src/sandbox/people/protocol.ts";
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

/** Lets the bot answer `/about`, and gives what the person sees. */
async function answered(body: object): Promise<Outcome> {
  const outcome = reyes().run("about");
  await s.answer(await s.asked(), body);
  return outcome;
}

async function posted(body: object): Promise<APIMessage> {
  const outcome = await answered(body);
  if (outcome.kind !== "message") throw new Error(`Saw ${outcome.kind}.`);
  return outcome.message;
}

test("a click updates its message, which is then marked as edited", async () => {
  const message = await posted(card(button("go")));
  const click = reyes().click(message.id, "go");
  const interaction = await s.asked();
  expect(interaction).toMatchObject({
    type: 3,
    message: { id: message.id },
    data: { custom_id: "go", component_type: 2, id: 2 },
  });

  await s.answer(interaction, { type: 7, data: { content: "Gone", components: [] } });

  expect(await click).toMatchObject({
    kind: "update",
    message: { id: message.id, content: "Gone", components: [] },
  });
  expect(reyes().messages()[0]?.message.edited_timestamp).not.toBeNull();
});

test("a deferred click shows nothing, and the original it edits later is the message that was clicked", async () => {
  const message = await posted(card(button("go")));
  const click = reyes().click(message.id, "go");
  const interaction = await s.asked();
  await s.answer(interaction, { type: 6 });
  expect(await click).toEqual({ kind: "acknowledged" });

  await s.rest.patch(Routes.webhookMessage(CAST.application, interaction.token), {
    body: { content: "Later." },
    auth: false,
  });

  expect(
    reyes()
      .messages()
      .map(({ message: { id, content } }) => [id, content]),
  ).toEqual([[message.id, "Later."]]);
});

test("nobody clicks what is disabled, unknown, or meant for somebody else", async () => {
  const message = await posted({
    type: 4,
    data: { ...card(button("no", { disabled: true })).data, flags: 64 },
  });
  const juno = s.sandbox.as(CAST.people.juno, { channelId: HERE });

  expect((await reyes().click(message.id, "no")).kind).toBe("refused");
  expect((await reyes().click(message.id, "other")).kind).toBe("refused");
  expect((await juno.click(message.id, "no")).kind).toBe("refused");
});

test("a select sends its values and who they stand for, and only what it offers", async () => {
  const options = [{ label: "Tank", value: "tank" }];
  const message = await posted({
    type: 4,
    data: {
      content: "Pick",
      components: [
        { type: 1, components: [{ type: 3, custom_id: "role", options }] },
        { type: 1, components: [{ type: 5, custom_id: "who", max_values: 2 }] },
      ],
    },
  });
  expect((await reyes().select(message.id, "role", ["healer"])).kind).toBe("refused");
  expect((await reyes().select(message.id, "role", [])).kind).toBe("refused");

  void reyes().select(message.id, "who", [CAST.people.juno]);

  expect(await s.asked()).toMatchObject({
    data: {
      component_type: 5,
      values: [CAST.people.juno],
      resolved: {
        users: { [CAST.people.juno]: { username: "juno" } },
        members: { [CAST.people.juno]: { nick: null } },
      },
    },
  });
});

const MODAL: APIModalInteractionResponse = {
  type: 9,
  data: {
    custom_id: "plan",
    title: "Plan a run",
    components: [
      { type: 18, label: "When?", component: { type: 4, custom_id: "when", style: 1, max_length: 20 } },
      {
        type: 18,
        label: "Which roles?",
        component: {
          type: 3,
          custom_id: "roles",
          required: false,
          options: [{ label: "Tank", value: "tank" }],
        },
      },
    ],
  },
};

test("a modal is opened by a click, filled in and sent, and its answer updates the message", async () => {
  const message = await posted(card(button("plan")));
  const click = reyes().click(message.id, "plan");
  await s.answer(await s.asked(), MODAL);
  const opened = await click;
  if (opened.kind !== "modal") throw new Error(`Saw ${opened.kind}.`);
  expect((await reyes().submit(opened, { when: "" })).kind).toBe("refused");
  expect((await reyes().submit(opened, { when: "x".repeat(21) })).kind).toBe("refused");
  expect((await reyes().submit(opened, { where: "here" })).kind).toBe("refused");

  const submitted = reyes().submit(opened, { when: "sat 20:00", roles: ["tank"] });
  const interaction = await s.asked();
  expect(interaction).toMatchObject({
    type: 5,
    message: { id: message.id },
    data: {
      custom_id: "plan",
      components: [
        { type: 18, component: { type: 4, custom_id: "when", value: "sat 20:00" } },
        { type: 18, component: { type: 3, custom_id: "roles", values: ["tank"] } },
      ],
    },
  });
  expect(await refusal(s.answer(interaction, MODAL))).toEqual([50035, 400]);
  await s.answer(interaction, { type: 7, data: { content: "Planned." } });
  expect(await submitted).toMatchObject({ kind: "update", message: { id: message.id, content: "Planned." } });
});

test("a modal that a command opened has no message to update", async () => {
  const opening = reyes().run("about");
  await s.answer(await s.asked(), MODAL);
  const opened = await opening;
  if (opened.kind !== "modal") throw new Error(`Saw ${opened.kind}.`);
  void reyes().submit(opened, { when: "now" });
  const interaction = await s.asked();

  expect("message" in interaction).toBe(false);
  expect(await refusal(s.answer(interaction, { type: 7, data: { content: "No." } }))).toEqual([50035, 400]);
});
