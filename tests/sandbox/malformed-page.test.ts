import { type APIMessage, Routes } from "discord.js";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CAST } from "../../src/sandbox/world/cast.ts";
import * as p from "./rules/parts.ts";
import { HERE, type Scene, scene } from "./scene.ts";
import { spoiled } from "./spoiled.ts";

const where = { userId: CAST.people.reyes, channelId: HERE };

let s: Scene;
/** What is to be pressed, picked from and filled in. */
let there: { readonly messageId: string; readonly modalId: string };
/** The interaction that comes next. */
let next: ReturnType<Scene["asked"]>;

beforeEach(async () => {
  s = await scene({ rateLimits: false });
  await s.register({
    name: "about",
    description: "What this is.",
    options: [
      p.commandOption({ name: "what", autocomplete: true }),
      p.commandOption({ name: "seat", type: 4 }),
      p.commandOption({ name: "who", type: 6 }),
    ],
  });
  const body = { content: "Who flies?", components: [p.row(p.button()), p.row(p.select({ min_values: 0 }))] };
  const message = (await s.rest.post(Routes.channelMessages(HERE), { body })) as APIMessage;
  const opening = s.sandbox.as(where.userId, where).run("about");
  const fields = [p.label(p.input()), p.label(p.select()), p.label({ type: 5, custom_id: "who" })];
  await s.answer(await s.asked(), { type: 9, data: p.modal(fields) });
  const opened = await opening;
  there = { messageId: message.id, modalId: opened.kind === "modal" ? opened.id : "" };
  next = s.asked();
});
afterEach(() => s.close());

/** Asks as the page does. An interaction that comes of it goes without an answer. */
async function statusOf(route: string, body: unknown): Promise<number> {
  const answer = fetch(`${s.sandbox.url}/sandbox/${route}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const opened = await Promise.race([next, answer.then(() => undefined)]);
  if (opened) {
    s.sandbox.expire(opened.id);
    next = s.asked();
  }
  const { status } = await answer;
  if (status >= 500) throw new Error(await (await answer).text());
  return status;
}

/** The page is shown, people talk, and the bot's next request ends, if only in the mishap that was asked for. */
async function expectAlive(): Promise<void> {
  expect((await fetch(`${s.sandbox.url}/sandbox/world`)).status).toBe(200);
  await s.sandbox.as(where.userId, where).type("All is well.");
  await s.rest.get(Routes.gateway(), { auth: false }).catch(() => {});
}

const FAULT = {
  mishap: { kind: "status", status: 500, code: 1, message: "No." },
  times: 1,
  method: "GET",
  path: "/",
};

test.each<readonly [route: string, good: () => object]>([
  ["run", () => ({ ...where, text: "/about what:x" })],
  ["run", () => ({ ...where, command: "about", options: { what: "x", seat: 3, who: CAST.people.juno } })],
  ["autocomplete", () => ({ ...where, command: "about", options: { what: "x", seat: 3 }, focused: "what" })],
  ["click", () => ({ ...where, messageId: there.messageId, customId: "join" })],
  ["select", () => ({ ...where, messageId: there.messageId, customId: "role", values: ["tank"] })],
  [
    "submit",
    () => ({
      ...where,
      modalId: there.modalId,
      values: { when: "now", role: ["tank"], who: [CAST.people.juno] },
    }),
  ],
  ["attach", () => ({ ...where, filename: "log.txt", contentType: "text/plain", base64: "TG9n" })],
  ["permissions", () => ({ channelId: HERE, deny: ["EmbedLinks"] })],
  ["dms", () => ({ userId: CAST.people.juno, open: false })],
  ["membership", () => ({ guildId: CAST.fleet.id, member: true })],
  ["clock", () => ({ at: 1_800_000_000_000, rate: 60 })],
  ["clock", () => ({ offsetMs: 60_000 })],
  ["clock", () => ({ toNextFor: CAST.people.juno })],
  ["faults", () => ({ rest: FAULT })],
  ["faults", () => ({ gateway: "stop-acking" })],
])(
  "what the page sends to %s is taken; with one part spoiled it is taken or refused, and nothing breaks",
  async (route, good) => {
    expect(await statusOf(route, good())).toBeLessThan(300);
    await fc.assert(
      fc.asyncProperty(spoiled(good()), async (body) => {
        expect(await statusOf(route, body)).toBeLessThan(500);
        await expectAlive();
      }),
      { numRuns: 80 },
    );
  },
);
