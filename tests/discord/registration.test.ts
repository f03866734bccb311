import { expect, test } from "vitest";
import { sameCommands } from "../../src/discord/registration.ts";
import { createSandbox } from "../../src/sandbox/sandbox.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { PING, requestsTo, until, wire, wired } from "./wired.ts";

const GUILD = CAST.fleet.id;
const GLOBAL = `/applications/${CAST.application}/commands`;
const writes = (requests: readonly string[]) => requests.filter((request) => request.startsWith("PUT "));

test("a first start writes the commands everywhere, and nothing into a server", async () => {
  const { sandbox, connection } = await wired();
  await connection.registered;
  expect(writes(requestsTo(sandbox))).toEqual([`PUT /api/v10${GLOBAL}`]);
});

test("a second start writes nothing", async () => {
  const { sandbox, connection } = await wired();
  await connection.registered;
  await connection.stop();
  const written = writes(requestsTo(sandbox)).length;

  const again = wire(sandbox);
  await again.connection.registered;
  await again.connection.stop();
  expect(writes(requestsTo(sandbox))).toHaveLength(written);
});

test("a command that changed is written again", async () => {
  const { sandbox, connection } = await wired();
  await connection.registered;
  await connection.stop();

  const changed = wire(sandbox, { definitions: [{ ...PING, description: "Says good evening" }] });
  await changed.connection.registered;
  await changed.connection.stop();
  expect(writes(requestsTo(sandbox))).toHaveLength(2);
});

test("with a server named, that server alone holds the commands, and those everywhere are cleared", async () => {
  const { sandbox, connection } = await wired();
  await connection.registered;
  await connection.stop();

  const alone = wire(sandbox, { guildId: GUILD });
  await alone.connection.registered;
  await alone.connection.stop();
  expect(writes(requestsTo(sandbox)).slice(1)).toEqual([
    `PUT /api/v10/applications/${CAST.application}/guilds/${GUILD}/commands`,
    `PUT /api/v10${GLOBAL}`,
  ]);
});

test("a second start for one server writes nothing", async () => {
  const { sandbox, connection } = await wired({ guildId: GUILD });
  await connection.registered;
  await connection.stop();
  const written = writes(requestsTo(sandbox)).length;

  const again = wire(sandbox, { guildId: GUILD });
  await again.connection.registered;
  await again.connection.stop();
  expect(writes(requestsTo(sandbox))).toHaveLength(written);
});

test("back from one server to everywhere, the server's own commands are cleared", async () => {
  const { sandbox, connection } = await wired({ guildId: GUILD });
  await connection.registered;
  await connection.stop();

  const everywhere = wire(sandbox);
  await everywhere.connection.registered;
  await everywhere.connection.stop();
  expect(writes(requestsTo(sandbox)).slice(1)).toEqual([
    `PUT /api/v10${GLOBAL}`,
    `PUT /api/v10/applications/${CAST.application}/guilds/${GUILD}/commands`,
  ]);
});

test("a server whose commands the bot may not look at does not stop it", async () => {
  const { sandbox, connection, fatals } = await wired();
  sandbox.faults.add({
    path: `/guilds/${GUILD}/commands`,
    mishap: { kind: "status", status: 403, code: 50_001 },
  });
  await connection.registered;
  expect(fatals).toEqual([]);
});

test("a server that the bot is not in ends the start with the setting's name", async () => {
  const { fatals } = await wired({ guildId: "1999999999999999999" });
  await until(() => fatals.length > 0);
  expect(fatals).toEqual([{ exitCode: 78, message: expect.stringContaining("DISCORD_GUILD_ID") }]);
});

test("registering is tried again while Discord is at fault", async () => {
  const { sandbox, connection, waits, fatals } = await wired();
  sandbox.faults.add({ path: GLOBAL, times: 8, mishap: { kind: "status", status: 503 } });
  await connection.registered;
  expect(fatals).toEqual([]);
  expect(waits).toEqual([1_000, 2_000]);
});

test("definitions that Discord refuses end the start as a fault of our own", async () => {
  const { fatals } = await wired({ definitions: [{ ...PING, name: "Not A Name" }] });
  await until(() => fatals.length > 0);
  expect(fatals).toEqual([{ exitCode: 1, message: expect.stringContaining("400") }]);
});

test("what Discord adds to a command, and the order it keeps things in, is no change", () => {
  const held = {
    ...PING,
    id: "1",
    application_id: "2",
    version: "3",
    type: 1 as const,
    default_member_permissions: null,
    nsfw: false,
    contexts: [1, 0],
  };
  expect(sameCommands([PING], [held])).toBe(true);
});

test("a description, an option, a limit or a choice that differs is a change", () => {
  const option = { type: 3 as const, name: "name", description: "Which", required: true };
  const ours = { ...PING, options: [option] };
  for (const held of [
    { ...ours, description: "Other" },
    { ...ours, options: [{ ...option, required: false }] },
    { ...ours, options: [{ ...option, max_length: 5 }] },
    { ...ours, options: [{ ...option, choices: [{ name: "A", value: "a" }] }] },
    { ...ours, options: [] },
  ]) {
    expect(sameCommands([ours], [held as never])).toBe(false);
  }
});

test("nothing is registered while the sandbox holds what is asked for in another order of commands", async () => {
  const sandbox = await createSandbox({ identifyEveryMs: 0 });
  const other = { ...PING, name: "about" };
  for (const definitions of [
    [PING, other],
    [other, PING],
  ]) {
    const { connection } = wire(sandbox, { definitions });
    await connection.registered;
    await connection.stop();
  }
  expect(writes(requestsTo(sandbox))).toHaveLength(1);
  await sandbox.close();
});
