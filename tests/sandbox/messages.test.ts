import { MessageFlags, type RESTPostAPIChannelMessageResult, Routes } from "discord.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { HERE, refusal, type Scene, scene } from "./scene.ts";

let s: Scene;
beforeEach(async () => {
  s = await scene();
});
afterEach(() => s.close());

const reyes = () => s.sandbox.as(CAST.people.reyes, { channelId: HERE });

function post(body: object, channelId: string = HERE): Promise<RESTPostAPIChannelMessageResult> {
  return s.rest.post(Routes.channelMessages(channelId), { body }) as Promise<RESTPostAPIChannelMessageResult>;
}

test("a message is written, read, edited and deleted", async () => {
  const { id } = await post({ content: "Hello" });
  await s.rest.patch(Routes.channelMessage(HERE, id), { body: { content: "Hello again" } });
  expect(await s.rest.get(Routes.channelMessage(HERE, id))).toMatchObject({ content: "Hello again" });
  expect(reyes().messages()[0]?.message.edited_timestamp).not.toBeNull();

  await s.rest.delete(Routes.channelMessage(HERE, id));

  expect(await refusal(s.rest.get(Routes.channelMessage(HERE, id)) as Promise<unknown>)).toEqual([
    10008, 404,
  ]);
});

test("an edit that would leave a message empty is refused", async () => {
  const { id } = await post({ content: "Hello" });

  expect(await refusal(s.rest.patch(Routes.channelMessage(HERE, id), { body: { content: "" } }))).toEqual([
    50006, 400,
  ]);
});

test("blanks are nothing to send, and nothing to leave behind", async () => {
  expect(await refusal(post({ content: " \n\t" }))).toEqual([50006, 400]);

  const { id } = await post({ content: "Hello" });
  expect(await refusal(s.rest.patch(Routes.channelMessage(HERE, id), { body: { content: " " } }))).toEqual([
    50006, 400,
  ]);
});

test("an ephemeral flag on a message of its own hides nothing", async () => {
  await post({ content: "Hello", flags: MessageFlags.Ephemeral });
  const juno = s.sandbox.as(CAST.people.juno, { channelId: HERE });

  expect(juno.messages()).toHaveLength(1);
});

test("an enforced nonce writes a message once in a few minutes", async () => {
  const first = await post({ content: "Run!", nonce: "r42", enforce_nonce: true });
  const second = await post({ content: "Run!", nonce: "r42", enforce_nonce: true });
  const unenforced = await post({ content: "Run!", nonce: "r42" });
  s.time.advance(180_001);
  const later = await post({ content: "Run!", nonce: "r42", enforce_nonce: true });

  expect(second.id).toBe(first.id);
  expect(new Set([first.id, unenforced.id, later.id]).size).toBe(3);
});

test("messages are paged newest first, after, before and around another", async () => {
  const ids: string[] = [];
  for (const content of ["a", "b", "c", "d", "e"]) ids.push((await post({ content })).id);
  s.time.advance(5_000);
  const page = async (query: Record<string, string>) => {
    const list = await s.rest.get(Routes.channelMessages(HERE), { query: new URLSearchParams(query) });
    return (list as RESTPostAPIChannelMessageResult[]).map(({ content }) => content).join("");
  };

  expect(await page({})).toBe("edcba");
  expect(await page({ limit: "2" })).toBe("ed");
  expect(await page({ after: ids[1] ?? "", limit: "2" })).toBe("dc");
  expect(await page({ before: ids[2] ?? "" })).toBe("ba");
  s.time.advance(5_000);
  expect(await page({ around: ids[2] ?? "", limit: "3" })).toBe("dcb");
  expect(await refusal(page({ limit: "101" }))).toEqual([50035, 400]);
});

test("what others write comes without its words, unless it speaks to the bot or the bot wrote it", async () => {
  await reyes().type("A secret.");
  await reyes().type(`<@${CAST.application}>, a question.`);
  await post({ content: "An answer." });

  const list = (await s.rest.get(Routes.channelMessages(HERE))) as RESTPostAPIChannelMessageResult[];

  expect(list.map(({ content }) => content)).toEqual([
    "An answer.",
    `<@${CAST.application}>, a question.`,
    "",
  ]);
});

test.each([
  ["ViewChannel", { content: "Hi" }, [50001, 403]],
  ["SendMessages", { content: "Hi" }, [50013, 403]],
  ["EmbedLinks", { embeds: [{ title: "Hi" }] }, [50013, 403]],
])("without %s a message is refused", async (name, body, expected) => {
  s.sandbox.admin.denyBot(HERE, [name]);
  expect(await refusal(post(body))).toEqual(expected);

  s.sandbox.admin.denyBot(HERE, []);
  await post(body);
});

