import { type APIMessage, InteractionResponseType } from "discord-api-types/v10";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sections, taskForceSections } from "../../src/missions/sections.ts";
import { CAST } from "../../src/sandbox/world/cast.ts";
import { posted } from "../end-to-end/posted.ts";
import { type Rehearsal, rehearse } from "../end-to-end/rehearsal.ts";
import { buttonsOf, hasButton, idOn } from "../end-to-end/seen.ts";
import { messageSeen } from "../end-to-end/watching.ts";
import { catalog, house } from "../house.ts";
import { publishedApi } from "./openapi.ts";

const discord = publishedApi({ unknown: "fault" });
const CALLBACKS: Readonly<Record<number, string>> = {
  [InteractionResponseType.ChannelMessageWithSource]: "CreateMessageInteractionCallbackRequest",
  [InteractionResponseType.DeferredChannelMessageWithSource]: "CreateMessageInteractionCallbackRequest",
  [InteractionResponseType.Modal]: "ModalInteractionCallbackRequest",
  [InteractionResponseType.UpdateMessage]: "UpdateMessageInteractionCallbackRequest",
  [InteractionResponseType.ApplicationCommandAutocompleteResult]:
    "ApplicationCommandAutocompleteCallbackRequest",
};

let rehearsal: Rehearsal;
beforeAll(async () => {
  rehearsal = await rehearse({ keepTraffic: 5_000 });
});
afterAll(() => rehearsal.stop());

test("the published description is read strictly: a field that it does not know is a fault", () => {
  const message = { type: 4, data: { content: "hello" } };
  expect(discord.faultsIn("CreateMessageInteractionCallbackRequest", message)).toEqual([]);
  const unknown = { type: 4, data: { content: "hello", colour: "red" } };
  expect(discord.faultsIn("CreateMessageInteractionCallbackRequest", unknown)).not.toEqual([]);
});

test("everything that the bot sends while it is used is a request of Discord's published API", async () => {
  await takeATour(rehearsal);
  expect(requests(rehearsal.sandbox, "/callback").length).toBeGreaterThan(10);
  expect(requests(rehearsal.sandbox).some(({ request }) => request.includes('"filename"'))).toBe(true);
  expect(faultsIn(rehearsal)).toEqual([]);
});

test("everything that is sent about a crew is a request of Discord's published API, also without edits", async () => {
  const crews = await rehearse({ keepTraffic: 5_000 });
  try {
    await gatherCrews(crews);
    expect(requests(crews.sandbox, "/webhooks/").length).toBeGreaterThan(2);
    expect(requests(crews.sandbox, "/members/").length).toBeGreaterThan(0);
    expect(faultsIn(crews)).toEqual([]);
  } finally {
    await crews.stop();
  }
});

function requests({ traffic }: Rehearsal["sandbox"], part = "") {
  const all = traffic.entries().flatMap((entry) => (entry.kind === "rest" ? [entry] : []));
  return all.filter(({ path }) => path.includes(part));
}

/** Where a request is none that Discord describes. */
function faultsIn({ sandbox }: Rehearsal): readonly string[] {
  return requests(sandbox).flatMap(({ method, path, request }) => {
    const body = request === "" ? undefined : (JSON.parse(request) as { readonly type?: number });
    const callback =
      path.includes("/callback") && body?.type !== undefined ? CALLBACKS[body.type] : undefined;
    const found =
      callback === undefined ? discord.faultsOf(method, path, body) : discord.faultsIn(callback, body);
    return found.map((fault) => `${method} ${path}: ${fault}`);
  });
}

test("every card of every record is a message of Discord's published API", async () => {
  const bot = house();
  const slugs = [...catalog.missions.keys()].flatMap((slug) =>
    sections.map((section) => ({ slug, section })),
  );
  const forces = [...catalog.taskForces.keys()].flatMap((slug) =>
    taskForceSections.map((section) => ({ slug, section })),
  );
  const faults: string[] = [];
  for (const { slug, section } of [...slugs, ...forces]) {
    const answer = await bot.run("mission", { name: slug, section });
    const found = discord.faultsIn("CreateMessageInteractionCallbackRequest", answer);
    faults.push(...found.map((fault) => `${slug} ${section}: ${fault}`));
  }
  expect(faults).toEqual([]);
});

