import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/full/**"],
    setupFiles: ["tests/one-seed.ts"],
    // Nothing waits for time; these only end what hangs, also on a machine that is busy with much else.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Files share a worker: the catalogue and the libraries are loaded once, and no file leaves anything behind.
    isolate: false,
    maxWorkers: 2,
    unstubEnvs: true,
  },
});
