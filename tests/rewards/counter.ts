import type { APIInteractionResponse } from "discord-api-types/v10";
import { expect } from "vitest";
import type { Period } from "../../src/rewards/claims.ts";
import { periods, tracksOf } from "../../src/rewards/store.ts";
import type { Track } from "../../src/rewards/track.ts";
import { guildRange } from "../../src/store/document-key.ts";
import { idOn, menusOf, textOf } from "../end-to-end/seen.ts";
import { house, isPrivate, messageOf, refusalsOf } from "../house.ts";

/** Friday, 20 November 2026, noon in UTC. */
export const NOON = Date.UTC(2026, 10, 20, 12);
export const GUILD = "2";
const MANAGE_SERVER = "32";

type House = ReturnType<typeof house>;
type Options = Parameters<House["run"]>[1];

/** A house with a clock that is set by hand, and an officer who opens rewards in it. */
export function counter(options: Parameters<typeof house>[0] = {}) {
  const time = { now: NOON };
  const bot = house({ now: () => time.now, ...options });
  const officer = bot.as({ userId: "100", permissions: MANAGE_SERVER });
  return {
    ...bot,
    time,
    officer,
    member: (userId: string, guildId = GUILD) => bot.as({ userId, guildId }),
    /** Opens a reward, and gives the track that was made. */
    opened: async (wish: Options = { what: "home" }): Promise<Track> => {
      const before = new Set((await tracksOf(bot.store, GUILD)).map(({ trackId }) => trackId));
      const answer = await officer.run("rewards open", wish);
      const made = (await tracksOf(bot.store, GUILD)).find(({ trackId }) => !before.has(trackId));
      if (made === undefined) throw new Error(`Nothing was opened: ${said(answer)}`);
      return made;
    },
    kept: async (guildId = GUILD): Promise<readonly Period[]> =>
      (await bot.store.list(guildRange(guildId, "period"), periods)).documents.map(
        ({ document }) => document,
      ),
  };
}

/** The words of an answer that Discord takes. */
export function said(answer: APIInteractionResponse | undefined): string {
  expect(refusalsOf(answer)).toEqual([]);
  return textOf(messageOf(answer));
}

/** The words of an answer that only who asked sees. */
export function whispered(answer: APIInteractionResponse | undefined): string {
  if (answer?.type !== 7) expect(isPrivate(answer)).toBe(true);
  return said(answer);
}

/** The custom id of a button, by what stands on it. */
export function buttonId(answer: APIInteractionResponse | undefined, label: string): string {
  return idOn(messageOf(answer), label);
}

/** What is picked in a menu by what stands on an option of it: the custom id of the menu, and the value. */
export function optionIn(
  answer: APIInteractionResponse | undefined,
  label: string,
): readonly [id: string, value: string] {
  for (const { custom_id, options } of menusOf(messageOf(answer)))
    for (const option of options) if (option.label === label) return [custom_id, option.value];
  throw new Error(`No option says “${label}”: ${JSON.stringify(answer)}`);
}