async function takeATour({ sandbox }: Rehearsal): Promise<void> {
  const person = sandbox.as(CAST.people.juno, { channelId: CAST.fleet.channels.missionBriefings });
  const typed = [
    "/mission home",
    "/mission hoem",
    "/mission home xyzzy",
    "/help",
    "/help mission",
    "/about",
    "/mission isa",
  ];
  for (const line of typed) {
    const outcome = await person.type(line);
    if (outcome.kind !== "message") throw new Error(`${line}: ${JSON.stringify(outcome)}`);
    for (const button of buttonsOf(outcome.message).filter(({ disabled }) => !disabled)) {
      await person.click(outcome.message.id, button.custom_id);
    }
  }
  await runAFleet(rehearsal);
  await reportBugs(rehearsal);
  await keepRewards(rehearsal);
  await person.autocomplete("mission", { name: "h" }, "name");
  await person.autocomplete("captain remove", { captain: "" }, "captain");
  await person.autocomplete("me", { "time-zone": "" }, "time-zone");
  await person.autocomplete("help", { topic: "" }, "topic");
}

/** Everything that members and officers set, through every menu, button and form. */
async function runAFleet({ sandbox }: Rehearsal): Promise<void> {
  const { channels, roles } = CAST.fleet;
  const admiral = sandbox.as(CAST.people.admiral, { channelId: channels.officers });
  await admiral.run("captain add", { name: "Okonjo", faction: "tos", level: 65, recruit: "none" });
  await admiral.run("captain add", { name: "Worf", faction: "klingon", platform: "xbox" });
  await admiral.run("fleet override", { mission: "home", difficulty: "elite", alias: "fun", note: "Tea" });
  for (const line of ["/captain list", "/me", "/fleet setup", "/fleet override", "/fleet doctor"]) {
    const outcome = await admiral.type(line);
    if (outcome.kind !== "message") throw new Error(`${line}: ${JSON.stringify(outcome)}`);
    const { message } = outcome;
    for (const { custom_id: id } of buttonsOf(message)) {
      const answer = await admiral.click(message.id, id);
      if (answer.kind === "modal") await admiral.submit(answer, { ...FILLED[id] });
    }
  }
  const { message } = posted(await admiral.type("/fleet setup"));
  const picks = { runs: channels.runs, rewards: channels.thread, ping: roles.runPing, officer: roles.member };
  for (const [menu, id] of Object.entries(picks)) await admiral.select(message.id, `v1:fleet:${menu}`, [id]);
  for (const line of ["/fleet setup", "/fleet doctor", "/fleet export", "/mission home"])
    posted(await admiral.type(line));
}

/** What members and officers do about bugs: on a mission with one, on one without, and on the list. */
async function reportBugs({ sandbox }: Rehearsal): Promise<void> {
  const admiral = sandbox.as(CAST.people.admiral, { channelId: CAST.fleet.channels.lounge });
  const told = { summary: "The last door never opens", factions: ["klingon", "tos"] };
  const press = async (message: APIMessage, wanted: RegExp, filled: typeof told | { day: string }) => {
    for (const { custom_id: id, label = "" } of buttonsOf(message).filter(({ disabled }) => !disabled)) {
      if (!wanted.test(label)) continue;
      const answer = await admiral.click(message.id, id);
      if (answer.kind === "modal") await admiral.submit(answer, filled);
    }
  };
  for (const line of ["/bugs home", "/bugs second wave", "/bugs hoem"]) {
    const { message } = posted(await admiral.type(line));
    await press(message, /^(?!For officers)/, told);
    if (!hasButton(message, "For officers")) continue;
    const panel = async () => posted(await admiral.click(message.id, idOn(message, "For officers"))).message;
    await press(await panel(), /^(Mark|Export)/, { day: "today" });
    await press(await panel(), /^Add/, told);
  }
  const own = posted(await admiral.type("/bugs second wave")).message;
  await press(own, /^(I have|Follow)/, told);
  const panel = posted(await admiral.click(own.id, idOn(own, "For officers"))).message;
  await press(panel, /^(Edit|Remove)/, { ...told, summary: "It opens late" });
  const list = posted(await admiral.type("/bugs")).message;
  posted(await admiral.select(list.id, "v1:bugs:filter", ["klingon"]));
  await admiral.autocomplete("bugs", { mission: "" }, "mission");
}

