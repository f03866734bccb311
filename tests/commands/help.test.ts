import { expect, test } from "vitest";
import { textOf } from "../end-to-end/seen.ts";
import { house, isPrivate, messageOf, refusalsOf } from "../house.ts";

async function helpOn(topic?: string): Promise<string> {
  const answer = await house().run("help", topic === undefined ? {} : { topic });
  expect(refusalsOf(answer)).toEqual([]);
  expect(isPrivate(answer)).toBe(true);
  return textOf(messageOf(answer));
}

test("help names every command with what it is for", async () => {
  const { commands } = house();
  const overview = await helpOn();
  for (const { definition } of commands)
    expect(overview).toContain(`**/${definition.name}** · ${definition.description}`);
});

test("help on a command that does several things tells what each of them takes", async () => {
  const told = await helpOn("captain");
  expect(told).toContain("**What it can do**");
  expect(told).toContain(
    "- `/captain add` Tell me of a captain of yours; takes `name` (needed), `faction` (needed)",
  );
  expect(told).toMatch(/- `\/captain list` [^;\n]+\n/);
});

test.each(["captain add", "/captain", " /CAPTAIN  edit"])("“%s” is about /captain", async (typed) => {
  expect(await helpOn(typed)).toContain("## /captain");
});

test("help on every command fits into one message", async () => {
  for (const { definition } of house().commands)
    expect(await helpOn(definition.name)).toContain(`## /${definition.name}`);
});

test("what is no command is not explained", async () => {
  expect(await helpOn("warp")).toContain("I have no help on that");
});
