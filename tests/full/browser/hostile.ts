import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Texts that try to become more than a text. Each is short enough for a mission's name. */
export const HOSTILE = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
  '"><img src=https://evil.example/x.png onerror=alert(1)>',
  "</textarea><script>alert(1)</script>",
  "<a href=javascript:alert(1)>x</a>",
  "[x](javascript:alert(1))",
  '[x](https://evil.example/"onmouseover="alert(1))',
  "<javascript:alert(1)>",
  "![x](https://evil.example/x.png)",
  "||<img src=x onerror=alert(1)>||",
  "`<img src=x onerror=alert(1)>`",
  '<@1"onclick=alert(1)>',
  '<t:1:R"onclick=alert(1)>',
  '<:x:1><a:"><script>:1>',
  "{{constructor.constructor('alert(1)')()}}",
  "#{alert(1)} <%= alert(1) %>",
  "?lit$123$ <!--?lit$123$-->",
  "\u202e\u0000\ufeff<b>x",
  "&lt;img src=x onerror=alert(1)&gt;",
  "<style>*{display:none}</style><base href=//evil.example>",
  '<math><mtext></mtext><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;">',
] as const;

/** Short enough for the name of a captain, and for everything else. */
export const IMAGE = "<img src=x onerror=alert(1)>";

const STRANGERS =
  ':is(script, iframe, style, base, object, embed, math, link, img:not([src="/icon.svg"], [src*="/attachments/"]), svg:not(.icon, body > svg))';
const HANDLERS = "[onerror], [onload], [onclick], [onmouseover]";
/** The page sets its own styles as variables. */
const VARIABLES = /^(?:--[a-z-]+: ?[#\w.%]+;? ?)*$/;

/** Nothing on the page comes out of a text: no element that the page itself does not draw, no handler, no target. */
export async function expectOnlyTexts(page: Page): Promise<void> {
  const strangers = page.locator(`body ${STRANGERS}`);
  expect(await strangers.evaluateAll((elements) => elements.map((element) => element.outerHTML))).toEqual([]);
  expect(await page.locator(HANDLERS).count()).toBe(0);
  const styles = await page
    .locator("[style]")
    .evaluateAll((styled) => styled.map((element) => element.getAttribute("style") ?? ""));
  expect(styles.filter((style) => !VARIABLES.test(style))).toEqual([]);
  const targets = await page.locator("a[target]").evaluateAll((links) => links.map((link) => link.href));
  expect(targets.filter((target) => target !== "" && !/^https?:/.test(target))).toEqual([]);
}
