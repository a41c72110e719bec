import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const children = new URL("../../../../scripts/processes/children.mjs", import.meta.url).href;

/** Starts a child which starts a grandchild that never ends, and ends all. Both hold our standard error open. */
const program = `
  import { startInOwnGroup, endAll } from ${JSON.stringify(children)};
  const child = startInOwnGroup(process.execPath, ["-e", \`
    const { spawn } = require("node:child_process");
    const grandchild = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: ["ignore", "ignore", "inherit"] });
    console.log(grandchild.pid);
    setInterval(() => {}, 1000);
  \`], { stdio: ["ignore", "pipe", "inherit"] });
  const told = await new Promise((resolve) => child.stdout.once("data", resolve));
  await endAll();
  process.stdout.write(told);
`;

it("ending all ends also what the children had started", async () => {
  // This resolves only when nobody holds the pipe of standard error any more: neither the child nor the grandchild.
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program]);
  expect(Number(stdout)).toBeGreaterThan(0);
});
