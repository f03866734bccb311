import { expect, test } from "vitest";
import { withoutSecrets } from "../../src/ops/log.ts";
import { createLog, type Line } from "./lines.ts";

const TOKEN = "a-token-of-no-known-shape";
const BOT = "MTEwMDAwMDAwMDAwMDAwMDAwMQ.Gabcde.aVeryLongSecretThatNobodyMayEverSee";
const INTERACTION = "aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDpzZWNyZXQ";
const SECRETS = [TOKEN, BOT, INTERACTION];

/** Everything that a log writes of something, as one text. */
function written(say: (log: ReturnType<typeof createLog>["log"]) => void): string {
  const { log, text } = createLog("debug", TOKEN);
  say(log);
  return text();
}

const ADDRESS = `https://discord.com/api/v10/interactions/123456/${INTERACTION}/callback`;
const WEBHOOK = `https://discord.com/api/v10/webhooks/123456/${INTERACTION}/messages/@original`;

test.for<[string, (log: ReturnType<typeof createLog>["log"]) => void]>([
  ["a message", (log) => log.info(`${TOKEN} ${BOT} ${ADDRESS}`)],
  ["a field", (log) => log.info({ url: WEBHOOK, token: TOKEN, bot: BOT }, "x")],
  ["a field deep down", (log) => log.info({ a: { b: [{ c: ADDRESS, d: BOT }] } }, "x")],
  ["the message of an error", (log) => log.warn({ error: new Error(`${ADDRESS} ${BOT}`) }, "x")],
  [
    "the stack of an error",
    (log) => log.warn({ error: Object.assign(new Error("x"), { stack: WEBHOOK }) }, "x"),
  ],
  ["the cause of an error", (log) => log.warn({ error: new Error("x", { cause: new Error(BOT) }) }, "x")],
  [
    "the errors of an error",
    (log) => log.warn({ error: new AggregateError([new Error(ADDRESS)], "x") }, "x"),
  ],
  ["the code of an error", (log) => log.warn({ error: Object.assign(new Error("x"), { code: TOKEN }) }, "x")],
  ["something thrown that is no error", (log) => log.warn({ error: `${BOT} ${ADDRESS}` }, "x")],
])("no secret gets into the log by %s", ([, say]) => {
  const text = written(say);
  for (const secret of SECRETS) expect(text).not.toContain(secret);
  expect(text).toContain("<token>");
});

test("what a request carried does not get into the log", () => {
  const error = Object.assign(new Error("refused"), {
    requestBody: { json: { content: "private words" } },
    url: ADDRESS,
  });
  const text = written((log) => log.error({ error }, "x"));
  expect(text).not.toContain("private words");
});

test("one event is one line of JSON, whatever is in it", () => {
  const text = written((log) => log.info({ name: "a\nb\r\u2028\u0000" }, "line\nbreak"));
  expect(text.endsWith("\n")).toBe(true);
  expect(text.trimEnd().split("\n")).toHaveLength(1);
  expect(JSON.parse(text) as Line).toMatchObject({ msg: "line\nbreak", level: 30 });
});

test("an error says its name, its words, its code and where it was", () => {
  const error = Object.assign(new TypeError("broken"), { code: "EPIPE", status: 500 });
  const line = JSON.parse(written((log) => log.error({ error }, "x"))) as Line;
  expect(line["error"]).toMatchObject({
    name: "TypeError",
    message: "broken",
    code: "EPIPE",
    status: 500,
    stack: expect.stringContaining("log.test.ts"),
  });
});

const MEMBER = "1300000000000000001";

test.for<[string, string]>([
  ["the key of their document", `The document user:${MEMBER} is not valid.`],
  ["a field of a document", `guild:7:run:r1 is not a valid run (heard.${MEMBER}.0: Invalid input).`],
  ["what a delivery tells them", `promoted.${MEMBER}@1795240358225`],
  ["what a delivery tells them of a period", `direct.1795240358225.last.${MEMBER}@1795240358225`],
])("no member is named in the log by %s", ([, words]) => {
  const error = new Error(words, { cause: new Error(words) });
  const text = written((log) => log.warn({ error, words, all: [words] }, words));
  expect(text).not.toContain(MEMBER);
  expect(text).toContain(words.replace(MEMBER, "<member>"));
});

test("servers, channels, messages and figures keep their digits in the log", () => {
  const fields = {
    key: "guild:1300000000000000000:settings",
    channelId: MEMBER,
    tookMs: 0.30000000000000004,
  };
  const text = written((log) => log.warn(fields, "x"));
  expect(JSON.parse(text)).toMatchObject(fields);
});

test("an error that is its own cause ends", () => {
  const error = new Error("broken");
  error.cause = error;
  expect(written((log) => log.error({ error }, "x"))).toContain("broken");
});

test("a level keeps what is below it quiet", () => {
  const { log, text } = createLog("warn", TOKEN);
  log.info("quiet");
  log.warn("loud");
  expect(text()).not.toContain("quiet");
  expect(text()).toContain("loud");
  const silent = createLog("silent", TOKEN);
  silent.log.error("loud");
  expect(silent.text()).toBe("");
});

test("words that are no secret stay as they are", () => {
  const words = "version 1.2.3, discord.com/api/v10/gateway/bot, 127.0.0.1:4680, a.b.c";
  expect(withoutSecrets(words)).toBe(words);
  expect(withoutSecrets(words, "")).toBe(words);
});
