import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { type Rehearsal, rehearse } from "../../end-to-end/rehearsal.ts";
import { startChromium, type Visit, visit } from "./chromium.ts";

/** The bot on a sandbox, and a browser to visit its page with, for all tests of a file. */
export interface Stage {
  readonly rehearsal: Rehearsal;
  readonly browser: Browser;
  arrive(options?: BrowserContextOptions): Promise<Visit>;
}

export function stage(): Stage {
  let rehearsal: Rehearsal | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    [rehearsal, browser] = await Promise.all([rehearse(), startChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await rehearsal?.stop();
  });

  const there = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error("The stage is set before the first test, not before.");
    return part;
  };
  return {
    get rehearsal() {
      return there(rehearsal);
    },
    get browser() {
      return there(browser);
    },
    arrive: (options) => visit(there(browser), there(rehearsal).sandbox.url, options),
  };
}
