import { type APIInteractionResponse, InteractionType } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { command } from "../../src/bot/command.ts";
import { deferred } from "../../src/bot/deferred.ts";
import { apologies, dispatcher } from "../../src/bot/dispatch.ts";
import { text } from "../../src/bot/options.ts";
import { StoreError } from "../../src/store/store-error.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { reply, whisper } from "../../src/ui/reply.ts";
import { faultsOf } from "./accepted.ts";

const FROM = { id: "1234567890123456789", token: "t", channel_id: "12", user: { id: "3" } };
const IN_GUILD = { ...FROM, guild_id: "2", member: { user: { id: "3" }, roles: [], permissions: "0" } };

/** A command whose every way to be used does the same. */
function bot(deed: () => APIInteractionResponse | Promise<APIInteractionResponse>, where?: "guild") {
  const failures: { readonly error: unknown; readonly reference: string }[] = [];
  const ping = command({
    name: "ping",
    description: "Does something",
    options: { what: text({ description: "What", maxLength: 10, required: true, completes: true }) },
    examples: [],
    run: deed,
    complete: () => {
      void deed();
      return [{ name: "Home", value: "home" }];
    },
    actions: { press: deed },
    forms: { send: deed },
    ...(where ? { where } : {}),
  });
  const dispatch = dispatcher([ping], (failure) => failures.push(failure));
  const at = (from: object, type: InteractionType, data: object) => dispatch({ ...from, type, data });
  const ways = (from: object = FROM) => ({
    command: () =>
      at(from, InteractionType.ApplicationCommand, { name: "ping", options: [{ name: "what", value: "x" }] }),
    button: () => at(from, InteractionType.MessageComponent, { custom_id: "v1:ping:press" }),
    form: () => at(from, InteractionType.ModalSubmit, { custom_id: "v1:ping:send", components: [] }),
    completion: () =>
      at(from, InteractionType.ApplicationCommandAutocomplete, {
        name: "ping",
        options: [{ name: "what", value: "x", focused: true }],
      }),
  });
  return { dispatch, at, failures, ways };
}

const done = () => whisper("Done.");
const sentence = (answer: unknown) =>
  (answer as { readonly data: { readonly components: readonly { readonly content: string }[] } }).data
    .components[0]?.content;

test.for(["command", "button", "form"] as const)(
  "a %s is answered with what its command says",
  async (way) => {
    expect(sentence(await bot(done).ways()[way]())).toBe("Done.");
  },
);

test.for(["command", "button", "form"] as const)(
  "a refusal of a %s is whispered, and is no failure",
  async (way) => {
    const { ways, failures } = bot(() => {
      throw new Refusal("Every seat is taken.");
    });
    const answer = await ways()[way]();
    expect(sentence(answer)).toBe("Every seat is taken.");
    expect(answer).toMatchObject({ data: { flags: 64 | 32_768, allowed_mentions: { parse: [] } } });
    expect(failures).toEqual([]);
  },
);

test.for(["command", "button", "form"] as const)(
  "an unexpected failure of a %s is apologised for with a reference that stands in the report",
  async (way) => {
    const broken = new Error("broken");
    for (const deed of [
      () => Promise.reject(broken),
      () => {
        throw broken;
      },
    ]) {
      const { ways, failures } = bot(deed);
      const answer = await ways()[way]();
      expect(failures).toEqual([{ error: broken, reference: expect.stringMatching(/^[0-9A-Z]{6}$/) }]);
      expect(sentence(answer)).toContain(`**${failures[0]?.reference}**`);
      expect(sentence(answer)).not.toContain("broken");
    }
  },
);

test.for([new Refusal("No."), new Error("broken")])(
  "a completion that fails (%s) offers nothing, which Discord takes",
  async (error) => {
    const { ways, failures } = bot(() => {
      throw error;
    });
    const answer = await ways().completion();
    expect(answer).toEqual({ type: 8, data: { choices: [] } });
    expect(faultsOf({ type: 4 }, answer as APIInteractionResponse)).toEqual([]);
    expect(failures).toHaveLength(error instanceof Refusal ? 0 : 1);
  },
);

test("two failures at different times have different references", async () => {
  const { dispatch, failures } = bot(() => Promise.reject(new Error("broken")));
  for (const id of ["1234567890123456789", "1234567890127651093"])
    await dispatch({
      ...FROM,
      id,
      type: InteractionType.MessageComponent,
      data: { custom_id: "v1:ping:press" },
    });
  expect(new Set(failures.map(({ reference }) => reference)).size).toBe(2);
});

