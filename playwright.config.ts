import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/e2e",
  // One desktop, one tray, one pointer: one test at a time, and no second chance for a test that fails now and then.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  reporter: [["line"], ["json", { outputFile: "test-results/e2e.json" }]],
});
