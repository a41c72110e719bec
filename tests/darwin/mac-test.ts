import { test as plain } from "vitest";
import { buildProgram } from "../lab/helper/helper-bundle.ts";
import { holdfastOn } from "./world/holdfast/holdfast.ts";
import type { Holdfast } from "./world/holdfast/holdfast.ts";
import { createMac } from "./world/mac.ts";
import type { Mac } from "./world/mac.ts";

const HELPER = "tests/darwin/world/holdfast/helper-of-mac.ts";

/** The helper judges by the rules of this run, so it must say that it does, whatever happened to the sources since. */
const OF_THIS_RUN = { __RULESET__: JSON.stringify(__RULESET__), __VERSION__: JSON.stringify(__VERSION__) };

interface OfFile {
  /** Path of the helper of this world, built once for a file; null when it must run in the test's process. */
  readonly helper: string | null;
}

interface OfTest {
  /** Just started and without a network; gone afterwards, also when the test fails. */
  readonly mac: Mac;
  readonly holdfast: Holdfast;
}

/** A test with a Mac of its own and the `holdfast` command on it. */
export const macTest = plain
  .extend<{ $file: OfFile }>({
    helper: [
      async ({}, use) => {
        // Its journal has to be root's alone, so nobody else can run it as it is meant to.
        if (process.geteuid?.() !== 0) return use(null);
        const { path, remove } = await buildProgram(HELPER, OF_THIS_RUN);
        try {
          await use(path);
        } finally {
          await remove();
        }
      },
      { scope: "file" },
    ],
  })
  .extend<OfTest>({
    mac: async ({}, use) => {
      const mac = await createMac();
      try {
        await use(mac);
      } finally {
        await mac.close();
      }
    },
    holdfast: async ({ mac, helper }, use) => use(holdfastOn(mac, helper)),
  });
