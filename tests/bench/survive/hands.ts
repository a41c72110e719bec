import { writeFile } from "node:fs/promises";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Lab } from "../../lab/lab.ts";
import { SERVER } from "../../lab/network/addresses.ts";
import { childrenOf, commandOf } from "../../lab/room/processes.ts";
import { PROGRAMS } from "../../lab/room/programs.ts";
import { waitUntil } from "../../lab/room/wait-until.ts";

/** Somebody who keeps the session alive meanwhile. */
export interface Hand {
  /** As the machine numbers it. */
  readonly pid: number;
  /** Lines that it has printed. */
  readonly lines: readonly string[];
  end(): Promise<void>;
}

/** The script that knows the answer: whatever becomes the default route leads to the server. */
const FLOOR = `#!/bin/sh
${PROGRAMS.ip} -4 monitor route | while read -r line; do
  case "$line" in
  "default via "*) ;;
  "Deleted default via "*) line=$(${PROGRAMS.ip} -4 route show default) ;;
  *) continue ;;
  esac
  set -- $line
  ${PROGRAMS.ip} route replace ${SERVER} via "$3" dev "$5" && kill -USR2 "$CLIENT"
done
`;

/** The helper, as `npm run build` has bundled it. */
const HELPER = resolve("out/helper/helper.cjs");

/** Starts Holdfast's helper on the laptop, keeping VPNs alive; resolves when it watches one. */
export async function startHelper(lab: Lab): Promise<Hand> {
  const child = lab.laptop.spawn([process.execPath, HELPER, "--child"], { stdio: ["pipe", "pipe", "ignore"] });
  const { stdin, stdout, pid: nsenter } = child;
  if (stdin === null || stdout === null || nsenter === undefined) throw new Error("the helper could not be started");
  const ended = once(child, "exit");
  const lines: string[] = [];
  createInterface({ input: stdout }).on("line", (line) => lines.push(line));
  stdin.write(`${JSON.stringify({ v: 1, id: 0, op: "keep-alive" })}\n`);
  await waitUntil("the helper watches", 10_000, () => lines.some((line) => line.includes('"watching"')));
  const [pid] = childrenOf(nsenter);
  if (pid === undefined) throw new Error("the helper has ended");
  return {
    pid,
    lines,
    async end() {
      stdin.end();
      await ended;
    },
  };
}

/** Starts the script for the client with this number; resolves when it listens. */
export async function startFloor(lab: Lab, client: number): Promise<Hand> {
  const script = join(lab.folder, "hand-floor");
  await writeFile(script, FLOOR, { mode: 0o755 });
  const child = lab.laptop.spawn([script], { stdio: "ignore", env: { CLIENT: String(client) } });
  const ended = once(child, "exit");
  const pid = await waitUntil("the script listens", 5_000, () => {
    const [shell] = child.pid === undefined ? [] : childrenOf(child.pid);
    return shell === undefined ? undefined : childrenOf(shell).find((below) => commandOf(below) === "ip");
  });
  return {
    pid,
    lines: [],
    async end() {
      // The shell ends with what it listens to.
      process.kill(pid, "SIGKILL");
      await ended;
    },
  };
}
