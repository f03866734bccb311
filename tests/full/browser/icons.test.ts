import { expect, test } from "vitest";
import { stage } from "./stage.ts";

const theatre = stage();

test("every icon in sight has a shape, in the colour of the words beside it", async () => {
  const { page, problems } = await theatre.arrive();
  const icons = await page.locator(".icon:visible").evaluateAll((all) =>
    all.map((icon) => ({
      width: icon.querySelector("use")?.getBoundingClientRect().width ?? 0,
      fill: `${icon.computedStyleMap().get("fill")}`,
      color: `${icon.computedStyleMap().get("color")}`,
      isHidden: icon.getAttribute("aria-hidden"),
    })),
  );
  expect(icons.length).toBeGreaterThan(8);
  for (const { width, fill, color, isHidden } of icons) {
    expect(width).toBeGreaterThan(4);
    expect(fill).toBe(color);
    expect(isHidden).toBe("true");
  }
  expect(problems).toEqual([]);
});
