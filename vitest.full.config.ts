import { defineConfig } from "vitest/config";

/** Everything: what `npm test` runs, and what needs a browser, PostgreSQL or Discord's published API description. */
export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    testTimeout: 60_000,
    isolate: false,
    maxWorkers: 2,
    hookTimeout: 60_000,
    unstubEnvs: true,
  },
});
