import { expect } from "vitest";
import { buttonsOf, idOn, menuOf, textOf } from "../end-to-end/seen.ts";
import { type house, messageOf, refusalsOf } from "../house.ts";

export type House = ReturnType<typeof house>;
export type Answer = Awaited<ReturnType<House["run"]>>;

/** May manage the server. */
export const OFFICER = { userId: "70", permissions: "32" };

/** The words of an answer that Discord would take. */
export function read(answer: Answer): string {
  expect(refusalsOf(answer)).toEqual([]);
  return textOf(messageOf(answer));
}

export function idOf(answer: Answer, label: string): string {
  return idOn(messageOf(answer), label);
}

export function labelsOf(answer: Answer): readonly (string | undefined)[] {
  return buttonsOf(messageOf(answer)).map(({ label }) => label);
}

export function menuIn(answer: Answer) {
  return menuOf(messageOf(answer));
}

type Told = Readonly<Record<string, string | readonly string[]>>;

export const STUCK = {
  summary: "The last door never opens",
  objective: "minefield",
  factions: ["klingon", "tos"],
  workaround: "",
} satisfies Told;

/** An officer tells of a bug of the fleet's own. */
export function add(bot: Pick<House, "submit">, told: Told = STUCK, slug = "home"): Promise<Answer> {
  return bot.submit(`v1:bugs:add:${slug}`, told);
}

/** The press of a member who plays this faction. */
export function speak(bot: Pick<House, "pick">, handle: string, says: "seen" | "works", faction: string) {
  return bot.pick(`v1:bugs:speak:${handle}:${says}`, faction);
}

/** The handle of the bug on a card. */
export function handleOn(answer: Answer): string {
  return idOf(answer, "I have this too").split(":")[3] ?? "";
}
