import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CAST } from "../../src/sandbox/world/cast.ts";
import * as p from "./rules/parts.ts";
import { HERE, type Scene, scene } from "./scene.ts";
import { node, spoiled } from "./spoiled.ts";

let s: Scene;
beforeEach(async () => {
  s = await scene({ rateLimits: false });
  await s.register({ name: "about", description: "What this is." });
});
afterEach(() => s.close());

async function statusOf(method: string, path: string, body: unknown): Promise<number> {
  const answer = await fetch(`${s.sandbox.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${s.sandbox.token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (answer.status >= 500) throw new Error(await answer.text());
  return answer.status;
}

const GOOD_MESSAGE = {
  flags: p.V2,
  nonce: "n",
  enforce_nonce: true,
  allowed_mentions: { parse: ["roles"], users: ["1"] },
  attachments: [{ id: 0, filename: "a.png" }],
  message_reference: { message_id: "1", fail_if_not_exists: false },
  components: [
    p.text("<@1> @everyone <@&2>"),
    p.section({ accessory: { type: 11, ...p.picture() } }),
    p.container([
      p.row(p.button({ emoji: { name: "🖖" } })),
      p.row(p.select()),
      p.gallery(p.picture()),
      { type: 14 },
    ]),
  ],
};
const GOOD_EMBED = {
  content: "<@1> @everyone",
  embeds: [
    {
      title: "a",
      description: "b",
      fields: [{ name: "a", value: "b" }],
      footer: { text: "c" },
      author: { name: "d" },
    },
  ],
  components: [
    p.row(p.button()),
    p.row({ type: 5, custom_id: "who", default_values: [{ id: "1", type: "user" }] }),
  ],
};
const GOOD_COMMAND = {
  name: "lfg",
  description: "Runs.",
  name_localizations: { de: "lfg" },
  default_member_permissions: "32",
  contexts: [0],
  options: [
    {
      type: 2,
      name: "a",
      description: "b",
      options: [
        {
          type: 1,
          name: "c",
          description: "d",
          options: [p.commandOption({ choices: [{ name: "e", value: "f" }] })],
        },
      ],
    },
  ],
};
const GOOD_MODAL = p.modal([
  p.text(),
  p.label(p.input({ max_length: 10 })),
  p.label(p.select({ custom_id: "roles" })),
  p.label({ type: 21, custom_id: "one", options: [p.option(), p.option({ value: "b" })] }),
]);

const commands = `/applications/${CAST.application}/commands`;

test.each([
  ["a message of components", "POST", `/channels/${HERE}/messages`, GOOD_MESSAGE],
  ["a message of embeds", "POST", `/channels/${HERE}/messages`, GOOD_EMBED],
  ["a command", "POST", `/applications/${CAST.application}/commands`, GOOD_COMMAND],
])(
  "%s is taken; with one part spoiled it is taken or refused, and nothing breaks",
  async (_, method, path, good) => {
    expect(await statusOf(method, path, good)).toBeLessThan(300);
    await fc.assert(
      fc.asyncProperty(spoiled(good), async (body) => {
        expect(await statusOf(method, path, body)).toBeLessThan(500);
      }),
      { numRuns: 150 },
    );
  },
);

test.each([
  [4, GOOD_MESSAGE],
  [5, { flags: 64 }],
  [4, GOOD_EMBED],
  [9, GOOD_MODAL],
])(
  "an answer of type %i is taken; with one part spoiled it is taken or refused, and nothing breaks",
  async (type, good) => {
    const reyes = s.sandbox.as(CAST.people.reyes, { channelId: HERE });
    const answer = async (data: unknown) => {
      void reyes.run("about");
      const { id, token } = await s.asked();
      return statusOf("POST", `/interactions/${id}/${token}/callback`, { type, data });
    };
    expect(await answer(good)).toBeLessThan(300);
    await fc.assert(
      fc.asyncProperty(spoiled(good), async (data) => {
        expect(await answer(data)).toBeLessThan(500);
        void reyes.messages();
      }),
      { numRuns: 100 },
    );
  },
);

test.each([
  ["a message", "POST", `/channels/${HERE}/messages`, (body: unknown) => body],
  [
    "a message's components",
    "POST",
    `/channels/${HERE}/messages`,
    (body: unknown) => ({ flags: 32768, components: [body] }),
  ],
  [
    "a message's embeds",
    "POST",
    `/channels/${HERE}/messages`,
    (body: unknown) => ({ embeds: [body], allowed_mentions: body }),
  ],
  ["a command", "POST", commands, (body: unknown) => body],
  [
    "a list of commands",
    "PUT",
    commands,
    (body: unknown) => [{ name: "a", description: "b", options: [body] }],
  ],
])("whatever comes as %s is taken or refused, and nothing breaks", async (_, method, path, wrap) => {
  await fc.assert(
    fc.asyncProperty(node, async (body) => {
      expect(await statusOf(method, path, wrap(body))).toBeLessThan(500);
    }),
    { numRuns: 120 },
  );
});

test("whatever comes as an answer to an interaction is taken or refused, and nothing breaks", async () => {
  const reyes = s.sandbox.as(CAST.people.reyes, { channelId: HERE });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 3, max: 10 }), node, async (type, data) => {
      void reyes.run("about");
      const { id, token } = await s.asked();
      expect(await statusOf("POST", `/interactions/${id}/${token}/callback`, { type, data })).toBeLessThan(
        500,
      );
    }),
    { numRuns: 120 },
  );
});
