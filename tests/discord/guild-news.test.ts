import { GatewayDispatchEvents } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { guildNews } from "../../src/discord/guild-news.ts";

function listening() {
  const heard: string[] = [];
  const news = guildNews({
    onGuildEntered: (id) => void heard.push(`entered ${id}`),
    onGuildLeft: (id) => void heard.push(`left ${id}`),
  });
  return {
    heard,
    ready: (...ids: readonly string[]) =>
      news.ready({ guilds: ids.map((id) => ({ id, unavailable: true })) }),
    create: (data: unknown) => news.hear(GatewayDispatchEvents.GuildCreate, data),
    delete: (data: unknown) => news.hear(GatewayDispatchEvents.GuildDelete, data),
  };
}

test("guilds that arrive after READY are no news, the next one is", () => {
  const here = listening();
  here.ready("1", "2");
  for (const id of ["2", "1", "3"]) here.create({ id });
  expect(here.heard).toEqual(["entered 3"]);
});

test("an outage is not a departure, and its end is no arrival", () => {
  const here = listening();
  here.delete({ id: "1", unavailable: true });
  here.create({ id: "1" });
  expect(here.heard).toEqual([]);
});

test("a guild that removes the bot and takes it back is told of both times", () => {
  const here = listening();
  here.ready("1");
  here.create({ id: "1" });
  here.delete({ id: "1" });
  here.create({ id: "1" });
  expect(here.heard).toEqual(["left 1", "entered 1"]);
});

test.each([undefined, null, 7, {}, { id: 7 }, { id: "x" }, { id: "" }])(
  "a packet like %j is left out",
  (data) => {
    const here = listening();
    here.create(data);
    here.delete(data);
    expect(here.heard).toEqual([]);
  },
);
