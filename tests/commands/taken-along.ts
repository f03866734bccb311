import { PermissionFlagsBits } from "discord-api-types/v10";
import { memoryDriver } from "../../src/store/memory-driver.ts";
import { idOn } from "../end-to-end/seen.ts";
import { guildFacts, readerOf } from "../guilds/guild-facts.ts";
import { messageOf, type Person } from "../house.ts";
import { lobby, NOON } from "../runs/lobby.ts";

export const ADMIRAL: Person = { userId: "5", permissions: String(PermissionFlagsBits.ManageGuild) };
export const URL_OF_FILE = "https://cdn.discordapp.com/attachments/1/2/fleet.json";

type Lobby = ReturnType<typeof lobby>;
type Answer = Awaited<ReturnType<Lobby["run"]>>;

/** A fleet whose file is read back by whoever imports; the clock can be turned. */
export function fleet(driver = memoryDriver()) {
  const clock = { now: NOON };
  const attached: Record<string, string> = {};
  const reader = readerOf(guildFacts(), attached);
  const bot = lobby({ now: () => clock.now, reader, driver });
  const exported = async () => {
    await bot.as(ADMIRAL).run("fleet export");
    attached[URL_OF_FILE] = bot.files.at(-1)?.data ?? "";
    return attached[URL_OF_FILE];
  };
  return { ...bot, clock, attached, reader, exported };
}

const attachments = { "1": { url: URL_OF_FILE, size: 1_000, filename: "fleet.json" } };

export function importing(bot: Pick<Lobby, "as">, who: Person = ADMIRAL): Promise<Answer> {
  return bot.as(who).run("fleet import", { file: "1" }, { attachments });
}

export function press(bot: Pick<Lobby, "as">, card: Answer, label: string): Promise<Answer> {
  return bot.as(ADMIRAL).press(idOn(messageOf(card), label), { onPrivateCard: true });
}
