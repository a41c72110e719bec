import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { readCommandLine } from "../../../../electron/helper/command-line.ts";
import { Refusal } from "../../../../electron/helper/refusal.ts";
import { createNodeHost } from "../../../../electron/helper/system/node-host.ts";
import { placesIn } from "../../../../electron/helper/system/places-of.ts";
import { surroundingsOf } from "./surroundings.ts";
import { serveChild } from "../../../support/helper/serve-child.ts";

// The helper as a process of its own, on a Mac of the tests: `helper-of-mac.cjs --child --state-directory=ROOT/state`.
// Journal, lock, limits, protocol and judgement are the real ones; programs and files are those under ROOT.

async function main(): Promise<void> {
  const invocation = readCommandLine(process.argv.slice(2));
  const stateDirectory = (invocation?.mode === "child" ? invocation.stateDirectory : null) ?? "";
  const root = dirname(stateDirectory);
  const host = await createNodeHost(
    placesIn(stateDirectory),
    surroundingsOf(
      root,
      () => connectedOf(root),
      (pid) => nudge(root, pid),
    ),
  );
  await serveChild(host);
}

/** What os.networkInterfaces() would say on that Mac. */
function connectedOf(root: string): string[] {
  const text = execFileSync(join(root, "sbin/ifconfig"), ["-a"], { encoding: "utf8" });
  const blocks = text.split(/^(?=\S)/m).filter((block) => /^\tinet /m.test(block) && !block.startsWith("lo"));
  return blocks.map((block) => block.slice(0, block.indexOf(":")));
}

function nudge(root: string, pid: number): void {
  try {
    execFileSync(join(root, "bin/kill"), ["-USR2", String(pid)]);
  } catch {
    throw new Refusal("conflict");
  }
}

void main();
