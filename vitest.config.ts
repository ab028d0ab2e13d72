import { defineConfig } from "vitest/config";

/**
 * Projects by speed: unit tests beside the code; contracts; golden; integration and faults; a real browser.
 * Pool forks everywhere: the embedded ClickHouse crashes the process inside a worker thread.
 */
const common = { pool: "forks" as const, testTimeout: 30_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...common,
          name: "unit",
          include: ["{models,db,server,client,seed}/**/*.test.{ts,tsx}", "tests/*.test.ts"],
        },
      },
      { test: { ...common, name: "contracts", include: ["tests/contracts/**/*.test.ts"] } },
      {
        test: {
          ...common,
          name: "reference",
          include: ["tests/reference/**/*.test.ts"],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          ...common,
          name: "golden",
          include: ["tests/golden/**/*.test.ts"],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      {
        test: {
          ...common,
          name: "integration",
          include: ["tests/integration/**/*.test.ts", "tests/faults/**/*.test.ts"],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          ...common,
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          testTimeout: 180_000,
          hookTimeout: 600_000,
          expect: { poll: { timeout: 10_000 } },
          fileParallelism: false,
        },
      },
    ],
  },
});
