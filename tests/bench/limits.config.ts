import { defineConfig } from "vitest/config";

/** Benchmarks that hold a limit: the sandbox's page in a real browser, and pictures. `npm run bench:limits`. */
export default defineConfig({
  test: {
    include: ["tests/bench/*.bench.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
    reporters: ["verbose"],
  },
});
