import { test as plain } from "vitest";
import { createLab, type Lab } from "./lab.ts";
import { keepForReading } from "./room/lab-folder.ts";
import { tracesOf } from "./room/leftovers.ts";

/**
 * A test with a lab of its own, built before and removed after it, also when it fails (then the logs are kept and their
 * place is printed). Fails if the lab leaves anything on the machine.
 */
export const labTest = plain.extend<{ lab: Lab }>({
  // oxlint-disable-next-line no-empty-pattern -- vitest reads the names of the needed fixtures from this pattern
  lab: async ({ task }, use) => {
    const lab = await createLab();
    const traces = tracesOf([lab.room.keeper.pid, lab.laptop.pid], lab.folder);
    try {
      await use(lab);
    } finally {
      if (task.result?.state === "fail") console.error(`logs of the lab: ${await keepForReading(lab.folder)}`);
      await lab.destroy();
    }
    const left = traces.left();
    traces.release();
    if (left.length > 0) throw new Error(`the lab left behind: ${left.join(", ")}`);
  },
});
