import { type RESTPostAPIChannelMessageResult, Routes } from "discord.js";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { HERE, refusal, type Scene, scene } from "./scene.ts";

/** What Discord takes of one file. */
const TEN_MIB = 10 * 1024 * 1024;

let s: Scene;
beforeEach(async () => {
  s = await scene({ rateLimits: false });
});
afterEach(() => s.close());

const fileOf = (bytes: number, name = "log.bin") => ({ name, data: Buffer.alloc(bytes) });
const filesOf = (count: number) => Array.from({ length: count }, (_, index) => fileOf(1, `${index}.bin`));

function send(files: ReturnType<typeof fileOf>[]): Promise<RESTPostAPIChannelMessageResult> {
  return s.rest.post(Routes.channelMessages(HERE), {
    body: {},
    files,
  }) as Promise<RESTPostAPIChannelMessageResult>;
}

async function attach(bytes: number): Promise<number> {
  const body = {
    userId: CAST.people.reyes,
    channelId: HERE,
    filename: "log.bin",
    contentType: "application/octet-stream",
    base64: Buffer.alloc(bytes).toString("base64"),
  };
  const answer = await fetch(`${s.sandbox.url}/sandbox/attach`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return answer.status;
}

test("a file of the bot has ten mebibytes and no byte more", async () => {
  expect((await send([fileOf(TEN_MIB)])).attachments).toMatchObject([{ size: TEN_MIB }]);
  expect(await refusal(send([fileOf(1), fileOf(TEN_MIB + 1)]))).toEqual([40005, 413]);
});

test("a member's file has ten mebibytes and no byte more", async () => {
  expect(await attach(TEN_MIB)).toBe(200);
  expect(await attach(TEN_MIB + 1)).toBe(413);
});

test("a message has ten files and no more, those that it had before among them", async () => {
  const { id, attachments } = await send(filesOf(10));
  expect(attachments).toHaveLength(10);
  expect(await refusal(send(filesOf(11)))).toEqual([50035, 400]);

  const edit = (kept: readonly object[]) =>
    s.rest.patch(Routes.channelMessage(HERE, id), { body: { attachments: kept }, files: [fileOf(1)] });
  expect(await refusal(edit(attachments))).toEqual([50035, 400]);
  await edit(attachments.slice(1));
});

test("a file that an edit speaks of but that is not there leaves nothing to show", async () => {
  const { id } = await send(filesOf(1));
  const edit = s.rest.patch(Routes.channelMessage(HERE, id), { body: { attachments: [{ id: "1" }] } });

  expect(await refusal(edit)).toEqual([50006, 400]);
});
