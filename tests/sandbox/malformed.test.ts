import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CAST } from "../../src/sandbox/world/cast.ts";
import * as p from "./rules/parts.ts";
import { HERE, type Scene, scene } from "./scene.ts";

let s: Scene;
beforeEach(async () => {
  s = await scene({ rateLimits: false });
  await s.register({ name: "about", description: "What this is." });
});
afterEach(() => s.close());

const FIELDS = [
  ..."type data content embeds components flags allowed_mentions attachments nonce poll tts message_reference".split(
    " ",
  ),
  ..."parse users roles fields name value title url custom_id style label emoji id options accessory items".split(
    " ",
  ),
  ..."media file component choices description required name_localizations contexts default_values".split(
    " ",
  ),
];
const scalar = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    "",
    "users",
    "attachment://x",
    "https://example.com",
    0,
    1,
    2,
    3,
    9,
    12,
    17,
    18,
    64,
    32768,
    -1,
    0.5,
  ),
  fc.string({ maxLength: 5 }),
);
const { node } = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 5 },
    scalar,
    fc.array(tie("node"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...FIELDS), tie("node"), { maxKeys: 5 }),
  ),
}));

async function statusOf(method: string, path: string, body: unknown): Promise<number> {
  const answer = await fetch(`${s.sandbox.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${s.sandbox.token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (answer.status >= 500) throw new Error(await answer.text());
  return answer.status;
}

/** A good body with one of its parts replaced by something else. */
function spoiled(body: unknown): fc.Arbitrary<unknown> {
  const places: (readonly (string | number)[])[] = [];
  const walk = (value: unknown, path: readonly (string | number)[]): void => {
    places.push(path);
    if (typeof value !== "object" || value === null) return;
    for (const [key, inside] of Object.entries(value)) walk(inside, [...path, key]);
  };
  walk(body, []);
  return fc.tuple(fc.constantFrom(...places), node).map(([path, part]) => replaced(body, path, part));
}

function replaced(value: unknown, [key, ...rest]: readonly (string | number)[], part: unknown): unknown {
  if (key === undefined) return part;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  copy[key] = replaced(copy[key], rest, part);
  return copy;
}

const GOOD_MESSAGE = {
  flags: p.V2,
  nonce: "n",
  enforce_nonce: true,
  allowed_mentions: { parse: ["roles"], users: ["1"] },
  attachments: [{ id: 0, filename: "a.png" }],
  message_reference: { message_id: "1" },
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
])("%s with one part spoiled is taken or refused, and nothing breaks", async (_, method, path, good) => {
  await fc.assert(
    fc.asyncProperty(spoiled(good), async (body) => {
      expect(await statusOf(method, path, body)).toBeLessThan(500);
    }),
    { numRuns: 150 },
  );
});

test.each([
  [4, GOOD_MESSAGE],
  [5, { flags: 64 }],
  [4, GOOD_EMBED],
  [9, GOOD_MODAL],
])(
  "an answer of type %i with one part spoiled is taken or refused, and nothing breaks",
  async (type, good) => {
    const reyes = s.sandbox.as(CAST.people.reyes, { channelId: HERE });
    await fc.assert(
      fc.asyncProperty(spoiled(good), async (data) => {
        void reyes.run("about");
        const { id, token } = await s.asked();
        expect(await statusOf("POST", `/interactions/${id}/${token}/callback`, { type, data })).toBeLessThan(
          500,
        );
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

test("whatever comes from the page is taken or refused, and nothing breaks", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("run", "autocomplete", "click", "select", "submit", "permissions", "faults", "dms"),
      node,
      async (route, body) => {
        const where = { userId: CAST.people.reyes, channelId: HERE, text: "/about x", gateway: "?" };
        const fields = typeof body === "object" && !Array.isArray(body) ? body : { values: body };
        const answer = await fetch(`${s.sandbox.url}/sandbox/${route}`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ ...where, ...fields }),
        });
        expect(answer.status).toBeLessThan(500);
      },
    ),
    { numRuns: 100 },
  );
});
