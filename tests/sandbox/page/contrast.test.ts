import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const STYLES = join(import.meta.dirname, "../../../src/sandbox/page/styles");
const AA_TEXT = 4.5;
/** What is not text: the edge that says where the cursor stands. */
const AA_EDGE = 3;

type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

const variables = new Map(
  [...readFileSync(join(STYLES, "theme.css"), "utf8").matchAll(/^ {2}(--[\w-]+): (.+);$/gm)].map(
    ([, name = "", value = ""]) => [name, value],
  ),
);

/** Each colour of text with every ground that it stands on; a ground may lie on another one. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  "--text": [
    "--chat",
    "--side",
    "--raised",
    "--field",
    "--popup",
    "--private",
    "--pinged",
    "--active --chat",
  ],
  "--strong": [
    "--chat",
    "--side",
    "--rail",
    "--raised",
    "--popup",
    "--private",
    "--pinged",
    "--active --side",
  ],
  "--muted": ["--chat", "--side", "--rail", "--raised", "--field", "--popup", "--private", "--pinged"],
  "--link": ["--chat", "--side", "--raised", "--field", "--popup", "--private", "--pinged", "--code"],
  "--warning": ["--chat", "--private", "--raised"],
  "--gray-text": ["--gray", "--gray-over"],
  "--mention-text": ["--mention --chat", "--mention --raised", "--mention --pinged"],
  "--json-text": ["--code"],
  "--json-value": ["--code"],
  "#ffffff": ["--blurple", "--blurple-over", "--green", "--green-over", "--red", "--red-over"],
};
const EDGES: Readonly<Record<string, readonly string[]>> = {
  "--focus": ["--chat", "--side", "--rail", "--raised", "--field", "--popup"],
};

describe.each(["light", "dark"] as const)("on the %s page", (theme) => {
  test.each(pairs(TEXTS))("%s can be read on %s", (text, ground) => {
    expect(contrast(theme, text, ground)).toBeGreaterThanOrEqual(AA_TEXT);
  });

  test.each(pairs(EDGES))("%s stands out from %s", (edge, ground) => {
    expect(contrast(theme, edge, ground)).toBeGreaterThanOrEqual(AA_EDGE);
  });
});

function pairs(table: Readonly<Record<string, readonly string[]>>): [string, string][] {
  return Object.entries(table).flatMap(([name, grounds]) =>
    grounds.map((ground): [string, string] => [name, ground]),
  );
}

/** WCAG 2.2, "contrast ratio". */
function contrast(theme: "light" | "dark", text: string, grounds: string): number {
  const ground = grounds
    .split(" ")
    .reverse()
    .reduce<Rgba>((below, name) => over(colorOf(theme, name), below), [255, 255, 255, 1]);
  const [lighter = 0, darker = 0] = [
    luminance(over(colorOf(theme, text), ground)),
    luminance(ground),
  ].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function colorOf(theme: "light" | "dark", name: string): Rgba {
  const value = variables.get(name) ?? name;
  const [, light = value, dark = value] = /light-dark\((\S+), (\S+)\)/.exec(value) ?? [];
  const hex = (theme === "light" ? light : dark).slice(1);
  const [red = Number.NaN, green = 0, blue = 0, alpha = 255] = (hex.match(/../g) ?? []).map((one) =>
    Number.parseInt(one, 16),
  );
  return [red, green, blue, alpha / 255];
}

function over([red, green, blue, alpha]: Rgba, below: Rgba): Rgba {
  const mixed = (above: number, under: number) => above * alpha + under * (1 - alpha);
  return [mixed(red, below[0]), mixed(green, below[1]), mixed(blue, below[2]), 1];
}

function luminance([red, green, blue]: Rgba): number {
  const linear = (value: number) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
