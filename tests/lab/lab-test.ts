import { test as plain } from "vitest";
import { createLab, type Lab } from "./lab.ts";
import { keepForReading } from "./room/lab-folder.ts";

/**
 * A test with a lab of its own, built before and removed after it, also when it fails (then the logs are kept and their
 * place is printed). Fails if anything of the lab stays on the machine.
 */
export const labTest = plain.extend<{ lab: Lab }>({
  lab: async ({ task }, use) => {
    const lab = await createLab();
    try {
      await use(lab);
    } finally {
      if (task.result?.state === "fail") console.error(`logs of the lab: ${await keepForReading(lab.folder)}`);
      await lab.destroy();
    }
  },
});
