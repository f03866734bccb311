import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/full/**"],
    setupFiles: ["tests/one-seed.ts"],
    testTimeout: 20_000,
    // Files share a worker: the catalogue and the libraries are loaded once, and no file leaves anything behind.
    isolate: false,
    maxWorkers: 2,
    unstubEnvs: true,
  },
});
