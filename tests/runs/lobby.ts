import type { APIInteractionResponse } from "discord-api-types/v10";
import { expect } from "vitest";
import type { Run } from "../../src/runs/run.ts";
import { runKey, runs } from "../../src/runs/store.ts";
import { guildRange } from "../../src/store/document-key.ts";
import { idOn, menuOf, textOf } from "../end-to-end/seen.ts";
import { house, isPrivate, messageOf, refusalsOf } from "../house.ts";

/** Friday, 20 November 2026, noon in UTC. */
export const NOON = Date.UTC(2026, 10, 20, 12);
export const GUILD = "2";
const HOUR = 3_600_000;
export const TOMORROW_EVENING = NOON + 32 * HOUR;

type House = ReturnType<typeof house>;

export function lobby(options: Parameters<typeof house>[0] = {}) {
  const bot = house({ now: NOON, ...options });
  return { ...bot, leader: bot.as({ userId: "100" }), member: (userId: string) => bot.as({ userId }) };
}

/** Gathers a crew, and gives the run that was made. */
export async function gathered(
  bot: ReturnType<typeof lobby>,
  options: Parameters<House["run"]>[1] = { mission: "second wave", when: "tomorrow 20:00" },
): Promise<Run> {
  const before = new Set((await kept(bot)).map(({ runId }) => runId));
  const answer = await bot.leader.run("lfg", options);
  const made = (await kept(bot)).find(({ runId }) => !before.has(runId));
  if (made === undefined) throw new Error(`No run was made: ${said(answer)}`);
  return made;
}

export async function kept(bot: Pick<House, "store">): Promise<readonly Run[]> {
  const { documents } = await bot.store.list(guildRange(GUILD, "run"), runs);
  return documents.map(({ document }) => document);
}

export async function theRun(bot: Pick<House, "store">, { runId }: Pick<Run, "runId">): Promise<Run> {
  const run = await bot.store.read(runKey(GUILD, runId), runs);
  if (run === undefined) throw new Error("The run is gone.");
  return run;
}

/** The words of an answer that only who asked sees, and that Discord takes. */
export function said(answer: APIInteractionResponse | undefined): string {
  expect(refusalsOf(answer)).toEqual([]);
  return textOf(messageOf(answer));
}

export function whispered(answer: APIInteractionResponse | undefined): string {
  expect(isPrivate(answer)).toBe(true);
  return said(answer);
}

/** The custom id of a button, by what stands on it. */
export function buttonId(answer: APIInteractionResponse | undefined, label: string): string {
  return idOn(messageOf(answer), label);
}

export function menu(answer: APIInteractionResponse | undefined) {
  return menuOf(messageOf(answer));
}
