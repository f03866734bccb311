import { PermissionFlagsBits } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { checkUp } from "../../src/guilds/doctor.ts";
import { guildSettings } from "../../src/guilds/settings.ts";
import { doctorCard } from "../../src/guilds/view/doctor.ts";
import { capabilities } from "../../src/ui/permissions.ts";
import { reply } from "../../src/ui/reply.ts";
import { textOf } from "../end-to-end/seen.ts";
import { messageOf, refusalsOf } from "../house.ts";
import { BOT, BOT_ROLE, channel, GUILD, guildFacts, role } from "./guild-facts.ts";

const id = (number: number) => String(1_234_567_890_123_456_700n + BigInt(number));
const CHANNELS = Array.from({ length: 22 }, (_, at) => channel({ id: id(at) }));

/** What the doctor says when runs and rewards go into channels of their own, and twenty more have open cards. */
function told({ channels = CHANNELS, mayInServer = [] as readonly bigint[] }): string {
  const permissions = String(mayInServer.reduce((all, bit) => all | bit, 0n));
  const roles = [role({ id: GUILD }), role({ id: BOT_ROLE, permissions, isManaged: true, botId: BOT })];
  const settings = { ...guildSettings.absent, runsChannelId: id(0), rewardsChannelId: id(1) };
  const others = channels.slice(2).map((one) => one.id);
  const findings = checkUp(
    settings,
    guildFacts({ channels, roles }),
    0,
    others.slice(0, 10),
    others.slice(10),
  );
  const answer = reply("private", doctorCard(findings, id(99)));
  expect(refusalsOf(answer)).toEqual([]);
  return textOf(messageOf(answer));
}

test("what the bot's role lacks in the whole server is told once, however many channels miss it", () => {
  const said = told({ mayInServer: [PermissionFlagsBits.ViewChannel] });
  const needed = capabilities.filter(
    ({ permission, needed }) => permission !== "ViewChannel" && needed !== "in-threads",
  );
  for (const { label } of needed) expect(said.split(`I lack **${label}**`)).toHaveLength(2);
  expect(said).toContain(`${needed.length} things need a hand`);
  expect(said).toContain(`Server Settings → Roles → <@&${BOT_ROLE}> → Send Messages.`);
});

test("more channels in trouble than a message can name are counted", () => {
  const deny = String(
    capabilities.reduce((all, { permission }) => all | PermissionFlagsBits[permission], 0n),
  );
  const barred = CHANNELS.map((one) => ({ ...one, overwrites: [{ id: GUILD, allow: "0", deny }] }));
  const said = told({
    channels: barred,
    mayInServer: capabilities.map(({ permission }) => PermissionFlagsBits[permission]),
  });
  const named = CHANNELS.filter((one) => said.includes(`in <#${one.id}> I lack`)).length;
  expect(named).toBeGreaterThan(10);
  expect(said).toContain("22 things need a hand");
  expect(said).toContain(`- … and ${22 - named} more. Put these right, then run \`/fleet doctor\` again.`);
  expect(said).toContain("**Officer role** not set");
});
