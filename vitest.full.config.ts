import { defineConfig } from "vitest/config";

/** Everything: what `npm test` runs, and what needs a browser, PostgreSQL or Discord's published API description. */
export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    testTimeout: 60_000,
    isolate: false,
    // Most of a test with sockets or processes is waiting.
    maxWorkers: 4,
    hookTimeout: 60_000,
    unstubEnvs: true,
  },
});
