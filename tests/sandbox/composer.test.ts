import { Routes } from "discord.js";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readCommandLine } from "../../src/sandbox/people/composer.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { HERE, type Scene, scene } from "./scene.ts";

let s: Scene;
beforeEach(async () => {
  s = await scene();
});
afterEach(() => s.close());

const text = (name: string, more: object = {}) => ({ type: 3, name, description: name, ...more });
const MISSION = {
  name: "mission",
  description: "A briefing.",
  options: [
    text("name", { required: true, autocomplete: true }),
    text("section"),
    text("level", { type: 4, min_value: 1, max_value: 65 }),
  ],
};
const LFG = {
  name: "lfg",
  description: "Runs.",
  options: [
    { type: 1, name: "create", description: "A run.", options: [text("mission", { required: true })] },
    {
      type: 2,
      name: "manage",
      description: "Its crew.",
      options: [
        {
          type: 1,
          name: "add",
          description: "Somebody.",
          options: [text("who", { type: 6, required: true })],
        },
      ],
    },
  ],
};
const as = (userId: string, channelId: string = HERE) => s.sandbox.as(userId, { channelId });
const reyes = () => as(CAST.people.reyes);

/** What the bot is asked when a person types this. */
async function sent(line: string): Promise<unknown> {
  void reyes().type(line);
  const interaction = await s.asked();
  return "data" in interaction ? interaction.data : undefined;
}

test.each([
  ["/mission home", [["name", "home"]]],
  ["/mission  second   wave ", [["name", "second wave"]]],
  [
    "/mission name:second wave section:objectives",
    [
      ["name", "second wave"],
      ["section", "objectives"],
    ],
  ],
  [
    "/mission home section:objectives",
    [
      ["name", "home"],
      ["section", "objectives"],
    ],
  ],
  [
    "/mission section:objectives name: home",
    [
      ["name", "home"],
      ["section", "objectives"],
    ],
  ],
  [
    "/mission home level:65",
    [
      ["name", "home"],
      ["level", 65],
    ],
  ],
  ["/mission at: home", [["name", "at: home"]]],
])("%s is sent as Discord's message box sends it", async (line, expected) => {
  await s.register(MISSION);
  const data = (await sent(line)) as { options: { name: string; value: unknown }[] };

  expect(data.options.map(({ name, value }) => [name, value])).toEqual(expected);
});

test("a subcommand and a group are nested, and a person is resolved", async () => {
  await s.register(LFG);
  const { juno } = CAST.people;

  expect(await sent("/lfg manage add who:@juno")).toMatchObject({
    name: "lfg",
    options: [
      { type: 2, name: "manage", options: [{ type: 1, name: "add", options: [{ type: 6, value: juno }] }] },
    ],
    resolved: { users: { [juno]: { global_name: "Juno" } } },
  });
});

test.each([
  ["/warp", "There is no command /warp here."],
  ["/mission", "name: This option is required. Specify a value."],
  ["/mission home level:high", "level: Input a valid integer."],
  ["/mission home level:66", "level: Must be between 1 and 65."],
  ["/lfg", "/lfg needs one of: create, manage."],
  ["/lfg manage", "/lfg manage needs one of: add."],
  ["/lfg manage add who:nobody", "who: Input a valid user."],
])("%s is not sent, and the person reads why", async (line, message) => {
  await s.register(MISSION, LFG);

  expect(await reyes().type(line)).toEqual({ kind: "refused", text: message });
});

test("a choice may be typed by its name and is sent by its value", async () => {
  const choices = [{ name: "Federation", value: "fed" }];
  await s.register({ name: "crew", description: "Yours.", options: [text("faction", { choices })] });

  expect(await sent("/crew federation".replace("f", "F"))).toMatchObject({ options: [{ value: "fed" }] });
  expect((await reyes().type("/crew Borg")).kind).toBe("refused");
});

test("an autocomplete sends what is typed so far, marked as focused, and shows the choices that come", async () => {
  await s.register(MISSION);
  const offered = reyes().autocomplete("mission", { name: "ho", section: "x" }, "name");
  const interaction = await s.asked();
  await s.answer(interaction, { type: 8, data: { choices: [{ name: "Home", value: "home" }] } });

  expect(interaction).toMatchObject({
    type: 4,
    data: {
      options: [
        { name: "name", type: 3, value: "ho", focused: true },
        { name: "section", value: "x" },
      ],
    },
  });
  expect(await offered).toEqual([{ name: "Home", value: "home" }]);
});

test("an autocomplete that nobody answers offers nothing, and says that the options could not be loaded", async () => {
  await s.register(MISSION);
  const offered = reyes().autocomplete("mission", {}, "name");
  await s.asked();
  s.time.advance(3_000);
  expect(await offered).toEqual([]);

  const shown = reyes().complete("mission", {}, "name");
  await s.asked();
  s.time.advance(3_000);
  expect(await shown).toMatchObject({ kind: "no-response", text: "Loading options failed" });
});

