import { ChannelType, PermissionFlagsBits } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { resumeImports } from "../../src/guilds/imports.ts";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import { StoreError } from "../../src/store/store-error.ts";
import { idOn, textOf } from "../end-to-end/seen.ts";
import { guildFacts, readerOf } from "../guilds/guild-facts.ts";
import { house, isPrivate, messageOf } from "../house.ts";
import { type Fault, faults, faultyDriver } from "../store/faulty-driver.ts";

const ADMIRAL = { userId: "5", permissions: String(PermissionFlagsBits.ManageGuild) };
const RUNS = { channels: { "10": { id: "10", type: ChannelType.GuildText } } };
const QUICK = { settleWithinMs: 40, answerWithinMs: 15 };

type Deeds = ReturnType<ReturnType<typeof house>["as"]>;
type Answer = Awaited<ReturnType<Deeds["run"]>>;

const URL_OF_FILE = "https://cdn.discordapp.com/f.json";
const attachments = { "1": { url: URL_OF_FILE, size: 10, filename: "f.json" } };

/** Reads a file that sets the time zone to Tokyo's. */
function readerOfImport(overrides: readonly object[] = []) {
  const file = JSON.stringify({
    format: "away-team-fleet",
    version: 1,
    exportedAt: "",
    guildId: "1",
    settings: { timeZone: "Asia/Tokyo", leadMinutes: [], spoilers: "private" },
    overrides,
  });
  return readerOf(guildFacts(), { [URL_OF_FILE]: file });
}

/** Each deed, what its answer says when it is done, and what then stands in the store. */
const DEEDS: readonly (readonly [
  name: string,
  deed: (who: Deeds, shown: Answer) => ReturnType<Deeds["run"]>,
  said: string,
  kept: RegExp,
])[] = [
  [
    "/captain add",
    (who) => who.run("captain add", { name: "Worf", faction: "klingon" }),
    "is on your list",
    /Worf/,
  ],
  [
    "/captain edit",
    (who) => who.run("captain edit", { captain: "Old", name: "Newer" }),
    "is changed",
    /Newer/,
  ],
  [
    "/captain remove",
    (who) => who.run("captain remove", { captain: "Old" }),
    "is forgotten",
    /"captains":\[\]/,
  ],
  ["/me time-zone", (who) => who.run("me", { "time-zone": "Paris" }), "Your time zone is", /Europe\/Paris/],
  [
    "the reminders' form",
    (who) => who.submit("v1:me:reminders", { by: "dm", lead: "7m", quiet: "" }),
    "reminders are set",
    /"leadMinutes":7/,
  ],
  [
    "the runs' menu",
    (who) => who.choose("v1:fleet:runs", ["10"], RUNS),
    "Runs go into",
    /"runsChannelId":"10"/,
  ],
  [
    "/fleet override",
    (who) => who.run("fleet override", { mission: "home", note: "Tea at four" }),
    "Tea at four",
    /Tea at four/,
  ],
  ["/rewards open", (who) => who.run("rewards open", { what: "home" }), "**Home** is", /"title":"Home"/],
  [
    "an import that is carried out",
    (who, shown) => who.press(idOn(messageOf(shown), "Import it"), { onPrivateCard: true }),
    "It is imported",
    /"kind":"settings".*Asia\/Tokyo/,
  ],
];

test.each(DEEDS)(
  "%s: whatever the store does at whatever step, nothing unsaved is called saved",
  async (_name, deed, said, kept) => {
    for (const fault of faults) {
      for (let at = 1; ; at++) {
        const { calls, answer, texts, failures } = await attempt(deed, at, fault);
        if (calls < at) break;
        const sentence = textOf(messageOf(answer));
        const isUnderWay = sentence.includes("It is under way");
        if (isUnderWay) {
          const { store } = house({ driver: memoryDriver(texts) });
          await resumeImports(store, { portables: [], now: 0 });
        }
        const isKept = [...texts.values()].some((text) => kept.test(text));
        if (sentence.includes(said) || isUnderWay) expect(isKept).toBe(true);
        else if (sentence.includes("That was not saved")) expect(isKept).toBe(false);
        else expect(sentence).toContain("I cannot tell whether that was saved");
        if (!sentence.includes(said)) expect(isPrivate(answer)).toBe(true);
        for (const failure of failures) expect(failure).toMatchObject({ error: expect.any(StoreError) });
      }
    }
  },
);

/** One deed over a store in which a captain is kept already, an import is shown, and call number `at` goes wrong. */
async function attempt(deed: (typeof DEEDS)[number][1], at: number, fault: Fault) {
  const texts = new Map<string, string>();
  const reader = readerOfImport();
  const before = house({ driver: memoryDriver(texts), reader }).as(ADMIRAL);
  await before.run("captain add", { name: "Old", faction: "tos" });
  const shown = await before.run("fleet import", { file: "1" }, { attachments });
  const driver = faultyDriver(memoryDriver(texts), at, fault);
  const bot = house({ driver, patience: QUICK });
  const answer = await deed(bot.as(ADMIRAL), shown);
  const { calls } = driver;
  await driver.settled();
  return { calls, answer, texts, failures: bot.failures };
}

test("a store that fails once fails one answer: the next is as if nothing had happened", async () => {
  const driver = faultyDriver(memoryDriver(), 1, "throws, undone");
  const bot = house({ driver });
  expect(textOf(messageOf(await bot.run("captain add", { name: "Worf", faction: "klingon" })))).toMatch(
    /That was not saved.*\*\*[0-9A-Z]+\*\*/,
  );
  expect(textOf(messageOf(await bot.run("captain add", { name: "Worf", faction: "klingon" })))).toContain(
    "is on your list",
  );
});

test("a list that completes while the store fails stays empty, and is no error on the member's screen", async () => {
  const bot = house({ driver: faultyDriver(memoryDriver(), 1, "throws, undone") });
  expect(await bot.complete("captain edit", "captain", "w")).toMatchObject({ data: { choices: [] } });
});

test("an import that the store interrupts is finished by the next round, or was never begun", async () => {
  for (let at = 1; ; at++) {
    const texts = new Map<string, string>();
    const reader = readerOfImport([{ slug: "home", aliases: [], note: "Tea at four" }]);
    const planning = house({ driver: memoryDriver(texts), reader });
    const plan = await planning.as(ADMIRAL).run("fleet import", { file: "1" }, { attachments });
    const id = idOn(messageOf(plan), "Import it");

    const driver = faultyDriver(memoryDriver(texts), at, "throws, undone");
    await house({ driver, reader, patience: QUICK }).as(ADMIRAL).press(id, { onPrivateCard: true });
    if (driver.calls < at) break;

    const next = house({ driver: memoryDriver(texts), reader });
    await resumeImports(next.store, { portables: [], now: 0 });
    const isSet = textOf(messageOf(await next.as(ADMIRAL).run("fleet setup"))).includes("Asia/Tokyo");
    const isSaid = textOf(messageOf(await next.as(ADMIRAL).run("fleet override"))).includes("Tea at four");
    expect(isSaid).toBe(isSet);
  }
});
