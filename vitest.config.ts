import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/full/**"],
    testTimeout: 20_000,
    unstubEnvs: true,
  },
});