test("an option that is filled in wrongly keeps nobody from completing another", async () => {
  const seats = { type: 4, name: "seats", description: "How many.", max_value: 50 };
  await s.register({ ...MISSION, options: [...MISSION.options, seats] });
  void reyes().autocomplete("mission", { name: "ho", seats: 99 }, "name");
  expect(await s.asked()).toMatchObject({ data: { options: [{ name: "name", focused: true }] } });
});

test("a guild's own command hides the global one of its name, and is not there elsewhere", async () => {
  await s.register({ name: "about", description: "Everywhere." });
  const body = [{ name: "about", description: "Here.", options: [text("topic")] }];
  await s.rest.put(Routes.applicationGuildCommands(CAST.application, CAST.fleet.id), { body });

  expect(await sent("/about ships")).toMatchObject({
    guild_id: CAST.fleet.id,
    options: [{ value: "ships" }],
  });
  const elsewhere = as(CAST.people.juno, CAST.armada.channels.lounge);
  expect((await elsewhere.run("about", { topic: "ships" })).kind).toBe("refused");
});

test("a command for officers is offered to officers, and one for guilds not in direct messages", async () => {
  await s.register({
    name: "settings",
    description: "Yours.",
    default_member_permissions: "32",
    contexts: [0],
  });

  expect((await reyes().run("settings")).kind).toBe("refused");
  expect((await s.sandbox.as(CAST.people.officer).run("settings")).kind).toBe("refused");
  void as(CAST.people.officer).run("settings");
  await s.asked();
  void as(CAST.people.admiral).run("settings");
  await s.asked();
});

test("a command registered again keeps its id, and one that is left out is gone", async () => {
  await s.register(MISSION, LFG);
  const list = async () =>
    (await s.rest.get(Routes.applicationCommands(CAST.application))) as { id: string; name: string }[];
  const before = await list();
  await s.register({ ...MISSION, description: "New." });

  expect(await list()).toMatchObject([
    { id: before[0]?.id, description: "New.", contexts: null, integration_types: [0] },
  ]);
});

test("a command is added, changed and removed by itself", async () => {
  const path = Routes.applicationCommands(CAST.application);
  const { id } = (await s.rest.post(path, { body: MISSION })) as { id: string };
  const one = Routes.applicationCommand(CAST.application, id);
  expect(await s.rest.patch(one, { body: { description: "New." } })).toMatchObject({
    name: "mission",
    description: "New.",
  });
  await s.rest.delete(one);

  await expect(s.rest.get(one)).rejects.toMatchObject({ code: 10063, status: 404 });
});

test("a command that breaks a rule changes nothing", async () => {
  await s.register(MISSION);
  await expect(s.register(LFG, { name: "Bad Name", description: "x" })).rejects.toMatchObject({
    code: 50035,
    rawError: { errors: { 1: { name: { _errors: [{ code: "APPLICATION_COMMAND_INVALID_NAME" }] } } } },
  });

  expect(await s.rest.get(Routes.applicationCommands(CAST.application))).toMatchObject([{ name: "mission" }]);
});

test("whatever is typed after a command, nothing of it gets lost or invented", () => {
  const offered = [{ ...MISSION, type: 1, id: "1" }] as never;
  const word = fc.stringMatching(/^[a-z0-9]{1,8}$/);

  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 4 }),
      fc.option(word, { nil: undefined }),
      (name, section) => {
        const line = `/mission ${name.join(" ")}${section === undefined ? "" : ` section:${section}`}`;
        const { values } = readCommandLine(line, offered);
        expect(values).toEqual({ name: name.join(" "), ...(section === undefined ? {} : { section }) });
      },
    ),
  );
});

test("translations come only when they are asked for, and what is off is left out", async () => {
  const options = [text("name", { required: false, name_localizations: { de: "auftrag" } })];
  await s.register({
    name: "mission",
    description: "A briefing.",
    name_localizations: { de: "auftrag" },
    options,
  });
  const path = Routes.applicationCommands(CAST.application);

  const [short] = (await s.rest.get(path)) as object[];
  const [full] = (await s.rest.get(path, {
    query: new URLSearchParams("with_localizations=true"),
  })) as object[];

  expect(short).toMatchObject({ name: "mission", options: [{ name: "name" }] });
  expect(JSON.stringify(short)).not.toMatch(/localizations|required/);
  expect(full).toMatchObject({
    name_localizations: { de: "auftrag" },
    options: [{ name_localizations: { de: "auftrag" } }],
  });
});
