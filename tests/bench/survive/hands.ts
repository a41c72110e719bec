import { writeFile } from "node:fs/promises";
import { once } from "node:events";
import { join } from "node:path";
import type { Lab } from "../../lab/lab.ts";
import { SERVER } from "../../lab/network/addresses.ts";
import { childrenOf, commandOf } from "../../lab/room/processes.ts";
import { PROGRAMS } from "../../lab/room/programs.ts";
import { waitUntil } from "../../lab/room/wait-until.ts";
import { startKeepingApp } from "../../lab/survive/kept-by-helper.ts";

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

/** Starts Holdfast's helper on the laptop, keeping VPNs alive; resolves when it watches one. */
export async function startHelper(lab: Lab): Promise<Hand> {
  const lines: string[] = [];
  const app = await startKeepingApp(lab, (line) => lines.push(line));
  await waitUntil("the helper watches", 10_000, () => lines.some((line) => line.includes('"watching"')));
  return { pid: app.helper, lines, end: app.end };
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
