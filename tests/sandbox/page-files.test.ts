import { readdirSync, readFileSync } from "node:fs";
import { get, type IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ICON_NAMES } from "../../src/sandbox/page/icon-names.ts";
import { createSandbox, type Sandbox } from "../../src/sandbox/sandbox.ts";

const ICONS = join(import.meta.dirname, "../../src/sandbox/page/icons.ts");
const STYLES = join(import.meta.dirname, "../../src/sandbox/page/styles");
const FONT = "vendor/@fontsource/inter/files/inter-latin-400-normal.woff2";

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await createSandbox();
});
afterAll(() => sandbox.close());

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

function fetched(path: string, encoding: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(new URL(path, sandbox.url), { headers: { "accept-encoding": encoding } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      );
    }).on("error", reject);
  });
}

test("a file of the page goes packed to who can unpack it, and as it is to anyone else", async () => {
  const packed = await fetched("main.ts", "br, gzip");
  const plain = await fetched("main.ts", "identity");
  expect(packed.headers["content-encoding"]).toBe("gzip");
  expect(plain.headers["content-encoding"]).toBeUndefined();
  expect(gunzipSync(packed.body)).toEqual(plain.body);
  expect(plain.headers["content-type"]).toBe("text/javascript; charset=utf-8");
});

test("the page's style sheets go as one file, every one of them, in the order that is written down", async () => {
  const { body } = await fetched("styles/all.css", "identity");
  const read = (name: string) => readFileSync(join(STYLES, name), "utf8");
  const written = [...read("all.css").matchAll(/@import "(.+)";/g)].map(([, name = ""]) => name);
  const sheets = readdirSync(STYLES).filter((name) => name.endsWith(".css") && name !== "all.css");
  expect(written.toSorted()).toEqual(sheets.toSorted());
  expect(body.toString()).toBe(written.map(read).join(""));
});

test("the page's typeface comes from its package, and is not packed twice", async () => {
  const { status, headers, body } = await fetched(FONT, "gzip");
  expect(status).toBe(200);
  expect(headers["content-type"]).toBe("font/woff2");
  expect(headers["content-encoding"]).toBeUndefined();
  expect(body.subarray(0, 4).toString()).toBe("wOF2");
});

test("the page's icons come from their package inside the page itself: all that it draws, and no other", async () => {
  const front = (await fetched("", "identity")).body.toString();
  const drawn = [...readFileSync(ICONS, "utf8").matchAll(/icon\("(.+?)"\)/g)].map(([, name]) => name);
  const sent = [...front.matchAll(/<symbol id="icon-([^"]+)" viewBox="0 0 16 16">\s*<path /g)];
  expect(sent.map(([, name]) => name)).toEqual(ICON_NAMES);
  expect(drawn.toSorted()).toEqual(ICON_NAMES);
  expect(front).not.toContain("<!-- icons -->");
});

test.each([
  "vendor/zod/index.js",
  "vendor/@fontsource/other/index.css",
  "vendor/@fontsource",
  "vendor/lit-html/..%2F..%2Fpackage.json",
  "vendor",
  "..%2F..%2Fpackage.json",
])("%s is no file of the page", async (path) => {
  expect((await fetched(path, "gzip")).status).toBe(404);
});
