import { defineConfig } from "vitest/config";
import { buildConstants } from "./scripts/build/constants.mjs";

const isLong = process.env["HOLDFAST_LONG"] === "1";
const minute = 60_000;

/** One tier of tests: the files of one folder, those named `….long.test.ts` only in a long run. Times in milliseconds, generous: they only end what hangs. */
const tier = (name: string, testTimeout = minute) => ({
  extends: true as const,
  test: {
    name,
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    exclude: isLong ? [] : ["**/*.long.test.ts"],
    testTimeout,
    hookTimeout: testTimeout,
  },
});

const macos = tier("macos", 5 * minute);
const lab = tier("lab", 5 * minute);
const packages = tier("package", 5 * minute);

/** The soak of the lab with so many switches that it takes the better part of an hour. */
const survive = {
  extends: true as const,
  test: {
    name: "survive",
    include: ["tests/lab/survive/soak.test.ts"],
    testTimeout: 120 * minute,
    hookTimeout: minute,
    env: { HOLDFAST_SOAK_SWITCHES: process.env["HOLDFAST_SOAK_SWITCHES"] ?? "1000" },
  },
};

export default defineConfig({
  define: buildConstants(),
  test: {
    passWithNoTests: true,
    // Times are printed in the time zone of the machine; tests compare them.
    env: { TZ: "UTC" },
    projects: [
      tier("unit"),
      tier("captures"),
      tier("property", isLong ? 60 * minute : 5 * minute),
      tier("darwin"),
      // One daemon of the same name after the other.
      { ...macos, test: { ...macos.test, fileParallelism: false } },
      // Sessions and networks share one kernel: one file after the other.
      { ...lab, test: { ...lab.test, fileParallelism: false } },
      { ...packages, test: { ...packages.test, fileParallelism: false } },
      survive,
    ],
  },
});
