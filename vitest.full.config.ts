import { defineConfig } from "vitest/config";

/** What `npm test` leaves out, because it needs a browser, PostgreSQL or Discord's published API description. */
export default defineConfig({
  test: {
    include: ["tests/full/**/*.test.ts"],
    testTimeout: 60_000,
    isolate: false,
    maxWorkers: 2,
    hookTimeout: 60_000,
    unstubEnvs: true,
    expect: { poll: { timeout: 10_000 } },
  },
});
