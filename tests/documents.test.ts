import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { limits } from "../src/ui/limits.ts";
import { capabilities, inviteLink } from "../src/ui/permissions.ts";
import { house, messageOf } from "./house.ts";

const ROOT = join(import.meta.dirname, "..");
const readme = page("README.md");

test("the README's invite link asks for exactly what the bot needs, and says what each permission is for", () => {
  expect(readme).toContain(inviteLink("APPLICATION_ID"));
  for (const { label, purpose } of capabilities) expect(readme).toContain(`| ${label} | ${purpose} |`);
});

test("the README names every command", () => {
  for (const { name } of house().commands) expect(readme).toMatch(new RegExp(`\\| \`/${name}\\b`));
});

test("every variable that the configuration reads stands in .env.example and in the README", () => {
  const read = [...page("src/config.ts").matchAll(/\b([A-Z]+(?:_[A-Z]+)+)\b/g)].map(
    ([, variable]) => variable,
  );
  const known = new Set(
    [...read, "DATA_DIR"].filter((word) =>
      /^(DISCORD|DATA|STORE|LOG|SHARD|SANDBOX|CLOCK|NODE)_/.test(word ?? ""),
    ),
  );
  expect(known.size).toBeGreaterThan(8);
  for (const variable of known) {
    expect(page(".env.example")).toContain(`${variable}`);
    if (variable !== "CLOCK_URL") expect(readme).toContain(`${variable}`);
  }
});

test("every npm script that a document names exists", () => {
  const { scripts } = JSON.parse(page("package.json")) as { scripts: Record<string, string> };
  const documents = readdirSync(ROOT).filter((file) => file.endsWith(".md"));
  const named = documents.flatMap((file) =>
    [...page(file).matchAll(/npm run ([a-z:]+)/g)].map(([, script]) => script),
  );
  expect(named.length).toBeGreaterThan(5);
  for (const script of named) expect(Object.keys(scripts)).toContain(script);
});

test("every picture and page that a document links is there", () => {
  for (const file of readdirSync(ROOT).filter((name) => name.endsWith(".md"))) {
    for (const [, target = ""] of page(file).matchAll(/\]\((?!https?:)([^)#]+)/g))
      expect(() => readFileSync(join(ROOT, target))).not.toThrow();
  }
});

test.each(["PRIVACY.md", "TERMS.md"])("%s fits in one message of Discord", (file) => {
  expect(page(file).length).toBeLessThan(limits.textInMessage);
});

function page(file: string): string {
  return readFileSync(join(ROOT, file), "utf8");
}

const typed = [...readme.matchAll(/`\/(mission|lfg) ([a-z0-9 :]+)`/g)]
  .map(([, command = "", words = ""]) => [command, words] as const)
  .filter(([, words]) => words !== "name" && words !== "mission");

test.each(typed)("/%s %s does at once what the README says", async (command, words) => {
  const bot = house();
  const answer = await bot.run(command, { [command === "lfg" ? "mission" : "name"]: words });
  expect(JSON.stringify(messageOf(answer))).toMatch(command === "lfg" ? /is posted: https/ : /## [A-Z]/);
});