/** Rewards of a mission and of the fleet's own: opened, claimed, corrected, reminded of and closed. */
async function keepRewards({ sandbox }: Rehearsal): Promise<void> {
  const { people, fleet } = CAST;
  const admiral = sandbox.as(people.admiral, { channelId: fleet.channels.lounge });
  const pressAll = async (message: APIMessage) => {
    for (const { custom_id: id } of buttonsOf(message).filter(({ disabled }) => !disabled)) {
      const answer = await admiral.click(message.id, id);
      if (answer.kind === "modal") await admiral.submit(answer, { starts: "tomorrow 8am" });
      if (answer.kind === "message" && id.startsWith("v1:rewards:claim:"))
        for (const inside of buttonsOf(answer.message))
          await admiral.click(answer.message.id, inside.custom_id);
    }
  };
  const openings = [
    { what: "home", starts: "2026-01-05 10:00" },
    { what: "home", channel: fleet.channels.lounge },
    { what: "Winter Event", days: 31, needed: 20, starts: "soonish" },
    { what: "Crystals", days: 5, cadence: "cooldown", per: "captain" },
  ];
  for (const wish of openings) await pressAll(posted(await admiral.run("rewards open", wish)).message);
  for (const line of [
    "/rewards board",
    "/rewards claim",
    "/rewards standings",
    "/rewards history",
    "/rewards close",
  ])
    await admiral.type(line);
  for (const track of ["home", "crystals"]) {
    await pressAll(posted(await admiral.run("rewards board", { track })).message);
    const { message } = posted(await admiral.run("rewards standings", { track }));
    await pressAll(message);
    await pressAll(posted(await admiral.run("rewards close", { track })).message);
  }
  for (const option of ["track", "choice", "captain"])
    await admiral.autocomplete("rewards claim", { [option]: "" }, option);
  await admiral.autocomplete("rewards open", { what: "h" }, "what");

  await admiral.run("rewards open", { what: "Drill", weeks: 2 });
  await admiral.run("rewards claim", { track: "drill" });
  sandbox.clock.turnBy(WEEK_AND_SOME_MS);
  await messageSeen(
    sandbox,
    ({ attachments, content }) => attachments.length > 0 && content.startsWith("**Drill**"),
  );
}

/** The messages of a common instant are spread over some minutes. */
const WEEK_AND_SOME_MS = 7 * 24 * 3_600_000 + 180_000;

/** A run from its card to its end, also while Discord takes no edits: every button, menu and form. */
async function gatherCrews({ sandbox }: Rehearsal): Promise<void> {
  const { people, fleet } = CAST;
  const as = (userId: string) => sandbox.as(userId, { channelId: fleet.channels.lounge });
  const [leader, juno, reyes] = [as(people.admiral), as(people.juno), as(people.reyes)];
  const wish = { mission: "second wave", when: "in 3 hours", seats: 2, roles: "1 tank, 1 heal" };
  const note = posted(await leader.run("lfg", wish)).message;
  await leader.select(note.id, menusOf(note)[0] ?? "", ["tank"]);
  const card = leader.messages().find(({ ephemeral }) => !ephemeral)?.message;
  if (card === undefined) throw new Error("No card stands here.");
  const press = (actor: typeof leader, label: string) => actor.click(card.id, idOn(card, label));

  const mishap = { kind: "status", status: 429, code: 30_046, message: "Too many edits." } as const;
  sandbox.faults.add({ method: "PATCH", path: card.id, times: 1_000, mishap });
  await press(juno, "Tentative");
  await expect.poll(() => requests(sandbox).filter(({ method }) => method === "PATCH").length).toBe(1);
  for (const label of ["Join", "Tentative", "Leave"]) expect((await press(reyes, label)).kind).toBe("update");
  await press(reyes, "Brief me");
  sandbox.faults.clear();

  const panel = posted(await press(leader, "Manage")).message;
  const picks = { add: people.reyes, remove: people.reyes, "hand-over": people.admiral };
  for (const [menu, userId] of Object.entries(picks)) {
    const id = menusOf(panel).find((one) => one.includes(`:${menu}:`)) ?? menu;
    const answer = posted(await leader.select(panel.id, id, [userId])).message;
    if (menu === "add") await leader.select(answer.id, menusOf(answer)[0] ?? "", ["heal"]);
  }
  for (const { custom_id: id } of buttonsOf(posted(await press(leader, "Manage")).message)) {
    const open = posted(await press(leader, "Manage")).message;
    const answer = await leader.click(open.id, id);
    const filled = { when: "tomorrow", seats: "2", roles: "1 tank, 1 heal", note: "kits" };
    if (answer.kind === "modal") await leader.submit(answer, filled);
  }
  for (const line of ["/lfg mission:isa", "/lfg mission:isa", "/runs", "/fleet postpone by:2 hours"])
    posted(await leader.type(line));
  await juno.autocomplete("lfg", { mission: "second wave sat 20:00" }, "mission");
}

/** The custom ids of everything that can be picked from. */
function menusOf({ components }: APIMessage): readonly string[] {
  const all = [...JSON.stringify(components).matchAll(/"custom_id":"([^"]+)"/g)].map(([, id = ""]) => id);
  const buttons = new Set(buttonsOf({ components }).map(({ custom_id: id }) => id));
  return all.filter((id) => !buttons.has(id));
}

const FILLED: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>> = {
  "v1:me:zone-form": { zone: "cst" },
  "v1:me:reminders-form": { by: ["dm"], lead: "1h", quiet: "22-8" },
  "v1:fleet:zone-form": { zone: "tokyo" },
  "v1:fleet:leads-form": { leads: "1h" },
};
