import { expect, test } from "vitest";
import { messageOf } from "../house.ts";
import { buttonId, kept, lobby, TOMORROW_EVENING, whispered } from "./lobby.ts";

test("a name that is near one leads on with a press, and the rest is kept", async () => {
  const bot = lobby();
  const answer = await bot.leader.run("lfg", { mission: "secnd wave", when: "tomorrow 20:00", seats: 4 });
  expect(whispered(answer)).toContain("I know no mission called “secnd wave”");
  const id = messageOf(answer).components?.flatMap((row) =>
    "components" in row ? (row.components as readonly { custom_id?: string }[]) : [],
  )[0]?.custom_id;
  await bot.leader.press(id ?? "", { onPrivateCard: true });
  expect(await kept(bot)).toMatchObject([{ slug: "second-wave", seats: 4, startsAt: TOMORROW_EVENING }]);
});

test.each([
  [
    "infected tomorrow 20:00",
    "Which “infected” do you mean?",
    "Infected: Manus · Task Force Operation",
    "infected-manus",
  ],
  [
    "quarks lucky tomorrow 20:00",
    "Did you mean **Quark's Lucky Seven**?",
    "Quark's Lucky Seven · Gamma Quadrant",
    "quarks-lucky-seven",
  ],
  [
    "secnd wave tomorrow 20:00",
    "I know no mission called “secnd wave”.",
    "Second Wave · Lost Dominion",
    "second-wave",
  ],
  ["shutdown tomorrow 20:00", "**Shutdown** was removed", "Jabberwocky", "jabberwocky"],
])(
  "what may be meant by “%s” is asked, and the time behind the name is kept",
  async (mission, asked, face, slug) => {
    const bot = lobby();
    const answer = await bot.leader.run("lfg", { mission });
    expect(whispered(answer)).toContain(asked);
    await bot.leader.press(buttonId(answer, face), { onPrivateCard: true });
    expect(await kept(bot)).toMatchObject([{ slug, startsAt: TOMORROW_EVENING, isInstant: false }]);
  },
);

test("only those are offered that begin with the words", async () => {
  const answer = await lobby().leader.run("lfg", { mission: "infected tomorrow 20:00" });
  expect(facesOf(answer)).toEqual([
    "Infected: Manus · Task Force Operation",
    "Infected: The Conduit · Task Force Operation",
  ]);
});

test("a mission that was removed is refused, with those of its arc that can be played", async () => {
  const bot = lobby();
  const answer = await bot.leader.run("lfg", { mission: "shutdown" });
  expect(whispered(answer)).toContain("**Shutdown** was removed from the game");
  expect(await kept(bot)).toEqual([]);
});

function facesOf(answer: unknown): readonly string[] {
  return [...JSON.stringify(answer).matchAll(/"label":"([^"]*)"/g)].map(([, label = ""]) => label);
}
