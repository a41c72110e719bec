import { test as plain } from "vitest";
import { createMac } from "./world/mac.ts";
import type { Mac } from "./world/mac.ts";

/** A test with a Mac of its own, just started and without a network; it is gone afterwards, also when the test fails. */
export const macTest = plain.extend<{ mac: Mac }>({
  mac: async ({}, use) => {
    const mac = await createMac();
    try {
      await use(mac);
    } finally {
      await mac.close();
    }
  },
});
