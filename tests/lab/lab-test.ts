import { test as plain } from "vitest";
import { createLab, type Lab } from "./lab.ts";
import type { ServerSettings } from "./vpn/ocserv-configuration.ts";
import { keepForReading } from "./room/lab-folder.ts";

/**
 * A test with a lab of its own, built before and removed after it, also when it fails (then the logs are kept and their
 * place is printed). Fails if anything of the lab stays on the machine.
 */
export const labTest = testWith({});

/** The same with a server that takes a session back only from the address that it was begun from. */
export const roamlessLabTest = testWith({ "deny-roaming": "true" });

function testWith(serverSettings: ServerSettings) {
  return plain.extend<{ lab: Lab }>({
    lab: async ({ task }, use) => {
      const lab = await createLab(serverSettings);
      try {
        await use(lab);
      } finally {
        if (task.result?.state === "fail") console.error(`logs of the lab: ${await keepForReading(lab.folder)}`);
        await lab.destroy();
      }
    },
  });
}