test("a thread asks for its own permission, and takes the others from its channel", async () => {
  const { thread, runs } = CAST.fleet.channels;
  s.sandbox.admin.denyBot(runs, ["SendMessages"]);
  await post({ content: "Hi" }, thread);
  s.sandbox.admin.denyBot(runs, ["SendMessagesInThreads"]);

  expect(await refusal(post({ content: "Hi" }, thread))).toEqual([50013, 403]);
});

test("without the right to manage messages the bot deletes and edits only its own", async () => {
  const outcome = await reyes().type("Mine.");
  const id = outcome.kind === "message" ? outcome.message.id : "";

  expect(await refusal(s.rest.delete(Routes.channelMessage(HERE, id)))).toEqual([50013, 403]);
  expect(await refusal(s.rest.patch(Routes.channelMessage(HERE, id), { body: { content: "x" } }))).toEqual([
    50005, 403,
  ]);
});

test("a direct message arrives, unless its person takes none or shares no guild", async () => {
  const { juno } = CAST.people;
  const dm = (await s.rest.post(Routes.userChannels(), { body: { recipient_id: juno } })) as { id: string };
  await post({ content: "Psst." }, dm.id);
  expect(s.sandbox.as(juno).messages()).toHaveLength(1);

  s.sandbox.admin.closeDms(juno);
  expect(await refusal(post({ content: "Psst." }, dm.id))).toEqual([50007, 403]);

  s.sandbox.admin.openDms(juno);
  for (const guild of s.sandbox.world.guilds.values()) guild.members.delete(juno);
  expect(await refusal(post({ content: "Psst." }, dm.id))).toEqual([50278, 403]);
});

test.each([
  ["a channel", Routes.channelMessages("1"), 10003],
  ["a user to write to", Routes.userChannels(), 10013],
])("%s that does not exist is unknown", async (_, path, code) => {
  expect(await refusal(s.rest.post(path as "/x", { body: { content: "Hi", recipient_id: "1" } }))).toEqual([
    code,
    404,
  ]);
});

test("only those are pinged whom the allowed mentions name", async () => {
  const { juno, kvorrah } = CAST.people;
  const { runPing } = CAST.fleet.roles;
  const content = `<@${juno}> <@${kvorrah}> <@&${runPing}> @everyone`;
  const member = s.sandbox.world.guilds.get(CAST.fleet.id)?.members.get(kvorrah);
  if (member)
    s.sandbox.world.guilds.get(CAST.fleet.id)?.members.set(kvorrah, { ...member, roleIds: [runPing] });

  await post({ content, allowed_mentions: { parse: [] } });
  await post({ content, allowed_mentions: { users: [juno] } });
  await post({ content, allowed_mentions: { roles: [runPing] } });
  await post({ content });

  const [nobody, one, role, all] = reyes().messages();
  expect([nobody?.pinged, one?.pinged, role?.pinged]).toEqual([[], [juno], [kvorrah]]);
  expect(all?.pinged).toEqual([juno, kvorrah]);
  expect(all?.message).toMatchObject({ mention_everyone: false, mention_roles: [runPing] });
});

test("texts of components ping too", async () => {
  const { juno } = CAST.people;
  const components = [{ type: 17, components: [{ type: 10, content: `<@${juno}>` }] }];
  await post({ flags: MessageFlags.IsComponentsV2, components });

  expect(reyes().messages()[0]?.pinged).toEqual([juno]);
});

test("a file comes along, can be fetched, and is shown by the component that names it", async () => {
  const message = (await s.rest.post(Routes.channelMessages(HERE), {
    body: {
      flags: MessageFlags.IsComponentsV2,
      components: [{ type: 12, items: [{ media: { url: "attachment://map.png" } }] }],
      attachments: [{ id: 0, description: "A map" }],
    },
    files: [{ name: "map.png", data: Buffer.from("not\r\n--really a picture"), contentType: "image/png" }],
  })) as RESTPostAPIChannelMessageResult;

  const [attachment] = message.attachments;
  expect(attachment).toMatchObject({
    filename: "map.png",
    description: "A map",
    size: 23,
    content_type: "image/png",
  });
  expect(message.components).toMatchObject([{ id: 1, items: [{ media: { url: attachment?.url } }] }]);
  const fetched = await fetch(attachment?.url ?? "");
  expect(await fetched.text()).toBe("not\r\n--really a picture");
  expect(fetched.headers.get("x-content-type-options")).toBe("nosniff");
});

test("components are numbered in order, around the numbers they bring", async () => {
  const components = [
    { type: 10, content: "a" },
    { type: 17, id: 2, components: [{ type: 10, content: "b" }] },
  ];
  const message = await post({ flags: MessageFlags.IsComponentsV2, components });

  expect(message.components).toMatchObject([{ id: 1 }, { id: 2, components: [{ id: 3 }] }]);
});