test.for([{}, { id: 5 }, { id: "x" }, { id: null }])(
  "a failure of an interaction with a broken id (%j) is apologised for as well",
  async (odd) => {
    const { dispatch } = bot(() => Promise.reject(new Error("broken")));
    const answer = await dispatch({
      ...FROM,
      id: undefined,
      ...odd,
      type: 3,
      data: { custom_id: "v1:ping:press" },
    });
    expect(sentence(answer)).toContain("Something went wrong");
  },
);

test.for(["no", "unknown"] as const)(
  "a store that failed (saved: %s) says what is known of the change",
  async (saved) => {
    const { ways, failures } = bot(() =>
      Promise.reject(
        new StoreError({
          reason: "unreachable",
          origin: "user:3",
          problem: "is gone.",
          remedy: "Wait.",
          saved,
        }),
      ),
    );
    const told = sentence(await ways().button());
    expect(told).toContain(saved === "no" ? "not saved" : "cannot tell");
    expect(failures).toHaveLength(1);
  },
);

test("a command that this version does not know is answered with what to do", async () => {
  const { at } = bot(done);
  const answer = await at(FROM, InteractionType.ApplicationCommand, { name: "warp", options: [] });
  expect(sentence(answer)).toContain("could not read that command");
});

test("a required option that is missing or of another type is answered with what to do", async () => {
  const { at } = bot(done);
  for (const options of [
    [],
    [{ name: "what" }],
    [{ name: "what", value: 5 }],
    [{ name: "what", value: "x".repeat(11) }],
    "x",
    null,
  ]) {
    const answer = await at(FROM, InteractionType.ApplicationCommand, { name: "ping", options });
    expect(sentence(answer)).toContain("could not read that command");
  }
});

test.for([
  "v1:ping:gone",
  "v1:gone:press",
  "v0:ping:press",
  "v1:ping:constructor",
  "v1:ping:__proto__",
  "v1:__proto__:press",
  "anything at all",
  "",
  undefined,
  5,
])("a button with the id %j belongs to an older card, and says so", async (id) => {
  const { at } = bot(done);
  for (const type of [InteractionType.MessageComponent, InteractionType.ModalSubmit])
    expect(sentence(await at(FROM, type, { custom_id: id }))).toContain("older version");
});

test.for([
  null,
  undefined,
  5,
  "x",
  [],
  {},
  { type: 2 },
  { ...FROM, type: 2 },
  { ...FROM, type: 2, data: null },
  { ...FROM, type: 99, data: {} },
  { ...FROM, type: 1, data: {} },
  { ...FROM, user: undefined, type: 3, data: { custom_id: "v1:ping:press" } },
  { ...FROM, user: { id: "__proto__" }, type: 3, data: { custom_id: "v1:ping:press" } },
  { ...FROM, guild_id: "../1", type: 3, data: { custom_id: "v1:ping:press" } },
  { ...FROM, guild_id: 5, type: 3, data: { custom_id: "v1:ping:press" } },
])("%j is no interaction of ours, and gets silence", async (interaction) => {
  const { dispatch, failures } = bot(done);
  expect(await dispatch(interaction)).toBeUndefined();
  expect(failures).toEqual([]);
});

test.for(["command", "button", "form"] as const)(
  "a %s for servers only is refused in a direct message, and works in a server",
  async (way) => {
    const { ways } = bot(done, "guild");
    expect(sentence(await ways(FROM)[way]())).toContain("works in a server only");
    expect(sentence(await ways(IN_GUILD)[way]())).toBe("Done.");
  },
);

test("a second step that fails, at once or later, ends in the apology and in the report", async () => {
  for (const later of [
    () => Promise.reject(new Error("broken")),
    () => {
      throw new Error("broken");
    },
  ]) {
    const { ways, failures } = bot(() => deferred(later) as unknown as APIInteractionResponse);
    const answer = (await ways().command()) as unknown as ReturnType<typeof deferred>;
    expect(sentence(await answer.later())).toContain("Something went wrong");
    expect(failures).toHaveLength(1);
  }
});

test("what Discord refused is apologised for with the reference under which it is reported", () => {
  const failures: { readonly reference: string }[] = [];
  const apologise = apologies((failure) => failures.push(failure));
  const answer = apologise({ ...FROM, type: 2 }, new Error("refused"));
  expect(sentence(answer)).toContain(String(failures[0]?.reference));
  expect(apologise({ ...FROM, type: 4 }, new Error("refused"))).toEqual({ type: 8, data: { choices: [] } });
  expect(sentence(apologise(undefined, new Error("refused")))).toContain("Something went wrong");
});

test("an answer is handed on as it is, frozen or not", async () => {
  const frozen = Object.freeze(reply("public", []));
  expect(
    await bot(() => frozen)
      .ways()
      .button(),
  ).toBe(frozen);
});
