import { defineConfig } from "vitest/config";

/** How fast the sandbox's page is, in a real browser: `npm run bench:page`. */
export default defineConfig({
  test: {
    include: ["tests/bench/page.bench.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["verbose"],
  },
});
